import type { MultiPolygon } from "./model";

/** Longitude and latitude in degrees. */
export type Corner = [number, number];
/** Without the first corner again at the end. */
export type Ring = Corner[];
/** Polygons, each an outer ring and its holes. */
export type Outline = Ring[][];

/** A corner, or the side that begins at it. */
export interface Spot {
  polygon: number;
  ring: number;
  corner: number;
}

export function outlineOf(geometry: MultiPolygon): Outline {
  return geometry.coordinates.map((polygon) =>
    polygon.map((ring) => ring.slice(0, -1).map(([lon, lat]) => [lon, lat])),
  );
}

export function geometryOf(outline: Outline): MultiPolygon {
  return {
    type: "MultiPolygon",
    coordinates: outline.map((polygon) => polygon.map((ring) => [...ring, ring[0]])),
  };
}

export function isSame(a: Outline, b: Outline): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function movedCorner(outline: Outline, at: Spot, to: Corner): Outline {
  return withRing(outline, at, (ring) => ring.map((corner, i) => (i === at.corner ? to : corner)));
}

/** A new corner on the side that begins at the spot. */
export function addedCorner(outline: Outline, at: Spot, corner: Corner): Outline {
  return withRing(outline, at, (ring) => [
    ...ring.slice(0, at.corner + 1),
    corner,
    ...ring.slice(at.corner + 1),
  ]);
}

/** A ring of two corners encloses nothing: it goes, and with an outer ring its polygon. */
export function removedCorner(outline: Outline, at: Spot): Outline {
  const ring = outline[at.polygon]?.[at.ring];
  if (!ring) return outline;
  if (ring.length > 3) return withRing(outline, at, (one) => without(one, at.corner));
  if (at.ring > 0)
    return outline.map((polygon, i) => (i === at.polygon ? without(polygon, at.ring) : polygon));
  return without(outline, at.polygon);
}

export function addedPart(outline: Outline, ring: Ring): Outline {
  return [...outline, [ring]];
}

/** Cut out of the part that holds the hole's first corner; null if none does. */
export function addedHole(outline: Outline, hole: Ring): Outline | null {
  const within = outline.findIndex(([outer]) => outer && contains(outer, hole[0]));
  return within < 0 ? null : outline.map((polygon, i) => (i === within ? [...polygon, hole] : polygon));
}

/** Whether the corner lies inside the ring: a ray to the east crosses its sides an odd number of times. */
export function contains(ring: Ring, [x, y]: Corner): boolean {
  let inside = false;
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] as Corner;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}

export function middle(a: Corner, b: Corner): Corner {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

type Pixels = (corner: Corner) => { x: number; y: number };

/**
 * Where a corner snaps to: a neighbour's corner within reach, else the nearest place on a neighbour's side, else itself. A
 * corner is taken over number by number, so that no sliver stays between the two.
 *
 * @param reach in pixels
 */
export function snapped(corner: Corner, neighbours: Iterable<Ring>, pixels: Pixels, reach: number): Corner {
  const at = pixels(corner);
  let onCorner: Corner | null = null;
  let onSide: Corner | null = null;
  let cornerDistance = reach;
  let sideDistance = reach;
  for (const ring of neighbours) {
    const drawn = ring.map(pixels);
    ring.forEach((one, i) => {
      const a = drawn[i] as { x: number; y: number };
      const away = Math.hypot(a.x - at.x, a.y - at.y);
      if (away < cornerDistance) {
        cornerDistance = away;
        onCorner = one;
      }
      const next = (i + 1) % ring.length;
      const b = drawn[next] as { x: number; y: number };
      const length2 = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
      const share = length2 === 0 ? 0 : ((at.x - a.x) * (b.x - a.x) + (at.y - a.y) * (b.y - a.y)) / length2;
      if (share <= 0 || share >= 1) return;
      const side = Math.hypot(a.x + share * (b.x - a.x) - at.x, a.y + share * (b.y - a.y) - at.y);
      if (side < sideDistance) {
        sideDistance = side;
        const other = ring[next] as Corner;
        onSide = [one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])];
      }
    });
  }
  return onCorner ?? onSide ?? corner;
}

function without<T>(list: T[], index: number): T[] {
  return list.filter((_, i) => i !== index);
}

function withRing(outline: Outline, at: Spot, change: (ring: Ring) => Ring): Outline {
  return outline.map((polygon, i) =>
    i === at.polygon ? polygon.map((ring, j) => (j === at.ring ? change(ring) : ring)) : polygon,
  );
}

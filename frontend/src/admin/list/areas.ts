/** An area of the place as GET /api/areas tells it. */
export interface AreaFeature {
  id: string;
  geometry: { type: "MultiPolygon"; coordinates: number[][][][] };
  properties: { layer: string; name: string; names?: Record<string, string>; admin_level?: number };
}

interface Ring {
  xs: Float64Array;
  ys: Float64Array;
}

/** Which areas a position lies in. */
export class Areas {
  private readonly outlines: {
    id: string;
    west: number;
    south: number;
    east: number;
    north: number;
    rings: Ring[];
  }[];

  constructor(readonly features: AreaFeature[]) {
    this.outlines = features.map((feature) => {
      const rings = feature.geometry.coordinates.flat();
      const xs = rings.flatMap((ring) => ring.map(([x]) => x));
      const ys = rings.flatMap((ring) => ring.map(([, y]) => y));
      const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
      const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
      return {
        id: feature.id,
        west: least(xs),
        south: least(ys),
        east: most(xs),
        north: most(ys),
        rings: rings.map((ring) => ({
          xs: Float64Array.from(ring, ([x]) => x),
          ys: Float64Array.from(ring, ([, y]) => y),
        })),
      };
    });
  }

  /** Ids of the areas around a position. */
  around(lon: number, lat: number): string[] {
    const ids: string[] = [];
    for (const { id, west, south, east, north, rings } of this.outlines) {
      const isNear = lon >= west && lon <= east && lat >= south && lat <= north;
      if (isNear && isInside(rings, lon, lat)) ids.push(id);
    }
    return ids;
  }
}

/** Even-odd over all rings, so that holes are outside. */
function isInside(rings: Ring[], lon: number, lat: number): boolean {
  let inside = false;
  for (const { xs, ys } of rings) {
    for (let i = 0, j = xs.length - 1; i < xs.length; j = i++) {
      if (ys[i] > lat !== ys[j] > lat && lon < ((xs[j] - xs[i]) * (lat - ys[i])) / (ys[j] - ys[i]) + xs[i])
        inside = !inside;
    }
  }
  return inside;
}

/** Longitudes near the 180th meridian: what lies just beyond it is drawn there, not on the other side of the world. */

type Bounds = [west: number, south: number, east: number, north: number];

/** The turn of a longitude that lies nearest to another one: 180.1 rather than -179.9, seen from 179.9. */
export function nearLon(lon: number, around: number): number {
  return lon + 360 * Math.round((around - lon) / 360);
}

/**
 * The box to look at for a place. One across the 180th meridian has a box of the whole world's width, or one whose west is
 * beyond its east; then its points tell where it is, and east is above 180.
 */
export function viewBounds(bounds: Bounds, points: Iterable<{ lon: number }> = []): Bounds {
  const [west, south, east, north] = bounds;
  if (west > east) return [west, south, east + 360, north];
  if (east - west <= 180) return bounds;
  let [first, last] = [Infinity, -Infinity];
  for (const { lon } of points) {
    const turned = nearLon(lon, 180);
    first = Math.min(first, turned);
    last = Math.max(last, turned);
  }
  return last >= first && last - first < 180 ? [first, south, last, north] : bounds;
}

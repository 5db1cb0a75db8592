import type { Spots } from "./model";

/** Of each coordinate system lon and lat of the sample rows, the likeliest first. */
export type Samples = Record<string, [lon: number, lat: number][]>;

/** So far from the place, in degrees, a row is still in view beside others. */
const NEAR_DEG = 5;

/**
 * The rows to bring into view: those of the chosen system, and while none is chosen those of all, so that they can be
 * compared; without what lies on another continent, beside which nothing could be told apart, unless that is all.
 */
export function rowsToShow(
  samples: Samples,
  chosen: string | null,
  bounds: readonly [west: number, south: number, east: number, north: number] | null | undefined,
): [lon: number, lat: number][] {
  const rows = chosen ? (samples[chosen] ?? []) : Object.values(samples).flat();
  const [west, south, east, north] = bounds ?? [-180, -90, 180, 90];
  const near = rows.filter(
    ([lon, lat]) =>
      lon > west - NEAR_DEG && lon < east + NEAR_DEG && lat > south - NEAR_DEG && lat < north + NEAR_DEG,
  );
  return near.length ? near : rows;
}

/** The rows of a preview to bring into view; those with a problem, which may lie anywhere, only where there are no others. */
export function spotsInView({ whats, what, lat, lon }: Spots): [lat: number, lon: number][] {
  const all = what.map((_, at) => at);
  const sound = all.filter((at) => whats[what[at]] !== "problem");
  return (sound.length ? sound : all).map((at) => [lat[at], lon[at]]);
}

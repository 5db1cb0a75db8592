import type { PointState } from "../map";
import type { Point } from "./directory";
import type { Hours } from "./hours";

export interface Spot {
  lon: number;
  lat: number;
}

/** A point as the list shows it. */
export interface Ranked {
  point: Point;
  state: PointState;
  hours: Hours;
  usable: boolean;
  /** Straight-line metres from the spot; missing while no spot is known. */
  metres?: number;
  /** On foot along streets; missing where that is not known, or no way leads there. */
  walk?: { ms: number; metres: number };
}

const EARTH_M = 6371008.8;
const RADIANS = Math.PI / 180;

/** Metres along the great circle (haversine). */
export function metresBetween(a: Spot, b: Spot): number {
  const dLat = (b.lat - a.lat) * RADIANS;
  const dLon = (b.lon - a.lon) * RADIANS;
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** What the sign of a point tells: a status that rules it out comes before its hours. */
export function stateOf(point: Point, hours: Hours): PointState {
  if (point.status === "planned") return "planned";
  if (point.status !== "active" || point.serviceable === "failed" || point.serviceable === "expired") {
    return "out_of_service";
  }
  return hours.state;
}

/** Whether it makes sense to run there now. Unknown hours do not rule a point out; closed doors and private ones do. */
export function isUsable(point: Point, state: PointState): boolean {
  return (state === "open" || state === "unknown") && point.access !== "private" && point.access !== "no";
}

type Walked = ReadonlyMap<string, { ms: number; metres: number }>;
const NO_WALKS: Walked = new Map();

/** Usable ones first, each group by walking time, then, where that is not known, by distance; without a spot, as they came. */
export function rank(
  points: Point[],
  spot: Spot | null,
  hoursOf: (point: Point) => Hours,
  walks: Walked = NO_WALKS,
): Ranked[] {
  const ranked = points.map((point) => {
    const hours = hoursOf(point);
    const state = stateOf(point, hours);
    const metres = spot ? metresBetween(spot, point) : undefined;
    return { point, state, hours, usable: isUsable(point, state), metres, walk: walks.get(point.id) };
  });
  if (!spot) return ranked;
  return ranked.sort(
    (a, b) =>
      Number(b.usable) - Number(a.usable) ||
      (a.walk?.ms ?? Infinity) - (b.walk?.ms ?? Infinity) ||
      (a.metres ?? 0) - (b.metres ?? 0),
  );
}

import type { Point } from "./directory";
import {
  type Filters,
  hasKind,
  isAlwaysOpen,
  isOpen,
  isStepFree,
  levelsOf,
  NO_FILTERS,
  passes,
} from "./filters";
import type { Ranked } from "./nearest";

const counted = new WeakMap<Point[], Map<string, number>>();

/** How many points of each kind a place has; counted once. */
export function countKinds(points: Point[] | null): Map<string, number> {
  if (!points) return new Map();
  let counts = counted.get(points);
  if (!counts) {
    counts = new Map();
    for (const { kind } of points) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    counted.set(points, counts);
  }
  return counts;
}

/** How many points each filter would leave beside those that are on: what the chips say. */
export interface Facets {
  kinds: Map<string, number>;
  open: number;
  always: number;
  stepFree: number;
  /** From the lowest floor up. */
  levels: [level: string, count: number][];
}

export const NO_FACETS: Facets = { kinds: new Map(), open: 0, always: 0, stepFree: 0, levels: [] };

/** Counts them; every kind and floor of the place is there, with 0 where the other filters leave none. */
export function countFacets(all: Ranked[], filters: Filters): Facets {
  const facets: Facets = { ...NO_FACETS, kinds: new Map() };
  const levels = new Map<string, number>();
  const anyKind = { ...filters, chosenKinds: NO_FILTERS.chosenKinds };
  const anyLevel = { ...filters, level: null };
  for (const one of all) {
    const ofAnyKind = passes(anyKind, one);
    const { kind } = one.point;
    facets.kinds.set(kind, (facets.kinds.get(kind) ?? 0) + Number(ofAnyKind));
    if (one.point.level) {
      const counts = Number(passes(anyLevel, one));
      for (const level of levelsOf(one)) levels.set(level, (levels.get(level) ?? 0) + counts);
    }
    if (!ofAnyKind || !hasKind(filters, one)) continue;
    if (isOpen(one)) facets.open++;
    if (isAlwaysOpen(one)) facets.always++;
    if (isStepFree(one)) facets.stepFree++;
  }
  facets.levels = [...levels].sort(([a], [b]) => Number(a) - Number(b) || a.localeCompare(b));
  return facets;
}

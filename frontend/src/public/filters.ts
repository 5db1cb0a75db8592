import type { Ranked } from "./nearest";

/** What the visitor wants to see; part of the address, so that a link restores it. */
export interface Filters {
  chosenKinds: string[];
  openOnly: boolean;
  /** Only what is open day and night. */
  alwaysOnly: boolean;
  /** Only what a wheelchair reaches. */
  stepFreeOnly: boolean;
  /** Only on this floor, as points name it. */
  level: string | null;
}

export const NO_FILTERS: Filters = {
  chosenKinds: [],
  openOnly: false,
  alwaysOnly: false,
  stepFreeOnly: false,
  level: null,
};

export function isFiltering({ chosenKinds, openOnly, alwaysOnly, stepFreeOnly, level }: Filters): boolean {
  return chosenKinds.length > 0 || openOnly || alwaysOnly || stepFreeOnly || level !== null;
}

export function passes(filters: Filters, one: Ranked): boolean {
  return (
    hasKind(filters, one) &&
    (!filters.openOnly || isOpen(one)) &&
    (!filters.alwaysOnly || isAlwaysOpen(one)) &&
    (!filters.stepFreeOnly || isStepFree(one)) &&
    (filters.level === null || levelsOf(one).includes(filters.level))
  );
}

export function hasKind({ chosenKinds }: Filters, { point }: Ranked): boolean {
  return chosenKinds.length === 0 || chosenKinds.includes(point.kind);
}

export function isOpen({ state }: Ranked): boolean {
  return state === "open";
}

/** Known to be open day and night, and in service: unknown hours are not. */
export function isAlwaysOpen({ state, hours }: Ranked): boolean {
  return state === "open" && hours.always === true;
}

/** Known to be reached without steps: what nobody noted is not. */
export function isStepFree({ point }: Ranked): boolean {
  return point.wheelchair === "yes";
}

/** The floors that a point stands on: "0;1" is two. */
export function levelsOf({ point: { level } }: Ranked): string[] {
  if (!level) return [];
  return level.includes(";") ? level.split(";").map((one) => one.trim()) : [level];
}

export function readFilters(words: URLSearchParams): Filters {
  return {
    chosenKinds: (words.get("kind") ?? "").split(",").filter(Boolean),
    openOnly: words.get("open") === "now",
    alwaysOnly: words.get("247") === "1",
    stepFreeOnly: words.get("stepfree") === "1",
    level: words.get("level") || null,
  };
}

/** The filters as words of an address's hash. */
export function writeFilters(filters: Filters): string[] {
  const words: string[] = [];
  const { chosenKinds, level } = filters;
  if (chosenKinds.length) words.push(`kind=${chosenKinds.map(encodeURIComponent).join(",")}`);
  if (filters.openOnly) words.push("open=now");
  if (filters.alwaysOnly) words.push("247=1");
  if (filters.stepFreeOnly) words.push("stepfree=1");
  if (level !== null) words.push(`level=${encodeURIComponent(level)}`);
  return words;
}

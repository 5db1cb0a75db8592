import type { Ranked } from "./nearest";

/** What the visitor wants to see; part of the address, so that a link restores it. */
export interface Filters {
  chosenKinds: string[];
  openOnly: boolean;
}

export const NO_FILTERS: Filters = { chosenKinds: [], openOnly: false };

export function isFiltering({ chosenKinds, openOnly }: Filters): boolean {
  return chosenKinds.length > 0 || openOnly;
}

export function passes({ chosenKinds, openOnly }: Filters, { point, state }: Ranked): boolean {
  return (chosenKinds.length === 0 || chosenKinds.includes(point.kind)) && (!openOnly || state === "open");
}

export function readFilters(words: URLSearchParams): Filters {
  return {
    chosenKinds: (words.get("kind") ?? "").split(",").filter(Boolean),
    openOnly: words.get("open") === "now",
  };
}

/** The filters as words of an address's hash. */
export function writeFilters({ chosenKinds, openOnly }: Filters): string[] {
  const words: string[] = [];
  if (chosenKinds.length) words.push(`kind=${chosenKinds.map(encodeURIComponent).join(",")}`);
  if (openOnly) words.push("open=now");
  return words;
}

import type { Chosen } from "../editormap";

/** Whether both are the same point at the same place in the same state: then what was asked of the one holds for the other. */
export function isSameSpot(a: Chosen | null, b: Chosen | null): boolean {
  if (!a || !b) return a === b;
  return a.id === b.id && a.kind === b.kind && a.status === b.status && a.lon === b.lon && a.lat === b.lat;
}

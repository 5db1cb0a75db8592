import type { Flat } from "../draft";
import { forget, keep, kept, keptKeys } from "./session";

/** Unsaved values of a point, with the state that they started from. */
export interface KeptDraft {
  /** Null for a new point. */
  id: string | null;
  kindId: string;
  base: Flat;
  draft: Flat;
  at: string;
}

const NEW = "new";
const keyOf = (place: string, id: string | null) => `draft.${place}.${id ?? NEW}`;

export function keepDraft(place: string, draft: KeptDraft): void {
  keep(keyOf(place, draft.id), draft);
}

export function findDraft(place: string, id: string | null): KeptDraft | null {
  return kept<KeptDraft>(keyOf(place, id));
}

export function dropDraft(place: string, id: string | null): void {
  forget(keyOf(place, id));
}

/** All drafts of a place that were not saved, the latest first. */
export function listDrafts(place: string): KeptDraft[] {
  return keptKeys(`draft.${place}.`)
    .map((key) => kept<KeptDraft>(key))
    .filter((draft): draft is KeptDraft => draft !== null)
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

import type { Flat } from "../draft";
import { forget, keep, kept, keptKeys } from "./session";

/** Unsaved values of a point, with the state that they started from. */
export interface KeptDraft {
  /** Null for a new point. */
  id: string | null;
  /** What it is kept under: the point's id, or for a new point a name of its own, since there may be several. */
  slot: string;
  kindId: string;
  base: Flat;
  draft: Flat;
  at: string;
  /** What is said to the reviewer. */
  note?: string;
  /** The proposal that is worked on again; sending it anew replaces that one. */
  proposal?: { id: number; revision: number } | null;
  /** The position is the device's own: nothing is asked about it before it is saved. */
  isFromDevice?: boolean;
}

let made = 0;

/** A slot for one more new point. */
export function newSlot(): string {
  made++;
  return `new.${Date.now().toString(36)}.${made}`;
}

export function keepDraft(place: string, draft: KeptDraft): void {
  keep(`draft.${place}.${draft.slot}`, draft);
}

export function dropDraft(place: string, slot: string): void {
  forget(`draft.${place}.${slot}`);
}

/** All drafts of a place that were not saved, the latest first. */
export function listDrafts(place: string): KeptDraft[] {
  return keptKeys(`draft.${place}.`)
    .map((key) => kept<KeptDraft>(key))
    .filter((draft): draft is KeptDraft => draft !== null)
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

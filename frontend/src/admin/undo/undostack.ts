import { bodyOf, changedKeys, type Flat, NESTED } from "../draft";

/** What an act did to one point: the values before and after, and the revisions that hold them. */
export interface Step {
  id: string;
  from: Flat;
  to: Flat;
  fromRevision: number;
  toRevision: number;
}

/** Something that staff did, to one point or to many at once. */
export interface Act {
  text: string;
  steps: Step[];
}

export type Direction = "undo" | "redo";

/** What to send to go a step back or forth; or the points that somebody else has changed in between. */
export type Plan = { points: Record<string, unknown>[]; late: [] } | { points: []; late: string[] };

const MOST_ACTS = 100;

/** A step that keeps only what it needs: the values that differ, and whole objects of which a part does. */
export function stepOf(
  id: string,
  before: { values: Flat; revision: number },
  after: { values: Flat; revision: number },
): Step {
  const changed = changedKeys(before.values, after.values);
  const outers = NESTED.filter((outer) => changed.some((key) => key.startsWith(`${outer}.`)));
  const wanted = (key: string) =>
    changed.includes(key) || outers.some((outer) => key.startsWith(`${outer}.`));
  const pick = (values: Flat) => Object.fromEntries(Object.entries(values).filter(([key]) => wanted(key)));
  return {
    id,
    from: pick(before.values),
    to: pick(after.values),
    fromRevision: before.revision,
    toRevision: after.revision,
  };
}

/**
 * Acts that can be taken back and done again, last first. An undo makes a new revision with an old content: which revisions
 * mean the same is kept, so that an act is only undone where its own result still stands. Pure.
 */
export class UndoStack {
  private done: Act[] = [];
  private undone: Act[] = [];
  /** By point: revision to the earlier one of the same content. */
  private same: Record<string, Record<number, number>> = {};

  /** @param kept what {@link state} gave before a reload */
  constructor(kept?: ReturnType<UndoStack["state"]> | null) {
    if (kept) ({ done: this.done, undone: this.undone, same: this.same } = kept);
  }

  state(): { done: Act[]; undone: Act[]; same: Record<string, Record<number, number>> } {
    return { done: this.done, undone: this.undone, same: this.same };
  }

  add(act: Act): void {
    this.done = [...this.done, act].slice(-MOST_ACTS);
    this.undone = [];
  }

  next(direction: Direction): Act | undefined {
    return (direction === "undo" ? this.done : this.undone).at(-1);
  }

  /** @param revisionOf the latest revision of a point that this page knows */
  plan(act: Act, direction: Direction, revisionOf: (id: string) => number | undefined): Plan {
    const late: string[] = [];
    const points: Record<string, unknown>[] = [];
    for (const step of act.steps) {
      const now = revisionOf(step.id);
      const stood = direction === "undo" ? step.toRevision : step.fromRevision;
      if (now === undefined || this.meaning(step.id, now) !== this.meaning(step.id, stood)) {
        late.push(step.id);
        continue;
      }
      const body = direction === "undo" ? bodyOf(step.to, step.from) : bodyOf(step.from, step.to);
      points.push({ ...body, id: step.id, revision: now });
    }
    return late.length > 0 ? { points: [], late } : { points, late: [] };
  }

  /** After the act was taken back or done again: the new revisions by point. */
  took(act: Act, direction: Direction, revisions: ReadonlyMap<string, number>): void {
    for (const step of act.steps) {
      const made = revisions.get(step.id);
      const meant = this.meaning(step.id, direction === "undo" ? step.fromRevision : step.toRevision);
      if (made === undefined || made === meant) continue;
      this.same[step.id] ??= {};
      this.same[step.id][made] = meant;
    }
    const others = (acts: Act[]) => acts.filter((one) => one !== act);
    if (direction === "undo") [this.done, this.undone] = [others(this.done), [...this.undone, act]];
    else [this.done, this.undone] = [[...this.done, act], others(this.undone)];
  }

  private meaning(id: string, revision: number): number {
    return this.same[id]?.[revision] ?? revision;
  }
}

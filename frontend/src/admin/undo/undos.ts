import { Problem } from "../../http";
import { t } from "../../i18n";
import { api } from "../api";
import { sentence } from "../complaint";
import { type Flat, flatten } from "../draft";
import { forget, keep, kept } from "../kept/session";
import type { PointFeature } from "../model";
import { type Act, type Direction, stepOf, UndoStack } from "./undostack";

interface Listener {
  revisionOf(id: string): number | undefined;
  nameOf(id: string): string;
  /** Points as they are now, and what to say. */
  took(points: PointFeature[], text: string): void;
  refused(text: string): void;
}

/** As many points as an act may have to survive a reload: more would fill what a tab may keep. */
const MOST_KEPT = 5_000;

/** Undo and redo of a place's edits, kept over a reload; each goes to the server as one change of all its points. */
export class Undos {
  private stack: UndoStack;
  private busy = false;

  constructor(
    private readonly place: string,
    private readonly listener: Listener,
  ) {
    this.stack = new UndoStack(kept(this.key));
  }

  get undoText(): string {
    return this.labelOf("undo");
  }

  get redoText(): string {
    return this.labelOf("redo");
  }

  /** Takes an act on points; a new point has no state before, and is undone by its removal. */
  add(text: string, pairs: { before: PointFeature | null; after: PointFeature }[]): void {
    const steps = pairs
      .filter(({ before, after }) => before?.properties.revision !== after.properties.revision)
      .map(({ before, after }) =>
        stepOf(after.id, before ? stateOf(before) : { values: unmade(after), revision: 0 }, stateOf(after)),
      );
    if (steps.length === 0) return;
    this.stack.add({ text, steps });
    this.remember();
  }

  async go(direction: Direction): Promise<void> {
    const act = this.stack.next(direction);
    if (!act || this.busy) return;
    const plan = this.stack.plan(act, direction, (id) => this.listener.revisionOf(id));
    if (plan.late.length > 0) {
      this.listener.refused(this.lateText(plan.late));
      return;
    }
    this.busy = true;
    try {
      const points = await api.changePoints(this.place, plan.points);
      this.stack.took(act, direction, new Map(points.map((one) => [one.id, one.properties.revision])));
      this.remember();
      this.listener.took(points, t(direction === "undo" ? "admin.did.undone" : "admin.did.redone"));
    } catch (problem) {
      this.listener.refused(this.refusal(problem));
    } finally {
      this.busy = false;
    }
  }

  private refusal(problem: unknown): string {
    if (!(problem instanceof Problem) || problem.code !== "revision_conflict") return sentence(problem);
    const problems = (problem.details.problems ?? []) as { id: string }[];
    return this.lateText(problems.map((one) => one.id));
  }

  private lateText(ids: string[]): string {
    const names = ids.slice(0, 3).map((id) => this.listener.nameOf(id));
    const more = ids.length > names.length ? " …" : "";
    return t("admin.undo.late_points", { names: names.join(", ") + more });
  }

  private labelOf(direction: Direction): string {
    const act: Act | undefined = this.stack.next(direction);
    if (!act) return "";
    return t(direction === "undo" ? "admin.undo.what" : "admin.redo.what", { what: act.text });
  }

  private get key(): string {
    return `undo.${this.place}`;
  }

  private remember(): void {
    const state = this.stack.state();
    const size = [...state.done, ...state.undone].reduce((sum, act) => sum + act.steps.length, 0);
    if (size > MOST_KEPT) forget(this.key);
    else keep(this.key, state);
  }
}

function stateOf(point: PointFeature): { values: Flat; revision: number } {
  return { values: flatten(point), revision: point.properties.revision };
}

/** A record is never deleted: what was added by mistake is removed for that reason. */
function unmade(point: PointFeature): Flat {
  return { ...flatten(point), status: "removed", status_reason: "mistake" };
}

import { Problem } from "../http";
import { t } from "../i18n";
import { isReviewed } from "./accounts/rights";
import { api } from "./api";
import { sentence } from "./complaint";
import { bodyOf, changedKeys, type Flat, filledLines, flatten, merge, withValue } from "./draft";
import type { Chosen } from "./editormap";
import type { FieldErrors } from "./form";
import { dropDraft, type KeptDraft, keepDraft } from "./kept/drafts";
import type { EquipmentLine, HistoryEntry, PointFeature, Status } from "./model";
import { reviewApi } from "./review/api";
import { draftOf, type Proposal } from "./review/model";

/** Something that was done to a point, and the two states around it, so that it can be undone. */
export interface Deed {
  text: string;
  before: PointFeature | null;
  after: PointFeature;
  undoable: boolean;
}

/** What the drawer is told while one point is being edited. */
interface Listener {
  /** Something that is shown has changed. */
  redraw(): void;
  /** Where the point is, as the form has it now. */
  moved(where: Chosen): void;
  did(deed: Deed): void;
  /** What was typed has been sent for review; a new point is none yet. */
  proposed(isNew: boolean): void;
  /** A field was complained of, which is now among the errors. */
  complained(sentence: string): void;
}

/** One point being edited: the state it started from, what was typed since, and what came back from the server. */
export class PointEdit {
  /** Id of the place; unsaved values are kept under it. */
  place = "";
  point: PointFeature | null = null;
  kindId = "";
  base: Flat = {};
  draft: Flat = {};
  errors: FieldErrors = {};
  trouble = "";
  conflict: { theirs: PointFeature; by: string; mine: Flat } | null = null;
  history: HistoryEntry[] | null = null;
  busy = false;
  /** The proposal of a new point that is worked on again; sending replaces it. */
  private proposal: Proposal | null = null;

  constructor(private readonly listener: Listener) {}

  /** Shows a saved point as it is. */
  open(point: PointFeature): void {
    this.reset();
    this.rebase(point, flatten(point));
  }

  /** Takes up what was typed before the page was loaded anew; where the point has changed since, both sides are shown. */
  takeUp(draft: KeptDraft, point: PointFeature | null): void {
    this.reset();
    this.point = point;
    this.kindId = draft.kindId;
    this.base = draft.base;
    this.change(draft.draft);
    if (!point) return;
    const now = flatten(point);
    if (changedKeys(draft.base, now).length > 0) {
      this.conflict = { theirs: point, by: point.properties.changed_by ?? "", mine: draft.draft };
    } else this.base = now;
  }

  /** Takes up one's own proposal, to be sent again. */
  takeUpProposal(proposal: Proposal, point: PointFeature | null): void {
    this.takeUp(draftOf(proposal, point), point);
    this.proposal = proposal;
  }

  /** What was typed is let go. */
  abandon(): void {
    dropDraft(this.place, this.point?.id ?? null);
  }

  /** Starts a new point. */
  begin(kindId: string, start: Flat): void {
    this.reset();
    this.point = null;
    this.kindId = kindId;
    this.base = {};
    this.change(start);
  }

  get position(): [number, number] {
    return [Number(this.draft.lon), Number(this.draft.lat)];
  }

  get unsaved(): string[] {
    return this.point ? changedKeys(this.base, this.draft) : Object.keys(this.draft);
  }

  get where(): Chosen {
    const [lon, lat] = this.position;
    const status = (this.draft.status as Status) ?? "active";
    return { id: this.point?.id ?? null, kind: this.kindId, status, lon, lat };
  }

  change(draft: Flat): void {
    this.draft = draft;
    this.keep();
    this.tellWhere();
  }

  /** Takes the marker's new position into the unsaved values; undone by another move. */
  moveTo(lon: number, lat: number): void {
    this.change(withValue(withValue(this.draft, "lon", lon), "lat", lat));
  }

  chooseKind(kindId: string): void {
    this.kindId = kindId;
    const kept = Object.entries(this.draft).filter(([key]) => !key.startsWith("attributes."));
    this.change(Object.fromEntries(kept));
  }

  /** After somebody (the toast's undo) has changed the point that is shown: unsaved values stay. */
  adopt(point: PointFeature): void {
    const mine = merge(this.base, this.draft, flatten(point), new Set(["status", "status_reason"]));
    this.rebase(point, mine);
  }

  rebase(point: PointFeature, draft: Flat): void {
    this.base = flatten(point);
    this.point = point;
    this.kindId = point.properties.kind;
    this.conflict = null;
    this.history = null;
    this.change(draft);
  }

  async loadHistory(): Promise<void> {
    if (!this.point) return;
    this.history = null;
    try {
      this.history = await api.listHistory(this.point.id);
    } catch (problem) {
      this.trouble = sentence(problem);
    }
    this.listener.redraw();
  }

  async save(): Promise<boolean> {
    const lines = filledLines((this.draft.equipment as EquipmentLine[] | undefined) ?? []);
    const draft = withValue(this.draft, "equipment", lines);
    if (this.point) return this.saveOver(this.point, this.base, draft);
    if (isReviewed()) return this.propose(null, { kind: this.kindId, ...bodyOf({}, draft) }, draft);
    const body = { place: this.place, kind: this.kindId, ...bodyOf({}, draft) };
    return this.send(() => api.createPoint(body), t("admin.did.created"), false, draft);
  }

  saveOver(from: PointFeature, before: Flat, after: Flat): Promise<boolean> {
    if (isReviewed()) return this.propose(from, bodyOf(before, after), after);
    const body = { revision: from.properties.revision, ...bodyOf(before, after) };
    return this.send(() => api.changePoint(from.id, body), t("admin.did.saved"), false, after);
  }

  async setStatus(status: Status, reason: string): Promise<void> {
    const point = this.point;
    if (!point) return;
    if (isReviewed()) {
      await this.propose(point, { status, status_reason: reason || null }, this.draft);
      return;
    }
    const body = { revision: point.properties.revision, status, status_reason: reason || null };
    const mine = withValue(withValue(this.draft, "status", status), "status_reason", reason);
    await this.send(() => api.changePoint(point.id, body), t(`admin.did.${status}`), true, mine, true);
  }

  /** Changes some fields at once, which can be undone; what was typed in others stays unsaved. */
  async setNow(values: Flat, text: string): Promise<boolean> {
    const point = this.point;
    if (!point) return false;
    let [now, mine] = [this.base, this.draft];
    for (const [key, value] of Object.entries(values)) {
      now = withValue(now, key, value);
      mine = withValue(mine, key, value);
    }
    if (isReviewed()) return this.propose(point, bodyOf(this.base, now), mine);
    const body = { revision: point.properties.revision, ...bodyOf(this.base, now) };
    return this.send(() => api.changePoint(point.id, body), text, true, mine, true);
  }

  async restore(entry: HistoryEntry): Promise<void> {
    const point = this.point;
    if (!point) return;
    if (this.unsaved.length > 0) {
      this.trouble = t("admin.history.unsaved");
      this.listener.redraw();
      return;
    }
    const revision = point.properties.revision;
    await this.send(
      () => api.restorePoint(point.id, revision, entry.id),
      t("admin.did.restored"),
      true,
      this.draft,
    );
  }

  /** Sends, shows what came back, and puts each complaint where it belongs; what was typed stays whatever happens. */
  private async send(
    request: () => Promise<PointFeature>,
    text: string,
    undoable: boolean,
    mine: Flat,
    keepsDraft = false,
  ): Promise<boolean> {
    this.busy = true;
    this.errors = {};
    this.trouble = "";
    this.listener.redraw();
    const before = this.point;
    try {
      const after = await request();
      if (!before) this.abandon();
      if (keepsDraft) this.adopt(after);
      else this.rebase(after, flatten(after));
      this.listener.did({ text, before, after, undoable });
      return true;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.complain(problem, mine);
      return false;
    } finally {
      this.busy = false;
      this.listener.redraw();
    }
  }

  /** Sends the change for review instead of making it: the point stays as it is. */
  private async propose(
    point: PointFeature | null,
    values: Record<string, unknown>,
    mine: Flat,
  ): Promise<boolean> {
    this.busy = true;
    this.errors = {};
    this.trouble = "";
    this.listener.redraw();
    try {
      const old = this.proposal;
      if (point) await reviewApi.propose({ point: point.id, revision: point.properties.revision, values });
      else if (old && !old.point_id) await reviewApi.change(old, { values, state: "submitted" });
      else await reviewApi.propose({ place: this.place, values });
      this.proposal = null;
      this.abandon();
      if (point) this.rebase(point, flatten(point));
      this.listener.proposed(point === null);
      return true;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.complain(problem, mine);
      return false;
    } finally {
      this.busy = false;
      this.listener.redraw();
    }
  }

  private complain(problem: Problem, mine: Flat): void {
    if (problem.code === "revision_conflict" && problem.details.current) {
      const by = (problem.details.changed_by as string | undefined) ?? "";
      this.conflict = { theirs: problem.details.current as PointFeature, by, mine };
      return;
    }
    const parameter = problem.details.parameter as string | undefined;
    if (!parameter) {
      this.trouble = sentence(problem);
      return;
    }
    this.conflict = null;
    this.errors = { [parameter]: problem.message };
    this.listener.complained(problem.message);
  }

  private keep(): void {
    const id = this.point?.id ?? null;
    if (this.unsaved.length === 0) dropDraft(this.place, id);
    else
      keepDraft(this.place, {
        id,
        kindId: this.kindId,
        base: this.base,
        draft: this.draft,
        at: new Date().toISOString(),
      });
  }

  private reset(): void {
    this.errors = {};
    this.trouble = "";
    this.conflict = null;
    this.history = null;
    this.proposal = null;
  }

  private tellWhere(): void {
    this.listener.moved(this.where);
    this.listener.redraw();
  }
}

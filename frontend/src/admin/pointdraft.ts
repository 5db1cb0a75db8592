import { isReviewed } from "./accounts/rights";
import type { PositionCheck } from "./add/hints";
import { isSameSpot } from "./add/spot";
import { api } from "./api";
import { changedKeys, type Flat, flatten, merge } from "./draft";
import type { Chosen } from "./editormap";
import type { FieldErrors } from "./form";
import { dropDraft, type KeptDraft, keepDraft, newSlot } from "./kept/drafts";
import { Latest } from "./live/latest";
import type { HistoryEntry, PointFeature, Status } from "./model";
import { reviewApi } from "./review/api";
import { draftOf, type Proposal } from "./review/model";

/** What who shows a draft is told. */
export interface DraftListener {
  /** Something that is shown has changed. */
  redraw(): void;
  /** Where the point is, as the form has it now. */
  moved(where: Chosen): void;
  /** A position that is not saved yet, to be asked about; null for none. */
  asks(where: Chosen | null): void;
}

export const NONE: ReadonlySet<string> = new Set();

/** The point that is open: the state it started from and what was typed since. Nothing here is sent. */
export class PointDraft {
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
  /** What is said to the reviewer. */
  note = "";
  /** What is odd about a position that is not saved yet; null for nothing known. */
  check: PositionCheck | null = null;
  /** One's own open proposal for the point; null for none that is known. */
  protected own: Proposal | null = null;
  /** The proposal that was taken up: what was typed stands on it, and sending replaces it. */
  protected takenUp: KeptDraft["proposal"] = null;
  protected slot = "";
  /** Counts what was opened: an answer to a request of an earlier turn changes nothing here. */
  protected turn = 0;
  private isFromDevice = false;
  private asked: Chosen | null = null;
  private readonly spots = new Latest<Chosen, PositionCheck>(
    (where) => api.checkPosition(this.place, where),
    (check) => this.seen(check),
    () => this.seen(null),
  );

  constructor(private readonly shown: DraftListener) {}

  /** Shows a saved point as it is. */
  open(point: PointFeature): void {
    this.reset();
    this.rebase(point, flatten(point));
    void this.lookUp(point);
  }

  /** Takes up what was typed before the page was loaded anew; where the point has changed since, both sides are shown. */
  takeUp(draft: KeptDraft, point: PointFeature | null): void {
    this.reset();
    this.point = point;
    this.kindId = draft.kindId;
    this.base = draft.base;
    this.slot = draft.slot;
    this.note = draft.note ?? "";
    this.takenUp = draft.proposal ?? null;
    this.isFromDevice = draft.isFromDevice === true;
    if (point) {
      const now = flatten(point);
      if (changedKeys(draft.base, now).length > 0) this.showBoth(point, draft.draft);
      else this.base = now;
      void this.lookUp(point);
    }
    this.change(draft.draft);
  }

  /** Takes up one's own proposal, to be sent again. */
  takeUpProposal(proposal: Proposal, point: PointFeature | null): void {
    this.takeUp(draftOf(proposal, point), point);
  }

  /** The same of the point that is open; what was typed since stays, over it. */
  takeUpWaiting(): void {
    const { own, point, base, draft, note } = this;
    if (!own || !point) return;
    const earlier = draftOf(own, point);
    const both = merge(base, draft, earlier.draft);
    this.takeUp({ ...earlier, draft: both, note: note || earlier.note }, point);
  }

  /** Starts a new point. */
  begin(kindId: string, start: Flat, isFromDevice = false): void {
    this.reset();
    this.point = null;
    this.kindId = kindId;
    this.base = {};
    this.slot = newSlot();
    this.isFromDevice = isFromDevice;
    this.change(start);
  }

  /** What was typed is let go. */
  abandon(): void {
    dropDraft(this.place, this.slot);
  }

  /** Nothing is open any more. */
  close(): void {
    this.abandon();
    this.reset();
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

  /** One's own proposal for the point that was not taken up here. */
  get waiting(): Proposal | null {
    return this.own && this.own.id !== this.takenUp?.id ? this.own : null;
  }

  /** Whether that is where it is kept. */
  isOf(slot: string): boolean {
    return slot === this.slot;
  }

  change(draft: Flat): void {
    this.draft = draft;
    this.keep();
    this.shown.moved(this.where);
    this.ask(this.isElsewhere && !this.isFromDevice ? this.where : null);
    this.shown.redraw();
  }

  say(note: string): void {
    this.note = note;
    this.keep();
  }

  /** Takes the marker's new position into the unsaved values; what comes back undoes it, while the same point is open. */
  moveTo(lon: number, lat: number): () => void {
    const { turn, isFromDevice } = this;
    const [fromLon, fromLat] = this.position;
    this.isFromDevice = false; // somebody has said by hand where it is
    this.change({ ...this.draft, lon, lat });
    return () => {
      if (turn !== this.turn) return;
      this.isFromDevice = isFromDevice;
      this.change({ ...this.draft, lon: fromLon, lat: fromLat });
    };
  }

  /** The marker is being dragged and is there just now. */
  dragTo(lon: number, lat: number): void {
    if (!this.isFromDevice) this.ask({ ...this.where, lon, lat });
  }

  chooseKind(kindId: string): void {
    this.kindId = kindId;
    const kept = Object.entries(this.draft).filter(([key]) => !key.startsWith("attributes."));
    this.change(Object.fromEntries(kept));
  }

  /** After the point that is shown has been changed from elsewhere: unsaved values stay, but for those keys. */
  adopt(point: PointFeature, taken: ReadonlySet<string> = new Set(["status", "status_reason"])): void {
    this.rebase(point, merge(this.base, this.draft, flatten(point), taken));
  }

  rebase(point: PointFeature, draft: Flat): void {
    this.base = flatten(point);
    this.point = point;
    this.slot = point.id;
    this.kindId = point.properties.kind;
    this.conflict = null;
    this.history = null;
    this.change(draft);
  }

  /** What was typed on a state that is not the point's any more, beside what the point holds now. */
  protected showBoth(theirs: PointFeature, mine: Flat, by = theirs.properties.changed_by ?? ""): void {
    this.conflict = { theirs, by, mine };
  }

  /** Whose changes are reviewed may have one waiting already. */
  protected async lookUp(point: PointFeature): Promise<void> {
    if (!isReviewed()) return;
    const { turn } = this;
    const own = await reviewApi.findOwn(this.place, point.id).catch(() => null); // asked again before sending
    if (turn !== this.turn) return;
    this.own = own;
    this.shown.redraw();
  }

  private get isElsewhere(): boolean {
    return (
      !this.point || this.point.geometry.coordinates.some((degrees, at) => degrees !== this.position[at])
    );
  }

  /** Asks what a position would mean. Never of where the device itself is. */
  private ask(where: Chosen | null): void {
    if (isSameSpot(where, this.asked)) return;
    this.asked = where;
    this.shown.asks(where);
    if (where) {
      this.spots.ask(where);
      return;
    }
    this.spots.forget();
    this.check = null;
  }

  private seen(check: PositionCheck | null): void {
    this.check = check;
    this.shown.redraw();
  }

  private keep(): void {
    const { point, kindId, slot, base, draft, note, takenUp: proposal, isFromDevice } = this;
    if (this.unsaved.length === 0) {
      this.abandon();
      return;
    }
    const at = new Date().toISOString();
    const id = point?.id ?? null;
    keepDraft(this.place, { id, slot, kindId, base, draft, at, note, proposal, isFromDevice });
  }

  private reset(): void {
    this.turn++;
    this.ask(null);
    this.busy = false;
    this.errors = {};
    this.trouble = "";
    this.conflict = null;
    this.history = null;
    this.own = null;
    this.takenUp = null;
    this.note = "";
    this.isFromDevice = false;
  }
}

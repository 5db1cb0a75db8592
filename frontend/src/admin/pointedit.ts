import { Problem } from "../http";
import { t } from "../i18n";
import { isReviewed } from "./accounts/rights";
import { api } from "./api";
import { sentence } from "./complaint";
import { bodyOf, type Flat, fieldOf, filledLines, flatten, merge, withValue } from "./draft";
import { dropDraft } from "./kept/drafts";
import type { EquipmentLine, HistoryEntry, PhotoLine, PointFeature, Status } from "./model";
import { type DraftListener, NONE, PointDraft } from "./pointdraft";
import { reviewApi } from "./review/api";
import { draftOf, type Proposal } from "./review/model";
import { sendingOf } from "./review/sending";

/** Something that was done to a point, and the two states around it, so that it can be undone. */
export interface Deed {
  /** Id of the place that it was done in. */
  place: string;
  text: string;
  before: PointFeature | null;
  after: PointFeature;
  undoable: boolean;
  /** Another point is open by now: only the list takes it. */
  isLate: boolean;
}

/** What the drawer is told while one point is being edited. */
interface Listener extends DraftListener {
  did(deed: Deed): void;
  /** Sent for review, or taken back from it; `isNew` while a point that is none yet stands in the form. */
  proposed(text: string, isNew: boolean): void;
  /** A field was complained of, which is now among the errors. */
  complained(sentence: string): void;
  /** What a point that is open no more was refused for. */
  late(sentence: string): void;
}

/** What was open when a request began; its answer is for that, whatever is open by then. */
interface Began {
  turn: number;
  place: string;
  point: PointFeature | null;
  draft: Flat;
  slot: string;
}

/** Keys that are sent now while the others stay unsaved; null where all that was typed is sent. */
type Taken = ReadonlySet<string> | null;

/** No turn of a draft: what is done so, is done to a point that is not open. */
const NO_TURN = -1;

/** One point being edited: what is sent of its draft, and what comes of it. */
export class PointEdit extends PointDraft {
  private resting: Promise<void> = Promise.resolve();

  constructor(private readonly listener: Listener) {
    super(listener);
  }

  /** Fulfilled once no request of what is open is under way. */
  get atRest(): Promise<void> {
    return this.resting;
  }

  async loadHistory(): Promise<void> {
    const { point, turn } = this;
    if (!point) return;
    this.history = null;
    try {
      const history = await api.listHistory(point.id);
      if (turn === this.turn && point === this.point) this.history = history;
    } catch (problem) {
      if (turn === this.turn) this.trouble = sentence(problem);
    }
    this.listener.redraw();
  }

  async save(): Promise<boolean> {
    const lines = filledLines((this.draft.equipment as EquipmentLine[] | undefined) ?? []);
    const draft = withValue(this.draft, "equipment", lines);
    if (this.point) return this.saveOver(this.point, this.base, draft);
    if (isReviewed()) return this.proposeNew(draft);
    const body = { place: this.place, kind: this.kindId, ...bodyOf({}, draft) };
    return !!(await this.send(
      this.began(),
      () => api.createPoint(body),
      t("admin.did.created"),
      draft,
      null,
    ));
  }

  async saveOver(from: PointFeature, before: Flat, after: Flat): Promise<boolean> {
    const began = { ...this.began(), point: from };
    if (isReviewed()) return !!(await this.propose(began, before, after, after, null));
    const body = { revision: from.properties.revision, ...bodyOf(before, after) };
    return !!(await this.send(
      began,
      () => api.changePoint(from.id, body),
      t("admin.did.saved"),
      after,
      null,
    ));
  }

  async setStatus(status: Status, reason: string): Promise<void> {
    await this.setNow(() => ({ status, status_reason: reason }), t(`admin.did.${status}`));
  }

  /**
   * Changes some fields at once, which can be undone; what was typed in others stays unsaved.
   *
   * @param valuesOf the values wanted, of the point as it is known last
   * @param of the point; it may be open no more, as after a long upload
   * @returns the point as it is then; null where it was refused
   */
  async setNow(
    valuesOf: (now: PointFeature) => Flat,
    text: string,
    of: PointFeature | null = this.point,
  ): Promise<PointFeature | null> {
    if (!of) return null;
    const isOpen = this.point?.id === of.id;
    const point = (isOpen && this.point) || of;
    const began = isOpen ? this.began() : { ...this.began(), point, turn: NO_TURN, slot: "" };
    const taken = new Set(Object.keys(valuesOf(point)));
    const set = (flat: Flat, now = point) =>
      Object.entries(valuesOf(now)).reduce((all, [key, value]) => withValue(all, key, value), flat);
    const mine = set(isOpen ? this.draft : flatten(point));
    if (isReviewed()) return this.propose(began, flatten(point), set(flatten(point)), mine, taken);
    const change = (now: PointFeature) =>
      api.changePoint(now.id, {
        revision: now.properties.revision,
        ...fieldsOf(taken, set(flatten(now), now)),
      });
    const request = () =>
      change(point).catch((problem) => {
        const current = currentOf(problem);
        if (isOpen || !current) throw problem;
        began.point = current; // nobody looks at it any more who could be asked
        return change(current);
      });
    return this.send(began, request, text, mine, taken);
  }

  /** A point's photos, as one's own open proposal would have them where there is one. */
  photosOf(point: PointFeature): PhotoLine[] {
    const now = this.point?.id === point.id ? this.point : point;
    const proposed = this.point?.id === point.id ? this.own?.proposed.photos : undefined;
    return ((proposed ?? now.properties.photos) as PhotoLine[] | null | undefined) ?? [];
  }

  async restore(entry: HistoryEntry): Promise<void> {
    const point = this.point;
    if (!point) return;
    if (this.unsaved.length > 0) {
      this.trouble = t("admin.history.unsaved");
      this.listener.redraw();
      return;
    }
    const request = () => api.restorePoint(point.id, point.properties.revision, entry.id);
    await this.send(this.began(), request, t("admin.did.restored"), this.draft, NONE);
  }

  /** Takes one's own proposal back from the reviewer. */
  async withdraw(): Promise<void> {
    const { own, point } = this;
    if (!own || !point) return;
    await this.during(this.began(), this.draft, async () => {
      await reviewApi.change(own, { state: "withdrawn" });
      this.listener.proposed(t("admin.review.withdrawn"), false);
    });
    if (this.point?.id === point.id) await this.lookUp(point);
  }

  /** Sends, and shows what came back; what was typed meanwhile stays. `mine` is all that is wanted, for a conflict. */
  private send(
    began: Began,
    request: () => Promise<PointFeature>,
    text: string,
    mine: Flat,
    taken: Taken,
  ): Promise<PointFeature | null> {
    return this.during(began, mine, async () => {
      const after = await request();
      const isLate = began.turn !== this.turn;
      if (!taken) this.forget(began);
      if (!isLate && !taken) this.rebase(after, merge(began.draft, this.draft, flatten(after)));
      else if (!isLate || this.point?.id === after.id) this.adopt(after, taken ?? NONE);
      const { place, point: before } = began;
      this.listener.did({ place, text, before, after, undoable: taken !== null, isLate });
      return after;
    });
  }

  private async proposeNew(draft: Flat): Promise<boolean> {
    const began = this.began();
    const { takenUp, place, note } = this;
    const values = { kind: this.kindId, ...bodyOf({}, draft) };
    const made = await this.during(began, draft, async () => {
      const proposal = takenUp
        ? await reviewApi.change(takenUp, { values, note, state: "submitted" })
        : await reviewApi.propose({ place, values, note });
      this.forget(began);
      this.listener.proposed(t("admin.review.sent"), began.turn === this.turn);
      return proposal;
    });
    return made !== null;
  }

  /** Sends the change for review instead of making it: the point stays as it is. */
  private propose(
    began: Began,
    before: Flat,
    after: Flat,
    mine: Flat,
    taken: Taken,
  ): Promise<PointFeature | null> {
    const point = began.point as PointFeature;
    const { note, takenUp } = this;
    return this.during(began, mine, async () => {
      const own = await reviewApi.findOwn(began.place, point.id);
      const isOpen = () => began.turn === this.turn;
      const isKnown = isOpen() && own !== null && takenUp?.id === own.id && takenUp.revision === own.revision;
      const { values, clash } = sendingOf(point, own, isKnown && !taken, before, after);
      if (clash) {
        if (isOpen())
          this.showClash(point, own, clash.base, merge(before, this.draft, clash.mine, taken ?? NONE));
        else this.listener.late(t("admin.review.late"));
        return null;
      }
      const made = await reviewApi.propose({
        point: point.id,
        revision: point.properties.revision,
        values: taken ? { ...fieldsOf(wholeFields(taken), after), ...values } : values,
        note: (isOpen() && note) || (isKnown ? null : own?.note) || null,
      });
      if (!taken) this.forget(began);
      if (isOpen()) this.sent(point, began, made, isKnown, taken);
      this.listener.proposed(t("admin.review.sent"), false);
      return point;
    });
  }

  private sent(point: PointFeature, began: Began, made: Proposal, wasTakenUp: boolean, taken: Taken): void {
    this.own = made;
    if (!taken) {
      this.takenUp = null;
      this.note = "";
      this.rebase(point, merge(began.draft, this.draft, flatten(point)));
      return;
    }
    if (!wasTakenUp) return;
    // What was typed stands on the proposal, which holds these fields too by now.
    this.takenUp = { id: made.id, revision: made.revision };
    const wanted = draftOf(made, point).draft;
    this.change([...taken].reduce((flat, key) => withValue(flat, key, wanted[key]), this.draft));
  }

  /** The earlier proposal and somebody else's change differ: it is decided here, not by who was quicker. */
  private showClash(point: PointFeature, own: Proposal | null, base: Flat, mine: Flat): void {
    this.own = own;
    this.takenUp = own && { id: own.id, revision: own.revision };
    this.base = base;
    this.showBoth(point, mine);
    this.change(mine);
  }

  private began(): Began {
    const { turn, place, point, draft, slot } = this;
    return { turn, place, point, draft, slot };
  }

  /** What was kept of it is saved by now; not where the same point is open again, with a draft of its own. */
  private forget({ turn, place, slot }: Began): void {
    if (turn === this.turn || slot !== this.slot) dropDraft(place, slot);
  }

  /** Works as busy, and puts each complaint where it belongs; what was typed stays whatever happens. */
  private async during<T>(began: Began, mine: Flat, work: () => Promise<T>): Promise<T | null> {
    const isOpen = () => began.turn === this.turn;
    let rest = () => {};
    if (isOpen()) {
      this.busy = true;
      this.errors = {};
      this.trouble = "";
      this.resting = new Promise((resolve) => {
        rest = resolve;
      });
      this.listener.redraw();
    }
    try {
      return await work();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (isOpen()) this.complain(problem, merge(began.draft, this.draft, mine));
      else this.listener.late(sentence(problem));
      return null;
    } finally {
      if (isOpen()) this.busy = false;
      rest();
      this.listener.redraw();
    }
  }

  private complain(problem: Problem, mine: Flat): void {
    const current = currentOf(problem);
    if (current) {
      this.showBoth(current, mine, (problem.details.changed_by as string | undefined) ?? "");
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
}

/** The point as somebody else has saved it meanwhile, where that is what a request was refused for. */
function currentOf(problem: unknown): PointFeature | undefined {
  if (!(problem instanceof Problem) || problem.code !== "revision_conflict") return undefined;
  return problem.details.current as PointFeature | undefined;
}

/** The fields of those keys, said whether or not they change. */
function fieldsOf(keys: ReadonlySet<string>, flat: Flat): Record<string, unknown> {
  return Object.fromEntries(
    [...keys].map((key) => key.split(".")[0]).map((field) => [field, fieldOf(flat, field)]),
  );
}

const wholeFields = (keys: ReadonlySet<string>) => new Set([...keys].filter((key) => !key.includes(".")));

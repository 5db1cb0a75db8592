import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Problem } from "../http";
import { language, t } from "../i18n";
import { isReviewed, may } from "./accounts/rights";
import { api } from "./api";
import { goToComplaint, sentence } from "./complaint";
import "./conflict";
import "./deeds";
import type { StatusWish } from "./deeds";
import { bodyOf, changedKeys, displayName, type Flat, filledLines, flatten, merge, withValue } from "./draft";
import { drawerHead, type Tab } from "./drawerhead";
import { PageElement } from "./element";
import { kindName } from "./fields";
import "./form";
import type { FieldErrors } from "./form";
import "./history";
import type { EquipmentLine, HistoryEntry, Kind, PointFeature, Status } from "./model";
import { newChoice } from "./newchoice";
import { reviewApi } from "./review/api";
import type { Proposal } from "./review/model";

/** Something that was done to a point, and the two states around it, so that it can be undone. */
export interface Deed {
  text: string;
  before: PointFeature | null;
  after: PointFeature;
  undoable: boolean;
}

/** One point being edited, over the table: its fields, what can be done with it, its history. */
@customElement("sanfen-point-drawer")
export class PointDrawer extends PageElement {
  @property({ attribute: false }) kinds = new Map<string, Kind>();
  @property({ attribute: false }) stations: { id: string; label: string }[] = [];
  @property() place = "";
  @property() zone = "UTC";
  @state() private point: PointFeature | null = null;
  @state() private kindId = "";
  @state() private base: Flat = {};
  @state() private draft: Flat = {};
  @state() private tab: Tab = "details";
  @state() private errors: FieldErrors = {};
  @state() private trouble = "";
  @state() private conflict: { theirs: PointFeature; by: string; mine: Flat } | null = null;
  @state() private history: HistoryEntry[] | null = null;
  @state() private busy = false;
  /** The proposal that is worked on again; sending replaces it. */
  private proposal: Proposal | null = null;

  /** Shows a saved point as it is. */
  open(point: PointFeature): void {
    this.reset();
    this.point = point;
    this.kindId = point.properties.kind;
    this.base = flatten(point);
    this.draft = this.base;
    this.tab = "details";
    this.tellWhere();
  }

  /** Starts a new point. */
  begin(kindId: string, start: Flat): void {
    this.reset();
    this.point = null;
    this.kindId = kindId;
    this.base = {};
    this.draft = start;
    this.tab = "details";
    this.tellWhere();
  }

  /** Takes the marker's new position into the unsaved values; undone by another move. */
  moveTo(lon: number, lat: number): void {
    this.change(withValue(withValue(this.draft, "lon", lon), "lat", lat));
  }

  get position(): [number, number] {
    return [Number(this.draft.lon), Number(this.draft.lat)];
  }

  get isDirty(): boolean {
    return this.unsaved.length > 0;
  }

  /** After somebody (the toast's undo) has changed the point that is shown: unsaved values stay. */
  adopt(point: PointFeature): void {
    const now = flatten(point);
    this.draft = merge(this.base, this.draft, now, new Set(["status", "status_reason"]));
    this.base = now;
    this.point = point;
    this.conflict = null;
    this.history = null;
    if (this.tab === "history") this.loadHistory();
    this.tellWhere();
  }

  async save(): Promise<boolean> {
    const lines = filledLines((this.draft.equipment as EquipmentLine[] | undefined) ?? []);
    const draft = withValue(this.draft, "equipment", lines);
    if (!this.point && isReviewed())
      return this.propose(null, { kind: this.kindId, ...bodyOf({}, draft) }, draft);
    if (!this.point) {
      const body = { place: this.place, kind: this.kindId, ...bodyOf({}, draft) };
      return this.send(() => api.createPoint(body), t("admin.did.created"), false, draft);
    }
    return this.saveOver(this.point, this.base, draft);
  }

  protected override render(): TemplateResult {
    const kind = this.kinds.get(this.kindId);
    const count = this.unsaved.length;
    return html`<section class="drawer" aria-label=${this.heading} @keydown=${this.pressed}>
      ${drawerHead({
        heading: this.heading,
        point: this.point,
        kindId: this.kindId,
        kind,
        tab: this.tab,
        onTab: (tab) => this.show(tab),
        onToggleMap: () => this.tell("toggle-map"),
        onClose: () => this.tell("close-drawer"),
      })}
      <div class="drawer-body">
        ${this.trouble ? html`<p class="notice" role="alert">${this.trouble}</p>` : nothing}
        ${this.conflict ? this.conflictView(kind) : this.tab === "history" ? this.historyView(kind) : this.details(kind)}
      </div>
      ${
        this.tab === "details" && !this.conflict && this.mayChange
          ? html`<footer class="drawer-foot">
            <span class="soft" aria-live="polite">${
              count > 0 && this.point ? t("admin.unsaved.count", { n: count }) : ""
            }</span>
            <button ?disabled=${count === 0 || this.busy} @click=${this.discard}>${t("admin.discard")}</button>
            <button class="primary" ?disabled=${count === 0 || this.busy} @click=${() => this.save()}>
              ${t(isReviewed() ? "admin.review.send" : this.point ? "admin.save" : "admin.create")}</button>
          </footer>`
          : nothing
      }
    </section>`;
  }

  private get mayChange(): boolean {
    return may("propose_points", this.place);
  }

  private get heading(): string {
    const kind = kindName(this.kinds.get(this.kindId), this.kindId);
    return this.point ? (displayName(this.base, language()) ?? kind) : t("admin.new");
  }

  private get unsaved(): string[] {
    return this.point ? changedKeys(this.base, this.draft) : Object.keys(this.draft);
  }

  private details(kind: Kind | undefined): TemplateResult {
    return html`${
      !this.mayChange
        ? html`<p class="hint">${t("admin.readonly")}</p>`
        : this.point
          ? html`<sanfen-deeds .point=${this.point} .busy=${this.busy}
            @set-status=${(event: CustomEvent<StatusWish>) => this.setStatus(event.detail)}></sanfen-deeds>`
          : newChoice({
              kinds: this.kinds.values(),
              kindId: this.kindId,
              status: this.draft.status,
              onKind: (kindId) => this.chooseKind(kindId),
              onStatus: (status) => this.change(withValue(this.draft, "status", status)),
            })
    }
      ${this.mayChange ? html`<p class="hint">${t("admin.map.drag")}</p>` : nothing}
      <form ?inert=${!this.mayChange} @submit=${(event: Event) => event.preventDefault()}>
        <sanfen-point-form .base=${this.point ? this.base : this.draft} .draft=${this.draft} .kind=${kind}
          .errors=${this.errors} .stations=${this.stations}
          @change-draft=${(event: CustomEvent<Flat>) => this.change(event.detail)}></sanfen-point-form>
      </form>
      ${this.point ? this.origin(this.point) : nothing}`;
  }

  private chooseKind(kindId: string): void {
    this.kindId = kindId;
    this.draft = Object.fromEntries(
      Object.entries(this.draft).filter(([key]) => !key.startsWith("attributes.")),
    );
    this.tellWhere();
  }

  private origin(point: PointFeature): TemplateResult {
    const { source, licence, source_id: sourceId, fetched_on: fetched } = point.properties;
    const parts = [source, sourceId, licence, fetched].filter(Boolean).join(" · ");
    return html`<p class="soft origin">${t("admin.field.source")}: ${parts}</p>`;
  }

  private conflictView(kind: Kind | undefined): TemplateResult {
    const { theirs, by, mine } = this.conflict as NonNullable<typeof this.conflict>;
    return html`<sanfen-conflict .base=${this.base} .mine=${mine} .theirs=${theirs} .kind=${kind} .by=${by}
      .zone=${this.zone} .busy=${this.busy}
      @merged=${(event: CustomEvent<Flat>) => this.saveOver(theirs, flatten(theirs), event.detail)}
      @take-over=${(event: CustomEvent<Flat>) => this.rebase(theirs, event.detail)}
      @drop-mine=${() => this.rebase(theirs, flatten(theirs))}></sanfen-conflict>`;
  }

  private historyView(kind: Kind | undefined): TemplateResult {
    return html`<sanfen-point-history .entries=${this.history} .kind=${kind} .zone=${this.zone} .busy=${this.busy}
      @restore=${(event: CustomEvent<HistoryEntry>) => this.restore(event.detail)}></sanfen-point-history>`;
  }

  private show(tab: Tab): void {
    this.tab = tab;
    if (tab === "history") this.loadHistory();
  }

  private async loadHistory(): Promise<void> {
    if (!this.point) return;
    this.history = null;
    try {
      this.history = await api.listHistory(this.point.id);
    } catch (problem) {
      this.trouble = sentence(problem);
    }
  }

  private async setStatus({ status, reason }: StatusWish): Promise<void> {
    const point = this.point;
    if (!point) return;
    const body = { revision: point.properties.revision, status, status_reason: reason || null };
    if (isReviewed()) {
      await this.propose(point, { status, status_reason: reason || null }, this.draft);
      return;
    }
    const mine = withValue(withValue(this.draft, "status", status), "status_reason", reason);
    await this.send(() => api.changePoint(point.id, body), t(`admin.did.${status}`), true, mine, true);
  }

  private async restore(entry: HistoryEntry): Promise<void> {
    const point = this.point;
    if (!point) return;
    if (this.isDirty) {
      this.trouble = t("admin.history.unsaved");
      return;
    }
    await this.send(
      () => api.restorePoint(point.id, point.properties.revision, entry.id),
      t("admin.did.restored"),
      true,
      this.draft,
    );
  }

  private saveOver(from: PointFeature, before: Flat, after: Flat): Promise<boolean> {
    if (isReviewed()) return this.propose(from, bodyOf(before, after), after);
    const body = { revision: from.properties.revision, ...bodyOf(before, after) };
    return this.send(() => api.changePoint(from.id, body), t("admin.did.saved"), false, after);
  }

  /** Shows one's own proposal again, with what it wanted as unsaved values. */
  takeUp(proposal: Proposal, draft: Flat | null): void {
    this.proposal = proposal;
    if (draft) this.change(draft);
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
    try {
      const old = this.proposal;
      if (old && !point && !old.point_id) await reviewApi.change(old, { values, state: "submitted" });
      else if (point)
        await reviewApi.propose({ point: point.id, revision: point.properties.revision, values });
      else await reviewApi.propose({ place: this.place, values });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      await this.complain(problem, mine);
      return false;
    } finally {
      this.busy = false;
    }
    this.proposal = null;
    if (point) this.rebase(point, flatten(point));
    else this.tell("drop-new");
    this.tell("proposed");
    return true;
  }

  /** Sends, shows what came back, and puts each complaint where it belongs; what was typed stays whatever happens. */
  private async send(
    request: () => Promise<PointFeature>,
    text: string,
    undoable: boolean,
    mine: Flat,
    keepDraft = false,
  ): Promise<boolean> {
    this.busy = true;
    this.errors = {};
    this.trouble = "";
    const before = this.point;
    try {
      const after = await request();
      if (keepDraft) this.adopt(after);
      else this.rebase(after, flatten(after));
      this.tell<Deed>("did", { text, before, after, undoable });
      return true;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      await this.complain(problem, mine);
      return false;
    } finally {
      this.busy = false;
    }
  }

  private async complain(problem: Problem, mine: Flat): Promise<void> {
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
    this.tab = "details";
    this.conflict = null;
    this.errors = { [parameter]: problem.message };
    await this.updateComplete;
    await this.querySelector<PageElement>("sanfen-point-form")?.updateComplete;
    if (!goToComplaint(this)) this.trouble = problem.message;
  }

  private rebase(point: PointFeature, draft: Flat): void {
    this.base = flatten(point);
    this.draft = draft;
    this.point = point;
    this.kindId = point.properties.kind;
    this.conflict = null;
    this.history = null;
    if (this.tab === "history") this.loadHistory();
    this.tellWhere();
  }

  private change(draft: Flat): void {
    if (!this.mayChange) return;
    this.draft = draft;
    this.tellWhere();
  }

  private discard(): void {
    if (this.point) this.rebase(this.point, flatten(this.point));
    else this.tell("drop-new");
    this.errors = {};
  }

  private reset(): void {
    this.errors = {};
    this.trouble = "";
    this.conflict = null;
    this.history = null;
    this.proposal = null;
  }

  private tellWhere(): void {
    this.tell("draft-shown", {
      id: this.point?.id ?? null,
      kind: this.kindId,
      status: (this.draft.status as Status) ?? "active",
      lon: Number(this.draft.lon),
      lat: Number(this.draft.lat),
    });
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key === "s" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (this.isDirty && !this.busy) this.save();
    }
  }
}

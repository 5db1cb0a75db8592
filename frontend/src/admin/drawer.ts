import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { language, t } from "../i18n";
import { isReviewed, may } from "./accounts/rights";
import { positionHints } from "./add/hints";
import { SNAP_M } from "./add/snap";
import { goToComplaint } from "./complaint";
import "./conflict";
import "./deeds";
import type { StatusWish } from "./deeds";
import { displayName, type Flat, flatten, withValue } from "./draft";
import { drawerHead } from "./drawerhead";
import { DRAWER_PARTS, DRAWER_TABS, type DrawerView, type Tab } from "./drawerparts";
import { PageElement } from "./element";
import { kindName } from "./fields";
import "./form";
import type { Kind, PointFeature } from "./model";
import { newChoice } from "./newchoice";
import { type Deed, PointEdit } from "./pointedit";
import type { Proposal } from "./review/model";
import { noteField, waitingProposal } from "./review/waiting";
import type { Station } from "./stations/nearest";

/** One point being edited, over the table: its fields, what can be done with it, its history. */
@customElement("sanfen-point-drawer")
export class PointDrawer extends PageElement {
  @property({ attribute: false }) kinds = new Map<string, Kind>();
  @property({ attribute: false }) stations: Station[] = [];
  @property() place = "";
  @property() zone = "UTC";
  /** What kept the list behind the drawer from being asked for anew. */
  @property() listTrouble = "";
  /** Whether a drag ends on what is close by. */
  @state() snaps = true;
  @state() private tab: Tab = "details";
  readonly edit = new PointEdit({
    redraw: () => this.requestUpdate(),
    moved: (where) => this.tell("draft-shown", where),
    asks: (where) => this.tell("asks-about", where),
    did: (deed) => this.did(deed),
    proposed: (text, isNew) => this.proposed(text, isNew),
    complained: (text) => this.goToComplaint(text),
    late: (text) => this.tell("refused-late", text),
  });

  /** Whatever is opened next is shown from its details on. */
  toFront(): void {
    this.tab = "details";
  }

  /** After the point that is open has been changed from elsewhere. */
  adopt(point: PointFeature): void {
    this.edit.adopt(point);
    this.show(this.tab);
  }

  get isDirty(): boolean {
    return this.edit.unsaved.length > 0;
  }

  protected override willUpdate(): void {
    this.edit.place = this.place;
  }

  protected override render(): TemplateResult {
    const { edit } = this;
    return html`<section class="drawer" aria-label=${this.heading} @keydown=${this.pressed}>
      ${drawerHead({
        heading: this.heading,
        point: edit.point,
        kindId: edit.kindId,
        kind: this.kind,
        tab: this.tab,
        onTab: (tab) => this.show(tab),
        onToggleMap: () => this.tell("toggle-map"),
        onClose: () => this.tell("close-drawer"),
      })}
      <div class="drawer-body">
        ${this.listTrouble ? this.listTroubleView() : nothing}
        ${edit.trouble ? html`<p class="notice" role="alert">${edit.trouble}</p>` : nothing}
        ${edit.conflict ? this.conflictView(edit.conflict) : this.tab === "details" ? this.details() : this.tabView()}
      </div>
      ${this.tab === "details" && !edit.conflict && this.mayChange ? this.foot() : nothing}
    </section>`;
  }

  private get mayChange(): boolean {
    return may("propose_points", this.place);
  }

  private get kind(): Kind | undefined {
    return this.kinds.get(this.edit.kindId);
  }

  private get heading(): string {
    const kind = kindName(this.kind, this.edit.kindId);
    return this.edit.point ? (displayName(this.edit.base, language()) ?? kind) : t("admin.new");
  }

  private get view(): DrawerView {
    return {
      edit: this.edit,
      place: this.place,
      kind: this.kind,
      zone: this.zone,
      mayChange: this.mayChange,
    };
  }

  private moveHint(): TemplateResult {
    return html`<p class="hint">${t("admin.map.drag")} <span class="for-keys">${t("admin.map.drag.keys")}</span></p>
      <label class="snap-toggle"><input type="checkbox" .checked=${this.snaps} @change=${(event: Event) => {
        this.snaps = (event.target as HTMLInputElement).checked;
      }} /><span>${t("admin.snap", { m: SNAP_M })} <span class="for-keys">${t("admin.snap.keys")}</span></span></label>`;
  }

  private listTroubleView(): TemplateResult {
    return html`<p class="notice" role="alert">${this.listTrouble}
      <button @click=${() => this.tell("retry")}>${t("error.retry")}</button></p>`;
  }

  private waiting(own: Proposal): TemplateResult {
    const { edit } = this;
    return waitingProposal({
      own,
      point: edit.point,
      kind: this.kind,
      busy: edit.busy,
      onTakeUp: () => edit.takeUpWaiting(),
      onWithdraw: () => edit.withdraw(),
    });
  }

  private foot(): TemplateResult {
    const { edit } = this;
    const count = edit.unsaved.length;
    return html`<footer class="drawer-foot">
      ${isReviewed() && count > 0 ? noteField(edit.note, (note) => edit.say(note)) : nothing}
      <span class="soft" aria-live="polite">${
        count > 0 && edit.point ? t("admin.unsaved.count", { n: count }) : ""
      }</span>
      <button ?disabled=${count === 0 || edit.busy} @click=${this.discard}>${t("admin.discard")}</button>
      <button class="primary" ?disabled=${count === 0 || edit.busy} @click=${() => edit.save()}>
        ${t(isReviewed() ? "admin.review.send" : edit.point ? "admin.save" : "admin.create")}</button>
    </footer>`;
  }

  private details(): TemplateResult {
    const { edit } = this;
    const above = edit.point ? this.deeds(edit.point) : this.newChoice();
    return html`${this.mayChange ? above : nothing}
      ${this.mayChange ? this.moveHint() : html`<p class="hint">${t("admin.readonly")}</p>`}
      ${positionHints(edit.check)}
      ${edit.waiting ? this.waiting(edit.waiting) : nothing}
      <form ?inert=${!this.mayChange} @submit=${(event: Event) => event.preventDefault()}>
        <sanfen-point-form .base=${edit.point ? edit.base : edit.draft} .draft=${edit.draft} .kind=${this.kind}
          .errors=${edit.errors} .stations=${this.stations} .kinds=${[...this.kinds.values()]}
          .place=${this.place} .zone=${this.zone}
          @change-draft=${(event: CustomEvent<Flat>) => edit.change(event.detail)}></sanfen-point-form>
      </form>
      ${DRAWER_PARTS.map((part) => part(this.view))}
      ${edit.point ? this.origin(edit.point) : nothing}`;
  }

  private deeds(point: PointFeature): TemplateResult {
    return html`<sanfen-deeds .point=${point} .busy=${this.edit.busy}
      @set-status=${({ detail }: CustomEvent<StatusWish>) => this.edit.setStatus(detail.status, detail.reason)}>
    </sanfen-deeds>`;
  }

  private newChoice(): TemplateResult {
    const { edit } = this;
    return newChoice({
      kinds: this.kinds.values(),
      kindId: edit.kindId,
      status: edit.draft.status,
      onKind: (kindId) => edit.chooseKind(kindId),
      onStatus: (status) => edit.change(withValue(edit.draft, "status", status)),
    });
  }

  private origin(point: PointFeature): TemplateResult {
    const { source, licence, source_id: sourceId, fetched_on: fetched } = point.properties;
    const parts = [source, sourceId, licence, fetched].filter(Boolean).join(" · ");
    return html`<p class="soft origin">${t("admin.field.source")}: ${parts}</p>`;
  }

  private conflictView({ theirs, by, mine }: NonNullable<PointEdit["conflict"]>): TemplateResult {
    const { edit } = this;
    return html`<sanfen-conflict .base=${edit.base} .mine=${mine} .theirs=${theirs} .kind=${this.kind} .by=${by}
      .zone=${this.zone} .busy=${edit.busy}
      @merged=${(event: CustomEvent<Flat>) => edit.saveOver(theirs, flatten(theirs), event.detail)}
      @take-over=${(event: CustomEvent<Flat>) => edit.rebase(theirs, event.detail)}
      @drop-mine=${() => edit.rebase(theirs, flatten(theirs))}></sanfen-conflict>`;
  }

  private tabView(): TemplateResult | typeof nothing {
    return DRAWER_TABS.find((tab) => tab.id === this.tab)?.view(this.view) ?? nothing;
  }

  private show(tab: Tab): void {
    this.tab = tab;
    DRAWER_TABS.find((one) => one.id === tab)?.onShow?.(this.view);
  }

  private proposed(text: string, isNew: boolean): void {
    if (isNew) this.tell("drop-new");
    this.tell("proposed", text);
  }

  private did(deed: Deed): void {
    if (!deed.isLate) this.show(this.tab);
    this.tell<Deed>("did", deed);
  }

  private async goToComplaint(text: string): Promise<void> {
    this.tab = "details";
    this.requestUpdate();
    await this.updateComplete;
    await this.querySelector<PageElement>("sanfen-point-form")?.updateComplete;
    if (goToComplaint(this)) return;
    this.edit.trouble = text;
    this.requestUpdate();
  }

  private discard(): void {
    const { edit } = this;
    edit.errors = {};
    if (edit.point) edit.rebase(edit.point, flatten(edit.point));
    else this.tell("drop-new");
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key === "s" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (this.isDirty && !this.edit.busy) void this.edit.save();
    }
  }
}

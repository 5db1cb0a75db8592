import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { language, t } from "../i18n";
import type { PlaceInfo } from "../map";
import { may } from "./accounts/rights";
import type { AddPoint, NewPlace } from "./add/addpoint";
import "./add/addpoint";
import type { PositionHints } from "./add/hints";
import { remember, wanted } from "./address";
import { api } from "./api";
import { ask } from "./ask";
import "./bulk/bulk";
import type { BulkDeed, BulkDialog } from "./bulk/bulk";
import { sentence } from "./complaint";
import { Desk } from "./desk";
import { type Dialogs, ownLogin } from "./dialogs";
import { displayName, newPoint } from "./draft";
import "./drawer";
import type { PointDrawer } from "./drawer";
import type { Chosen } from "./editormap";
import { PageElement } from "./element";
import { kindName } from "./fields";
import { dropDraft, type KeptDraft, listDrafts } from "./kept/drafts";
import { keepFor } from "./kept/session";
import { listPane } from "./listpane";
import type { CoverageChange } from "./live/latest";
import type { LiveCoverage } from "./live/live";
import "./live/live";
import type { Kind, PointFeature } from "./model";
import type { Deed } from "./pointedit";
import type { Proposal } from "./review/model";
import type { ReviewCounts, ReviewDialog } from "./review/review";
import { editorShortcuts } from "./shortcuts/editorshortcuts";
import { press, type ShortcutsDialog } from "./shortcuts/shortcuts";
import "./toast";
import type { Toast } from "./toast";
import { placingBar } from "./tools";
import "./topbar";

/** The station editor: the list, the map beside it, and a drawer over the list for one point. */
@customElement("sanfen-editor")
export class Editor extends PageElement {
  @state() private places: PlaceInfo[] = [];
  @state() private place: PlaceInfo | null = null;
  @state() private kinds = new Map<string, Kind>();
  @state() private chosen = "";
  @state() private drafts: KeptDraft[] = [];
  @state() private moreOpen = false;
  @state() private drawerOpen = false;
  @state() private placing = false;
  @state() private mapInFront = false;
  @state() private trouble = "";
  @state() private loading = true;
  @state() private newReports = 0;
  @state() private reviewCounts: ReviewCounts = { waiting: 0, returned: 0 };
  @query("sanfen-point-drawer") private drawer!: PointDrawer;
  @query("sanfen-dialogs") private dialogs!: Dialogs;
  @query("sanfen-bulk") private bulk!: BulkDialog;
  @query("sanfen-shortcuts") private help!: ShortcutsDialog;
  @query("sanfen-toast") private toast!: Toast;
  private isFromDevice = false;
  private readonly desk = new Desk({
    redraw: () => this.requestUpdate(),
    onChoose: (id) => this.openPoint(id),
    onPlace: (lon, lat) => this.startNew({ lon, lat }),
    onDrag: (lon, lat) => this.look({ ...this.drawer.where, lon, lat }),
    onMove: (lon, lat) => this.moved(lon, lat),
    undid: (points, text) => this.undid(points, text),
    refused: (text) => this.toast.show(text),
  });
  private readonly shortcuts = editorShortcuts({
    escape: () => this.escape(),
    search: () => this.querySelector<HTMLInputElement>(".search")?.focus(),
    add: () => this.place && may("propose_points", this.place.id) && this.setPlacing(!this.placing),
    all: () => this.desk.selectAll(),
    bulk: () => this.changeSelected(),
    more: () => this.toggleMore(),
    inView: () => this.desk.setInView(this.desk.filter.view === null),
    undo: () => this.desk.undos?.go("undo"),
    redo: () => this.desk.undos?.go("redo"),
    help: () => this.help.open(),
  });

  protected override async firstUpdated(): Promise<void> {
    keepFor(ownLogin());
    window.addEventListener("beforeunload", (event) => {
      if (this.isDirty) event.preventDefault();
    });
    window.addEventListener("focus", () => this.refresh());
    document.addEventListener("keydown", (event) => press(event, this.shortcuts));
    const asked = wanted();
    await this.attempt(async () => {
      const [places, kinds] = await Promise.all([api.listPlaces(), api.listKinds()]);
      this.places = places;
      this.kinds = new Map(kinds.map((kind) => [kind.id, kind]));
      const first = places.find((place) => place.id === asked.place) ?? places[0];
      if (first) await this.enter(first);
      else this.loading = false;
    });
    if (asked.point) await this.openPoint(asked.point);
  }

  protected override render(): TemplateResult {
    const isMapInFront = this.mapInFront ? "map-in-front" : "";
    return html`<sanfen-topbar .places=${this.places} .place=${this.place} .point=${this.chosen}
        .newReports=${this.newReports} .review=${this.reviewCounts}
        @choose-place=${(event: CustomEvent<string>) => this.choosePlace(event.detail)}
        @open-dialog=${(event: CustomEvent<string>) => this.dialogs.open(event.detail)}></sanfen-topbar>
      <main class="editor ${isMapInFront} ${this.drawerOpen ? "has-drawer" : ""} ${this.placing ? "is-placing" : ""}">
        <div class="pane">
          ${this.listView()}
          <sanfen-point-drawer ?hidden=${!this.drawerOpen} .kinds=${this.kinds} .place=${this.place?.id ?? ""}
            .zone=${this.place?.zone ?? "UTC"} .stations=${this.desk.stations}
            @close-drawer=${() => this.closeDrawer()} @drop-new=${() => this.dropNew()}
            @toggle-map=${this.toggleMap}
            @draft-shown=${(event: CustomEvent<Chosen>) => this.draftShown(event.detail)}
            @proposed=${() => this.proposed()}
            @did=${(event: CustomEvent<Deed>) => this.took(event.detail)}></sanfen-point-drawer>
        </div>
        <div class="map-pane">
          <div class="map" id="editor-map"></div>
          ${this.placing ? this.placingView() : nothing}
          <sanfen-live-coverage .place=${this.place?.id ?? ""} .areas=${this.desk.areas}
            @coverage-change=${(event: CustomEvent<CoverageChange | null>) => this.desk.streets?.show(event.detail)}></sanfen-live-coverage>
        </div>
      </main>
      <sanfen-toast></sanfen-toast>
      <sanfen-bulk .place=${this.place?.id ?? ""} .kinds=${this.kinds} .stations=${this.desk.stations}
        @bulk-did=${(event: CustomEvent<BulkDeed>) => this.tookMany(event.detail)}
        @points-seen=${(event: CustomEvent<PointFeature[]>) => this.desk.put(event.detail)}></sanfen-bulk>
      <sanfen-add-point .place=${this.place} .rows=${this.desk.list.rows}
        @place-new=${(event: CustomEvent<NewPlace>) => this.startNew(event.detail)}></sanfen-add-point>
      <sanfen-shortcuts .shortcuts=${this.shortcuts}></sanfen-shortcuts>
      <sanfen-dialogs .scene=${this.scene()} @reports-looked-at=${() => this.countReports()}
        @points-changed=${() => this.load()}
        @review-counts=${({ detail }: CustomEvent<ReviewCounts>) => {
          this.reviewCounts = detail;
        }}
        @take-up=${(event: CustomEvent<Proposal>) => this.takeUpProposal(event.detail)}
        @open-point=${(event: CustomEvent<string>) => this.openPoint(event.detail)}></sanfen-dialogs>`;
  }

  private scene() {
    const { place, kinds, desk } = this;
    return {
      place,
      kinds,
      shownIds: () => desk.shownIds,
      selectedIds: () => [...desk.selection.ids],
      find: (id: string) => desk.list.find(id)?.point ?? null,
      listed: () => desk.shown.map((row) => row.point),
    };
  }

  private listView(): TemplateResult {
    return listPane({
      desk: this.desk,
      kinds: this.kinds,
      chosen: this.chosen,
      mayAdd: this.place !== null && may("propose_points", this.place.id),
      mayChange: this.mayEdit,
      placing: this.placing,
      moreOpen: this.moreOpen,
      loading: this.loading,
      trouble: this.trouble,
      drafts: this.drawerOpen ? [] : this.drafts,
      onRetry: () => this.place && this.enter(this.place),
      onMore: () => this.toggleMore(),
      onAdd: () => this.setPlacing(!this.placing),
      onHelp: () => this.help.open(),
      onBulk: () => this.changeSelected(),
      onOpen: (id) => this.openPoint(id),
      onTakeUp: (draft) => this.takeUp(draft),
      onDrop: (draft) => this.dropDraft(draft),
    });
  }

  private placingView(): TemplateResult {
    return placingBar(
      () => this.startNewAtCentre(),
      () => this.querySelector<AddPoint>("sanfen-add-point")?.open(),
      () => this.setPlacing(false),
    );
  }

  private get isDirty(): boolean {
    return this.drawerOpen && this.drawer.isDirty;
  }

  private async enter(place: PlaceInfo): Promise<void> {
    this.place = place;
    this.loading = true;
    this.hideDrawer();
    await this.updateComplete;
    this.desk.enter(place, this.kinds, this.querySelector("#editor-map") as HTMLElement);
    this.drafts = listDrafts(place.id);
    await this.load();
    const areas = await api.listAreas(place.id).catch(() => null); // filters by area are all that would be missing
    if (areas && place === this.place) this.desk.setAreas(areas);
  }

  private async load(): Promise<void> {
    const place = this.place;
    if (!place) return;
    await this.attempt(async () => {
      const points = await api.listPoints(place.id);
      if (place === this.place) this.desk.setPoints(points);
    });
    this.loading = false;
    await this.countReports();
    await this.review?.look();
  }

  private get review(): ReviewDialog | null {
    return this.dialogs.querySelector<ReviewDialog>("sanfen-review");
  }

  private proposed(): void {
    this.toast.show(t("admin.review.sent"));
    this.review?.look();
  }

  /** Opens one's own proposal in the form, to be sent again. */
  private async takeUpProposal(proposal: Proposal): Promise<void> {
    const point = proposal.point_id ? this.desk.list.find(proposal.point_id)?.point : null;
    if (point === undefined || !(await this.mayLeave())) return;
    this.chosen = point?.id ?? "";
    await this.showDrawer(() => this.drawer.takeUpProposal(proposal, point));
  }

  /** Only a badge: where it can't be had, the list still stands. */
  private async countReports(): Promise<void> {
    const place = this.place;
    if (!place) return;
    const answer = await api.listReports(place.id, "new").catch(() => null);
    if (answer && place === this.place) this.newReports = answer.counts.new;
  }

  /** What colleagues have done meanwhile; the point in the drawer stays as it is until it is saved. */
  private async refresh(): Promise<void> {
    if (!this.loading && !this.placing) await this.load();
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      this.trouble = "";
      await work();
    } catch (problem) {
      this.trouble = sentence(problem);
    }
  }

  private async choosePlace(id: string): Promise<void> {
    const place = this.places.find((one) => one.id === id);
    if (place && (await this.mayLeave())) await this.enter(place);
    else this.requestUpdate();
    remember(this.place?.id, this.chosen);
  }

  private async openPoint(id: string): Promise<void> {
    const row = this.desk.list.find(id);
    if (!row || (this.drawerOpen && id === this.chosen) || !(await this.mayLeave())) return;
    const draft = this.drafts.find((one) => one.id === id);
    if (draft) {
      await this.takeUp(draft);
      return;
    }
    this.chosen = id;
    await this.showDrawer(() => this.drawer.open(row.point));
  }

  private startNewAtCentre(): void {
    const centre = this.desk.map?.centre();
    if (centre) void this.startNew({ lon: centre[0], lat: centre[1] });
  }

  private async startNew({ lon, lat, accuracyM, address, isFromDevice }: NewPlace): Promise<void> {
    if (!(await this.mayLeave())) return;
    this.isFromDevice = isFromDevice === true;
    await this.setPlacing(false);
    this.chosen = "";
    const kind = this.desk.filter.kind || this.kinds.keys().next().value || "";
    const start = {
      ...newPoint(lon, lat),
      ...(accuracyM && { accuracy_m: accuracyM }),
      ...(address && { address }),
    };
    await this.showDrawer(() => this.drawer.begin(kind, start));
    this.drawer.querySelector<HTMLElement>("#new-kind")?.focus();
  }

  /** Goes on with what a reload interrupted. */
  private async takeUp(draft: KeptDraft): Promise<void> {
    const point = draft.id ? this.desk.list.find(draft.id)?.point : null;
    this.drafts = this.drafts.filter((one) => one !== draft);
    if (point === undefined) return;
    this.chosen = draft.id ?? "";
    await this.showDrawer(() => this.drawer.takeUp(draft, point));
  }

  private dropDraft(draft: KeptDraft): void {
    this.drafts = this.drafts.filter((one) => one !== draft);
    if (this.place) dropDraft(this.place.id, draft.id);
  }

  private async showDrawer(fill: () => void): Promise<void> {
    this.drawerOpen = true;
    this.mapInFront = false;
    fill();
    remember(this.place?.id, this.chosen);
    await this.drawer.updateComplete;
    this.drawer.querySelector<HTMLElement>("h2")?.focus();
    this.desk.map?.reveal(...this.drawer.position);
  }

  private async closeDrawer(): Promise<void> {
    if (!(await this.mayLeave())) return;
    const id = this.chosen;
    this.hideDrawer();
    await this.focusList(id);
  }

  private async dropNew(): Promise<void> {
    this.hideDrawer();
    await this.focusList("");
  }

  /** The point's row, or where the list was left if it is listed no more, or the search. */
  private async focusList(id: string): Promise<void> {
    await this.updateComplete;
    const at = [`tr[data-id="${CSS.escape(id)}"]`, "tr[data-id][tabindex='0']", ".search"];
    at.map((one) => this.querySelector<HTMLElement>(one))
      .find((one) => one !== null)
      ?.focus();
  }

  private hideDrawer(): void {
    if (this.drawerOpen) this.drawer.abandon();
    this.look(null);
    this.isFromDevice = false;
    this.drawerOpen = false;
    this.mapInFront = false;
    this.chosen = "";
    this.desk.map?.choose(null);
    remember(this.place?.id, this.chosen);
  }

  private async mayLeave(): Promise<boolean> {
    if (!this.isDirty) return true;
    const answer = await ask({
      title: t("admin.leave.title"),
      text: t("admin.leave.text"),
      answers: [
        { id: "discard", label: t("admin.discard"), kind: "danger" },
        { id: "save", label: t("admin.save"), kind: "primary" },
      ],
    });
    if (answer?.id === "save") return this.drawer.save();
    if (answer?.id === "discard") this.drawer.abandon();
    return answer?.id === "discard";
  }

  private escape(): void {
    if (this.placing) this.setPlacing(false);
    else if (this.drawerOpen) this.closeDrawer();
    else this.desk.clearSelection();
  }

  private toggleMore(): void {
    this.moreOpen = !this.moreOpen;
  }

  private get mayEdit(): boolean {
    return this.place !== null && may("edit_points", this.place.id);
  }

  private changeSelected(): void {
    if (this.mayEdit && this.desk.selection.ids.size > 0) this.bulk.open(this.desk.selectedRows);
  }

  private draftShown(where: Chosen): void {
    this.desk.map?.choose(where);
    this.look(this.drawer.isElsewhere && !this.isFromDevice ? where : null);
  }

  /** Asks what a position that is not saved yet would mean; null for none. Never of where the device itself is. */
  private look(where: Chosen | null): void {
    void this.querySelector<LiveCoverage>("sanfen-live-coverage")?.show(where);
    this.querySelector<PositionHints>("sanfen-position-hints")?.show(where);
  }

  private moved(lon: number, lat: number): void {
    this.isFromDevice = false; // somebody has said by hand where it is
    const [fromLon, fromLat] = this.drawer.position;
    this.drawer.moveTo(lon, lat);
    this.toast.show(t("admin.did.moved"), () => this.drawer.moveTo(fromLon, fromLat));
  }

  private took({ text, before, after, undoable }: Deed): void {
    this.desk.put([after]);
    this.chosen = after.id;
    remember(this.place?.id, this.chosen);
    const row = this.desk.list.find(after.id);
    const name =
      (row && displayName(row.flat, language())) ?? kindName(this.kinds.get(after.properties.kind));
    this.desk.undos?.add(`${name}: ${text}`, [{ before, after }]);
    this.toast.show(`${name}: ${text}`, undoable && before ? () => this.desk.undos?.go("undo") : null);
  }

  private tookMany({ text, pairs }: BulkDeed): void {
    this.desk.put(pairs.map(({ after }) => after));
    this.desk.undos?.add(text, pairs);
    this.toast.show(text, () => this.desk.undos?.go("undo"));
  }

  private undid(points: PointFeature[], text: string): void {
    const open = points.find((point) => this.drawerOpen && point.id === this.chosen);
    if (open) this.drawer.adopt(open);
    this.toast.show(text);
  }

  private async setPlacing(placing: boolean): Promise<void> {
    this.placing = placing;
    this.desk.map?.setPlacing(placing);
    await this.updateComplete;
    this.desk.map?.resize(); // on a phone the map takes the list's room meanwhile
  }

  private async toggleMap(): Promise<void> {
    this.mapInFront = !this.mapInFront;
    await this.updateComplete;
    this.desk.map?.resize();
  }
}

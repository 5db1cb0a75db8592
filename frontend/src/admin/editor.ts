import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { language, t } from "../i18n";
import { localName, type PlaceInfo } from "../map";
import { may, ownAccount } from "./accounts/rights";
import type { AddPoint, NewPlace } from "./add/addpoint";
import "./add/addpoint";
import { remember, wanted } from "./address";
import "./bulk/bulk";
import type { BulkDeed, BulkDialog } from "./bulk/bulk";
import { Desk } from "./desk";
import type { DialogScene, Dialogs } from "./dialogs";
import "./drawer";
import type { PointDrawer } from "./drawer";
import type { Chosen } from "./editormap";
import { PageElement } from "./element";
import { keepFor } from "./kept/session";
import { listPane } from "./listpane";
import type { CoverageChange } from "./live/latest";
import type { LiveCoverage } from "./live/live";
import "./live/live";
import type { PointFeature } from "./model";
import { OpenPoint } from "./openpoint";
import { PlaceData } from "./placedata";
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
  @state() private moreOpen = false;
  @state() private placing = false;
  @query("sanfen-point-drawer") readonly drawer!: PointDrawer;
  @query("sanfen-toast") readonly toast!: Toast;
  @query("sanfen-dialogs") private dialogs!: Dialogs;
  @query("sanfen-bulk") private bulk!: BulkDialog;
  @query("sanfen-shortcuts") private help!: ShortcutsDialog;
  readonly data = new PlaceData(this);
  readonly desk = new Desk({
    redraw: () => this.requestUpdate(),
    onChoose: (id) => this.open.open(id),
    onPlace: (lon, lat) => this.startNew({ lon, lat }),
    onDrag: (lon, lat) => this.open.dragged(lon, lat),
    onMove: (lon, lat, isFree) => this.open.moved(lon, lat, isFree),
    onNudge: (lon, lat) => this.drawer.edit.moveTo(lon, lat),
    undid: (points) => this.undid(points),
    say: (text, undo) => this.toast.show(text, undo),
  });
  private readonly open = new OpenPoint(this);
  private known: DialogScene | null = null;
  private readonly shortcuts = editorShortcuts({
    escape: () => this.escape(),
    search: () => this.querySelector<HTMLInputElement>(".search")?.focus(),
    add: () => this.mayAdd && this.setPlacing(!this.placing),
    all: () => this.desk.selectAll(),
    bulk: () => this.changeSelected(),
    more: () => this.toggleMore(),
    inView: () => this.desk.setInView(this.desk.filter.view === null),
    undo: () => this.desk.undos?.go("undo"),
    redo: () => this.desk.undos?.go("redo"),
    help: () => this.help.open(),
  });

  protected override async firstUpdated(): Promise<void> {
    keepFor(ownAccount().login);
    window.addEventListener("beforeunload", (event) => {
      if (this.open.isDirty) event.preventDefault();
    });
    window.addEventListener("focus", () => !this.placing && this.data.refresh());
    document.addEventListener("keydown", (event) => press(event, this.shortcuts));
    const asked = wanted();
    await this.data.start(asked.place);
    if (this.data.place && asked.place && this.data.place.id !== asked.place)
      this.enteredAnother(asked.place);
    if (asked.point) await this.open.open(asked.point);
  }

  protected override render(): TemplateResult {
    const { data, desk, open } = this;
    const place = data.place?.id ?? "";
    return html`<sanfen-topbar .places=${data.places} .place=${data.place} .point=${open.chosen}
        .newReports=${data.newReports} .review=${data.reviewCounts}
        @choose-place=${(event: CustomEvent<string>) => this.choosePlace(event.detail)}
        @open-dialog=${(event: CustomEvent<string>) => this.dialogs.open(event.detail)}></sanfen-topbar>
      <main class="editor ${open.mapInFront ? "map-in-front" : ""} ${this.placing ? "is-placing" : ""}">
        <div class="pane">
          ${this.listView()}
          <sanfen-point-drawer ?hidden=${!open.isOpen} .kinds=${data.kinds} .place=${place}
            .zone=${data.place?.zone ?? "UTC"} .stations=${desk.stations} .listTrouble=${data.trouble}
            @close-drawer=${() => open.close()} @drop-new=${() => open.leave("")} @toggle-map=${() => open.toggleMap()}
            @retry=${() => data.retry()}
            @draft-shown=${(event: CustomEvent<Chosen>) => open.draftShown(event.detail)}
            @asks-about=${(event: CustomEvent<Chosen | null>) => this.live?.show(event.detail)}
            @refused-late=${(event: CustomEvent<string>) => open.refusedLate(event.detail)}
            @proposed=${(event: CustomEvent<string>) => this.proposed(event.detail)}
            @did=${(event: CustomEvent<Deed>) => this.took(event.detail)}></sanfen-point-drawer>
        </div>
        <div class="map-pane">
          <div class="map" id="editor-map"></div>
          ${this.placing ? this.placingView() : nothing}
          <sanfen-live-coverage .place=${place} .areas=${desk.areas}
            @coverage-change=${(event: CustomEvent<CoverageChange | null>) => desk.streets?.show(event.detail)}></sanfen-live-coverage>
        </div>
      </main>
      <sanfen-toast></sanfen-toast>
      <sanfen-bulk .place=${place} .kinds=${data.kinds} .stations=${desk.stations}
        @bulk-did=${(event: CustomEvent<BulkDeed>) => desk.tookMany(event.detail)}
        @points-seen=${(event: CustomEvent<PointFeature[]>) => desk.put(event.detail)}></sanfen-bulk>
      <sanfen-add-point .place=${data.place} .rows=${desk.list.rows}
        @place-new=${(event: CustomEvent<NewPlace>) => this.startNew(event.detail)}></sanfen-add-point>
      <sanfen-shortcuts .shortcuts=${this.shortcuts}></sanfen-shortcuts>
      <sanfen-dialogs .scene=${this.scene} @reports-looked-at=${() => data.countReports()}
        @points-changed=${() => data.load()}
        @review-counts=${(event: CustomEvent<ReviewCounts>) => this.counted(event.detail)}
        @take-up=${(event: CustomEvent<Proposal>) => open.takeUpProposal(event.detail)}
        @open-point=${(event: CustomEvent<string>) => open.open(event.detail)}></sanfen-dialogs>`;
  }

  /** One object as long as place and kinds stay, so that the dialogs are not drawn anew with each key of a search. */
  private get scene(): DialogScene {
    const { place, kinds } = this.data;
    if (this.known?.place !== place || this.known.kinds !== kinds) {
      this.known = {
        place,
        kinds,
        find: (id) => this.desk.list.find(id)?.point ?? null,
        listed: () => this.desk.shown.map((row) => row.point),
      };
    }
    return this.known;
  }

  private listView(): TemplateResult {
    const { data, open } = this;
    return listPane({
      desk: this.desk,
      kinds: data.kinds,
      chosen: open.chosen,
      isCovered: open.isOpen,
      mayAdd: this.mayAdd,
      mayChange: this.mayEdit,
      placing: this.placing,
      moreOpen: this.moreOpen,
      loading: data.loading,
      trouble: data.trouble,
      drafts: open.isOpen ? [] : open.drafts,
      onRetry: () => data.retry(),
      onMore: () => this.toggleMore(),
      onAdd: () => this.setPlacing(!this.placing),
      onHelp: () => this.help.open(),
      onBulk: () => this.changeSelected(),
      onShow: () => this.showSelected(),
      onOpen: (id) => open.open(id),
      onTakeUp: (draft) => open.takeUp(draft),
      onDrop: (draft) => open.drop(draft),
    });
  }

  private placingView(): TemplateResult {
    return placingBar(
      () => this.startNewAtCentre(),
      () => this.querySelector<AddPoint>("sanfen-add-point")?.open(),
      () => this.setPlacing(false),
    );
  }

  /** A place has been entered: its map is made, and what was typed in it before is offered. */
  async entered(place: PlaceInfo): Promise<void> {
    this.open.enter();
    this.requestUpdate();
    await this.updateComplete;
    this.desk.enter(place, this.data.kinds, this.querySelector("#editor-map") as HTMLElement);
  }

  async lookAtProposals(): Promise<void> {
    await this.dialogs.querySelector<ReviewDialog>("sanfen-review")?.look();
  }

  private get mayAdd(): boolean {
    return this.data.place !== null && may("propose_points", this.data.place.id);
  }

  private get mayEdit(): boolean {
    return this.data.place !== null && may("edit_points", this.data.place.id);
  }

  private get live(): LiveCoverage | null {
    return this.querySelector<LiveCoverage>("sanfen-live-coverage");
  }

  private counted(counts: ReviewCounts): void {
    this.data.reviewCounts = counts;
    this.requestUpdate();
  }

  private proposed(text: string): void {
    this.toast.show(text);
    void this.lookAtProposals();
  }

  private took(deed: Deed): void {
    this.desk.took(deed);
    if (!deed.isLate) this.open.saved(deed.after.id);
    this.requestUpdate();
  }

  private undid(points: PointFeature[]): void {
    const open = points.find((point) => this.open.isOpen && point.id === this.open.chosen);
    if (open) this.drawer.adopt(open);
  }

  private async choosePlace(id: string): Promise<void> {
    const place = this.data.places.find((one) => one.id === id);
    if (place && (await this.open.mayLeave())) await this.data.enter(place);
    else this.requestUpdate();
    remember(this.data.place?.id, this.open.chosen);
  }

  private enteredAnother(asked: string): void {
    const place = this.data.place as PlaceInfo;
    this.toast.show(t("admin.place.unknown", { asked, place: localName(place, language()) ?? place.id }));
    remember(place.id, "");
  }

  private startNewAtCentre(): void {
    const centre = this.desk.map?.centre();
    if (centre) void this.startNew({ lon: centre[0], lat: centre[1] });
  }

  private async startNew(place: NewPlace): Promise<void> {
    if (!(await this.open.mayLeave())) return;
    await this.setPlacing(false);
    await this.open.startNew(place);
  }

  private escape(): void {
    if (this.placing) this.setPlacing(false);
    else if (this.open.isOpen) this.open.close();
    else this.desk.clearSelection();
  }

  private toggleMore(): void {
    this.moreOpen = !this.moreOpen;
  }

  private async showSelected(): Promise<void> {
    const { map, selectedRows } = this.desk;
    if (!map?.isShown) {
      this.moreOpen = false; // on a phone the filters have the map's room
      await this.updateComplete;
    }
    map?.fit(selectedRows);
  }

  private changeSelected(): void {
    if (this.mayEdit && this.desk.selection.ids.size > 0) this.bulk.open(this.desk.selectedRows);
  }

  private setPlacing(placing: boolean): void {
    this.placing = placing;
    this.desk.map?.setPlacing(placing);
  }
}

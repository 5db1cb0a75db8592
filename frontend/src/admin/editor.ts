import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { Problem } from "../http";
import { language, t } from "../i18n";
import type { PlaceInfo } from "../map";
import "./accounts/accounts";
import type { Accounts } from "./accounts/accounts";
import "./accounts/activity";
import type { StaffActivity } from "./accounts/activity";
import { may } from "./accounts/rights";
import { remember, wanted } from "./address";
import { api } from "./api";
import { ask } from "./ask";
import { sentence } from "./complaint";
import { bodyOf, displayName, flatten, newPoint } from "./draft";
import "./drawer";
import type { Deed, PointDrawer } from "./drawer";
import { type Chosen, EditorMap } from "./editormap";
import { PageElement } from "./element";
import { kindName } from "./fields";
import { type Filter, type Row, rowOf, rowsToShow, type SortKey } from "./list";
import type { Kind, PointFeature } from "./model";
import "./population";
import type { PopulationDialog } from "./population";
import "./reports";
import { flatOfNew, type Proposal, withFields } from "./review/model";
import "./review/review";
import type { ReportsDialog } from "./reports";
import type { ReviewCounts, ReviewDialog } from "./review/review";
import "./runs";
import type { RunsDialog } from "./runs";
import "./standards";
import type { Standards } from "./standards";
import "./table";
import "./toast";
import type { Toast } from "./toast";
import { listTools, placingBar } from "./tools";
import "./topbar";

/** The station editor: the list, the map beside it, and a drawer over the list for one point. */
@customElement("sanfen-editor")
export class Editor extends PageElement {
  @state() private places: PlaceInfo[] = [];
  @state() private place: PlaceInfo | null = null;
  @state() private kinds = new Map<string, Kind>();
  @state() private rows: Row[] = [];
  @state() private filter: Filter = { text: "", kind: "", status: "kept" };
  @state() private sortBy: SortKey = "name";
  @state() private descending = false;
  @state() private chosen = "";
  @state() private drawerOpen = false;
  @state() private placing = false;
  @state() private mapInFront = false;
  @state() private trouble = "";
  @state() private loading = true;
  @state() private newReports = 0;
  @state() private reviewCounts: ReviewCounts = { waiting: 0, returned: 0 };
  @query("sanfen-point-drawer") private drawer!: PointDrawer;
  @query("sanfen-toast") private toast!: Toast;
  @query("sanfen-accounts") private accounts!: Accounts;
  @query("sanfen-staff-activity") private activity!: StaffActivity;
  @query("sanfen-review") private review!: ReviewDialog;
  @query("sanfen-runs") private runs!: RunsDialog;
  @query("sanfen-standards") private standards!: Standards;
  @query("sanfen-population") private population!: PopulationDialog;
  @query("sanfen-reports") private reports!: ReportsDialog;
  private map: EditorMap | null = null;
  private points: PointFeature[] = [];

  protected override async firstUpdated(): Promise<void> {
    window.addEventListener("beforeunload", (event) => {
      if (this.isDirty) event.preventDefault();
    });
    window.addEventListener("focus", () => this.refresh());
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
      event.preventDefault(); // else the same key press would close the dialog that it opens
      if (this.placing) this.setPlacing(false);
      else if (this.drawerOpen) this.closeDrawer();
    });
    const asked = wanted();
    await this.attempt(async () => {
      const [places, kinds] = await Promise.all([api.listPlaces(), api.listKinds()]);
      this.places = places;
      this.kinds = new Map(kinds.map((kind) => [kind.id, kind]));
      const first = places.find((place) => place.id === asked.place) ?? places[0];
      if (first) await this.enter(first);
      else this.loading = false;
    });
    const point = this.points.find((one) => one.id === asked.point);
    if (point) await this.openPoint(point.id);
  }

  protected override render(): TemplateResult {
    return html`<sanfen-topbar .places=${this.places} .place=${this.place} .point=${this.chosen} .newReports=${this.newReports}
        .review=${this.reviewCounts}
        @choose-place=${(event: CustomEvent<string>) => this.choosePlace(event.detail)}
        @open-review=${() => this.review.open()}
        @open-reports=${() => this.reports.open()}
        @open-runs=${() => this.runs.open()}
        @open-accounts=${() => this.accounts.openAccounts()}
        @open-staff-activity=${() => this.activity.open()}
        @open-standards=${() => this.standards.open()}
        @open-population=${() => this.population.open()}
        @open-password=${() => this.accounts.openPassword()}></sanfen-topbar>
      <main class="editor ${this.mapInFront ? "map-in-front" : ""} ${this.drawerOpen ? "has-drawer" : ""} ${this.placing ? "is-placing" : ""}">
        <div class="pane">
          ${listTools({
            filter: this.filter,
            kinds: this.kinds.values(),
            count: this.shown.length,
            mayAdd: may("propose_points", this.place?.id) && this.place !== null,
            placing: this.placing,
            onFilter: (part) => this.setFilter(part),
            onAdd: () => this.setPlacing(!this.placing),
          })}
          ${this.trouble ? this.troubleView() : nothing}
          ${
            this.loading && !this.trouble
              ? html`<div class="skeleton" aria-busy="true"></div>`
              : html`<sanfen-point-table .rows=${this.shown} .chosen=${this.chosen} .sortBy=${this.sortBy}
                .descending=${this.descending}
                @sort-by=${(event: CustomEvent<SortKey>) => this.sort(event.detail)}
                @open-point=${(event: CustomEvent<string>) => this.openPoint(event.detail)}></sanfen-point-table>`
          }
          <sanfen-point-drawer ?hidden=${!this.drawerOpen} .kinds=${this.kinds} .place=${this.place?.id ?? ""}
            .zone=${this.place?.zone ?? "UTC"} .stations=${this.stations}
            @close-drawer=${() => this.closeDrawer()} @drop-new=${() => this.hideDrawer()}
            @toggle-map=${this.toggleMap}
            @draft-shown=${(event: CustomEvent<Chosen>) => this.map?.choose(event.detail)}
            @proposed=${() => this.proposed()}
            @did=${(event: CustomEvent<Deed>) => this.took(event.detail)}></sanfen-point-drawer>
        </div>
        <div class="map-pane">
          <div class="map" id="editor-map"></div>
          ${
            this.placing
              ? placingBar(
                  () => this.map && this.startNew(...this.map.centre()),
                  () => this.setPlacing(false),
                )
              : nothing
          }
        </div>
      </main>
      <sanfen-toast></sanfen-toast>
      <sanfen-accounts></sanfen-accounts>
      <sanfen-staff-activity></sanfen-staff-activity>
      <sanfen-runs .place=${this.place}></sanfen-runs>
      <sanfen-review .place=${this.place} .kinds=${this.kinds} .points=${this.points}
        @review-counts=${(event: CustomEvent<ReviewCounts>) => {
          this.reviewCounts = event.detail;
        }}
        @points-stale=${() => this.load()}
        @take-up=${(event: CustomEvent<Proposal>) => this.takeUp(event.detail)}
        @open-point=${(event: CustomEvent<string>) => {
          this.review.close();
          this.openPoint(event.detail);
        }}></sanfen-review>
      <sanfen-standards .kinds=${this.kinds}></sanfen-standards>
      <sanfen-population .place=${this.place?.id ?? ""}></sanfen-population>
      <sanfen-reports .place=${this.place} @reports-looked-at=${() => this.countReports()}
        @open-point=${(event: CustomEvent<string>) => this.openPoint(event.detail)}></sanfen-reports>`;
  }

  private get shown(): Row[] {
    return rowsToShow(this.rows, this.filter, this.sortBy, this.descending);
  }

  private get stations(): { id: string; label: string }[] {
    return this.rows
      .filter((row) => ["micro_fire_station", "emergency_fire_station", "fire_station"].includes(row.kind))
      .map((row) => ({ id: row.id, label: row.name || row.kindName }));
  }

  private get isDirty(): boolean {
    return this.drawerOpen && this.drawer.isDirty;
  }

  private setFilter(part: Partial<Filter>): void {
    this.filter = { ...this.filter, ...part };
    this.showOnMap();
  }

  private troubleView(): TemplateResult {
    return html`<p class="notice" role="alert">${this.trouble}
      <button @click=${() => this.place && this.enter(this.place)}>${t("error.retry")}</button></p>`;
  }

  private async enter(place: PlaceInfo): Promise<void> {
    this.place = place;
    this.loading = true;
    this.points = [];
    this.rows = [];
    this.hideDrawer();
    await this.updateComplete;
    this.map?.remove();
    this.map = new EditorMap(this.querySelector("#editor-map") as HTMLElement, place, {
      onChoose: (id) => this.openPoint(id),
      onPlace: (lon, lat) => this.startNew(lon, lat),
      onMove: (lon, lat) => this.moved(lon, lat),
    });
    await this.load();
  }

  private async load(): Promise<void> {
    const place = this.place;
    if (!place) return;
    await this.attempt(async () => {
      const points = await api.listPoints(place.id);
      if (place === this.place) this.setPoints(points);
    });
    this.loading = false;
    await this.countReports();
    await this.review.look();
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

  private setPoints(points: PointFeature[]): void {
    this.points = points;
    this.rows = points.map((point) => rowOf(point, this.kinds));
    this.showOnMap();
  }

  private showOnMap(): void {
    this.map?.setPoints(
      this.shown.map((row) => row.point),
      this.kinds,
    );
  }

  private sort(by: SortKey): void {
    this.descending = this.sortBy === by && !this.descending;
    this.sortBy = by;
  }

  private async choosePlace(id: string): Promise<void> {
    const place = this.places.find((one) => one.id === id);
    if (place && (await this.mayLeave())) await this.enter(place);
    else this.requestUpdate();
    remember(this.place?.id, this.chosen);
  }

  private async openPoint(id: string): Promise<void> {
    const point = this.points.find((one) => one.id === id);
    if (!point || (this.drawerOpen && id === this.chosen) || !(await this.mayLeave())) return;
    this.chosen = id;
    await this.showDrawer(() => this.drawer.open(point));
  }

  /** Opens one's own proposal in the form, to be sent again. */
  private async takeUp(proposal: Proposal): Promise<void> {
    this.review.close();
    const point = this.points.find((one) => one.id === proposal.point_id);
    if ((proposal.point_id && !point) || !(await this.mayLeave())) return;
    this.chosen = point?.id ?? "";
    await this.showDrawer(() => {
      if (point) this.drawer.open(point);
      else this.drawer.begin(String(proposal.proposed.kind), flatOfNew(proposal));
      this.drawer.takeUp(proposal, point ? flatten(withFields(point, proposal.proposed)) : null);
    });
  }

  private proposed(): void {
    this.toast.show(t("admin.review.sent"));
    this.review.look();
  }

  private async startNew(lon: number, lat: number): Promise<void> {
    if (!(await this.mayLeave())) return;
    await this.setPlacing(false);
    this.chosen = "";
    const kind = this.filter.kind || this.kinds.keys().next().value || "";
    await this.showDrawer(() => this.drawer.begin(kind, newPoint(lon, lat)));
    this.drawer.querySelector<HTMLElement>("#new-kind")?.focus();
  }

  private async showDrawer(fill: () => void): Promise<void> {
    this.drawerOpen = true;
    this.mapInFront = false;
    fill();
    remember(this.place?.id, this.chosen);
    await this.drawer.updateComplete;
    this.drawer.querySelector<HTMLElement>("h2")?.focus();
    this.map?.reveal(...this.drawer.position);
  }

  private async closeDrawer(): Promise<void> {
    if (!(await this.mayLeave())) return;
    const id = this.chosen;
    this.hideDrawer();
    await this.updateComplete;
    this.querySelector<HTMLElement>(id ? `tr[data-id="${id}"]` : ".add")?.focus();
  }

  private hideDrawer(): void {
    this.drawerOpen = false;
    this.mapInFront = false;
    this.chosen = "";
    this.map?.choose(null);
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
    return answer?.id === "discard";
  }

  private moved(lon: number, lat: number): void {
    const [fromLon, fromLat] = this.drawer.position;
    this.drawer.moveTo(lon, lat);
    this.toast.show(t("admin.did.moved"), () => this.drawer.moveTo(fromLon, fromLat));
  }

  private took({ text, before, after, undoable }: Deed): void {
    this.keep(after);
    this.chosen = after.id;
    remember(this.place?.id, this.chosen);
    const name = displayName(flatten(after), language()) ?? kindName(this.kinds.get(after.properties.kind));
    this.toast.show(`${name}: ${text}`, undoable && before ? () => this.undo(before, after) : null);
  }

  private async undo(before: PointFeature, after: PointFeature): Promise<void> {
    const body = { revision: after.properties.revision, ...bodyOf(flatten(after), flatten(before)) };
    try {
      const undone = await api.changePoint(after.id, body);
      this.keep(undone);
      if (this.drawerOpen && this.chosen === undone.id) this.drawer.adopt(undone);
      this.toast.show(t("admin.did.undone"));
    } catch (problem) {
      const late = problem instanceof Problem && problem.code === "revision_conflict";
      this.toast.show(late ? t("admin.undo.late") : sentence(problem));
    }
  }

  private keep(point: PointFeature): void {
    this.setPoints([...this.points.filter((one) => one.id !== point.id), point]);
  }

  private async setPlacing(placing: boolean): Promise<void> {
    this.placing = placing;
    this.map?.setPlacing(placing);
    await this.updateComplete;
    this.map?.resize(); // on a phone the map takes the list's room meanwhile
  }

  private async toggleMap(): Promise<void> {
    this.mapInFront = !this.mapInFront;
    await this.updateComplete;
    this.map?.resize();
  }
}

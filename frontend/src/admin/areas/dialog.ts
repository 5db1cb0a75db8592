import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Problem } from "../../http";
import { figure, language, t } from "../../i18n";
import { localName, type PlaceInfo } from "../../map";
import { api } from "../api";
import { ask } from "../ask";
import { attempted, goToComplaint, sentence } from "../complaint";
import { PageElement } from "../element";
import type { FieldErrors } from "../form";
import type { Standard } from "../model";
import { latestOf } from "../standarddraft";
import { areasApi } from "./api";
import { AreaMap } from "./areamap";
import "./areas.css";
import { areaForm, bodyOf, draftOf, newDraft, sizeText } from "./form";
import {
  type Area,
  type AreaDraft,
  type Done,
  type Finding,
  LAYERS,
  type Layer,
  type Shown,
  type Taken,
} from "./model";
import { addedHole, addedPart, type Outline, type Ring } from "./outline";
import "./taking";
import type { AreaTaking } from "./taking";

type Mode = "list" | "area" | "grid" | "import" | "findings";

/** Areas of a place on a map of their own: drawn, edited, imported, laid out as a grid, checked against each other. */
@customElement("sanfen-areas-dialog")
export class AreasDialog extends PageElement {
  @property({ attribute: false }) place: PlaceInfo | null = null;
  /** Others look, and see what overlaps. */
  @property({ type: Boolean }) mayChange = false;
  @state() private areas: Area[] | null = null;
  @state() private standards: Standard[] = [];
  @state() private layer: Layer = "urban_village";
  @state() private mode: Mode = "list";
  @state() private chosen: Area | null = null;
  @state() private draft: AreaDraft | null = null;
  @state() private drawing: "area" | "part" | "hole" | null = null;
  @state() private drawn = 0;
  @state() private holeOutside = false;
  @state() private crowded = false;
  @state() private findings: Finding[] | null = null;
  @state() private message = "";
  @state() private errors: FieldErrors = {};
  @state() private undoable: number | null = null;
  @state() private theirs: Area | null = null;
  @state() private busy = false;
  @query("dialog") private dialog!: HTMLDialogElement;
  private map: AreaMap | null = null;
  private steps: Outline[] = [];

  async open(): Promise<void> {
    await this.updateComplete;
    this.dialog.showModal();
    this.say("");
    this.mode = "list";
    this.drawing = null;
    this.chosen = null;
    this.draft = null;
    this.map?.remove();
    if (this.place) this.map = this.newMap(this.place);
    await this.attempt(async () => {
      await this.load();
      const standards = await api.listStandards();
      this.standards = latestOf(standards).filter((one) => one.computed);
    });
  }

  private newMap(place: PlaceInfo): AreaMap {
    const map = new AreaMap(this.querySelector(".areas-map") as HTMLElement, place, {
      onChoose: (id) => this.openArea(id),
      onOutline: (outline) => this.setOutline(outline),
      onRing: (ring) => this.takeRing(ring),
      onCrowded: (crowded) => {
        this.crowded = crowded;
      },
    });
    map.onDrawn(() => {
      this.drawn = map.drawn;
    });
    return map;
  }

  protected override render(): TemplateResult {
    const name = this.place ? (localName(this.place, language()) ?? this.place.name) : "";
    return html`<dialog class="areas-dialog ${this.drawing ? "is-drawing" : ""}" aria-labelledby="areas-title" @keydown=${this.pressed} @cancel=${this.leave}>
      <div class="areas-panel">
        <div class="dialog-head">
          <h2 id="areas-title">${t("admin.areas.title", { place: name })}</h2>
          <button class="icon-button" aria-label=${t("admin.close")} @click=${this.leave}>×</button>
        </div>
        ${this.messageView()}
        <div class="areas-body" aria-busy=${this.busy}>${this.areas ? this.body() : html`<div class="skeleton"></div>`}</div>
      </div>
      <div class="areas-map-pane"><div class="areas-map"></div>${this.drawing ? this.drawBar() : nothing}</div>
    </dialog>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("drawing" as keyof AreasDialog)) this.map?.resize(); // on a phone the map has more room meanwhile
  }

  private messageView(): TemplateResult | typeof nothing {
    if (!this.message) return nothing;
    return html`<div class="notice areas-said" role="status"><span>${this.message}</span>
      ${this.undoable === null ? nothing : html`<button @click=${this.undo}>${t("admin.undo")}</button>`}
      ${
        this.theirs
          ? html`<button @click=${this.seeTheirs}>${t("admin.areas.theirs")}</button>
            <button @click=${this.saveMine}>${t("admin.areas.mine")}</button>`
          : nothing
      }</div>`;
  }

  private body(): TemplateResult {
    if (this.mode === "list") return this.listView();
    return html`<button class="area-back" @click=${() => this.back()}>‹ ${t("admin.areas.back")}</button>
      ${this.mode === "area" ? this.areaView() : this.mode === "findings" ? this.findingsView() : this.takingView()}`;
  }

  private listView(): TemplateResult {
    const listed = this.listed;
    return html`<div class="area-tools">
        <select aria-label=${t("admin.areas.layer")} @change=${(event: Event) => {
          this.layer = (event.target as HTMLSelectElement).value as Layer;
          this.show();
        }}>${LAYERS.map(
          (layer) => html`<option value=${layer} .selected=${layer === this.layer}>
            ${t(`admin.areas.layer.${layer}`)}</option>`,
        )}</select>
        ${
          this.mayChange
            ? html`<button class="primary" @click=${this.startNew}>${t("admin.areas.draw")}</button>
              <button @click=${() => this.go("grid")}>${t("admin.areas.grid")}</button>
              <button @click=${() => this.go("import")}>${t("admin.areas.import")}</button>`
            : nothing
        }
        <button @click=${this.check}>${t("admin.areas.check")}</button>
      </div>
      ${listed.length === 0 ? html`<p class="soft">${t(this.mayChange ? "admin.areas.none" : "admin.areas.none.readonly")}</p>` : nothing}
      <ul class="area-list">${listed.map(
        (area) => html`<li><button class="area-row" data-id=${area.id} @click=${() => this.openArea(area.id)}>
          <span>${area.properties.names[language()] ?? area.properties.name}</span>
          <small class="soft">${this.facts(area)}</small></button></li>`,
      )}</ul>`;
  }

  private facts({ properties }: Area): string {
    const residents = properties.residents === undefined ? "" : figure(properties.residents);
    return [
      sizeText(properties.area_m2),
      residents && `${t("admin.areas.residents")} ${residents}`,
      properties.organisation,
    ]
      .filter(Boolean)
      .join(" · ");
  }

  private areaView(): TemplateResult {
    const draft = this.draft as AreaDraft;
    const imported = draft.layer === "administrative";
    return html`${imported || !this.mayChange ? nothing : this.drawTools()}
      ${this.mayChange ? nothing : html`<p class="hint">${t("admin.areas.readonly")}</p>`}
      ${areaForm({
        draft,
        areas: this.areas ?? [],
        id: this.chosen?.id ?? null,
        standards: this.standards,
        errors: this.errors,
        mayChange: this.mayChange,
        onChange: (part) => {
          this.draft = { ...draft, ...part };
        },
      })}
      ${this.mayChange ? this.areaDeeds(draft, imported) : nothing}`;
  }

  private areaDeeds(draft: AreaDraft, imported: boolean): TemplateResult {
    return html`<div class="dialog-actions">
        ${
          this.chosen && !imported
            ? html`<button class="danger" ?disabled=${this.busy} @click=${this.removeArea}>${t("admin.areas.delete")}</button>`
            : nothing
        }
        <button class="primary" ?disabled=${this.busy || this.drawing !== null || !this.isDirty || draft.outline.length === 0}
          @click=${() => this.save()}>${t("admin.areas.save")}</button>
      </div>`;
  }

  private drawTools(): TemplateResult {
    return html`<p class="hint">${t(this.drawing ? "admin.areas.hint.draw" : this.crowded ? "admin.areas.zoom" : "admin.areas.hint.edit")}</p>
      <div class="area-tools">
        <button ?disabled=${this.drawing !== null} @click=${() => this.map?.removeCorner()}>${t("admin.areas.remove_corner")}</button>
        <button ?disabled=${this.drawing !== null} @click=${() => this.startRing("part")}>${t("admin.areas.add_part")}</button>
        <button ?disabled=${this.drawing !== null} @click=${() => this.startRing("hole")}>${t("admin.areas.add_hole")}</button>
        <button ?disabled=${this.steps.length === 0} @click=${this.stepBack}>${t("admin.areas.step_back")}</button>
      </div>`;
  }

  private drawBar(): TemplateResult {
    return html`<div class="placing-bar" role="group" aria-label=${t("admin.areas.draw")}>
      ${this.holeOutside ? html`<span class="area-refused field-error" role="alert">${t("admin.areas.hole_outside")}</span>` : nothing}
      <button @click=${() => this.map?.addAtCentre()}>${t("admin.map.centre")}</button>
      <button ?disabled=${this.drawn < 1} @click=${() => this.map?.takeBackCorner()}>${t("admin.areas.step_back")}</button>
      <button class="primary" ?disabled=${this.drawn < 3} @click=${() => this.map?.closeRing()}>${t("admin.areas.close_ring")}</button>
      <button @click=${this.cancelDrawing}>${t("admin.cancel")}</button>
    </div>`;
  }

  private takingView(): TemplateResult {
    return html`<sanfen-area-taking .place=${this.place?.id ?? ""} .way=${this.mode as "grid" | "import"}
      .layer=${this.layer === "administrative" ? "urban_village" : this.layer} .areas=${this.areas ?? []}
      .attempt=${(work: () => Promise<void>) => this.attempt(work)}
      @areas-shown=${(event: CustomEvent<Shown[]>) => this.map?.preview(event.detail)}
      @areas-taken=${(event: CustomEvent<Taken>) => this.took(event.detail, (event.target as AreaTaking).layer)}></sanfen-area-taking>`;
  }

  private findingsView(): TemplateResult {
    if (this.findings?.length === 0) return html`<p>${t("admin.areas.findings.none")}</p>`;
    return html`<ul class="area-list">${this.findings?.map(
      (finding) => html`<li><button class="area-row" @click=${() => this.map?.point(finding)}>
        ${t(`admin.areas.findings.${finding.what}`, {
          a: finding.first_name,
          b: finding.second_name ?? "",
          m2: figure(finding.m2),
        })}</button></li>`,
    )}</ul>`;
  }

  private get listed(): Area[] {
    return (this.areas ?? []).filter((area) => area.properties.layer === this.layer);
  }

  /** What is being drawn and not closed yet counts as well. */
  private get isDirty(): boolean {
    const base = this.chosen ? draftOf(this.chosen) : null;
    return (
      this.mode === "area" &&
      this.draft !== null &&
      (this.isDrawn ||
        (base ? Object.keys(bodyOf(this.draft, base)).length > 0 : this.draft.outline.length > 0))
    );
  }

  private get isDrawn(): boolean {
    return this.drawing !== null && this.drawn > 0;
  }

  private async load(): Promise<void> {
    if (this.place) this.areas = await areasApi.list(this.place.id);
    if (this.listed.length === 0)
      this.layer =
        LAYERS.find((layer) => this.areas?.some((area) => area.properties.layer === layer)) ?? this.layer;
    this.show();
  }

  private show(): void {
    this.map?.setAreas(this.listed, this.mode === "area" ? (this.chosen?.id ?? null) : null);
  }

  private async openArea(id: string): Promise<void> {
    const area = this.areas?.find((one) => one.id === id);
    if (!area || (this.mode === "area" && !(await this.mayLeave()))) return;
    this.begin(area, draftOf(area));
    this.say("");
    await this.updateComplete;
    this.querySelector<HTMLElement>(".area-back")?.focus({ preventScroll: true });
  }

  private begin(area: Area | null, draft: AreaDraft): void {
    this.chosen = area;
    this.draft = draft;
    this.steps = [];
    this.errors = {};
    this.mode = "area";
    this.map?.clearExtra();
    this.show();
    this.map?.edit(draft.outline, this.mayChange && draft.layer !== "administrative");
    this.map?.fit(draft.outline);
  }

  private startNew(): void {
    this.begin(null, newDraft(this.layer, this.place?.id ?? ""));
    this.say("");
    this.startRing("area");
  }

  private startRing(what: "area" | "part" | "hole"): void {
    this.drawing = what;
    this.drawn = 0;
    this.holeOutside = false;
    this.map?.draw();
  }

  private takeRing(ring: Ring): boolean {
    const outline = this.draft?.outline ?? [];
    const next = this.drawing === "hole" ? addedHole(outline, ring) : addedPart(outline, ring);
    this.holeOutside = next === null;
    this.map?.focus();
    if (!next) return false;
    this.drawing = null;
    this.setOutline(next);
    this.map?.edit(next);
    return true;
  }

  private async cancelDrawing(): Promise<void> {
    if (this.isDrawn && !(await this.mayDrop("admin.areas.leave.ring"))) return;
    const wasNew = this.drawing === "area";
    this.drawing = null;
    this.map?.stopDrawing();
    this.map?.focus();
    if (wasNew) this.back(true);
  }

  private setOutline(outline: Outline): void {
    if (!this.draft) return;
    this.steps = [...this.steps, this.draft.outline];
    this.draft = { ...this.draft, outline };
  }

  private stepBack(): void {
    const outline = this.steps.at(-1);
    if (!outline || !this.draft) return;
    this.steps = this.steps.slice(0, -1);
    this.draft = { ...this.draft, outline };
    this.map?.edit(outline);
  }

  private async save(version?: number): Promise<void> {
    const { chosen, draft, place } = this;
    if (!draft || !place) return;
    await this.attempt(async () => {
      const body = bodyOf(draft, chosen && draftOf(chosen));
      const done = chosen
        ? await areasApi.change(chosen.id, { version: version ?? chosen.properties.version, ...body })
        : await areasApi.create({ place: place.id, ...body, layer: draft.layer });
      this.layer = draft.layer;
      this.theirs = null;
      await this.load();
      const area = this.areas?.find((one) => one.id === done.area?.id);
      if (area) this.begin(area, draftOf(area));
      this.say(saved(done), done.change_number);
    });
  }

  private async removeArea(): Promise<void> {
    const area = this.chosen;
    if (!area) return;
    await this.attempt(async () => {
      const done = await areasApi.remove(area.id, area.properties.version);
      await this.back(true);
      await this.load();
      this.say(t("admin.areas.did.deleted", { name: area.properties.name }), done.change_number);
    });
  }

  private async undo(): Promise<void> {
    const changeNumber = this.undoable;
    if (changeNumber === null || !this.place || !(await this.mayLeave())) return;
    await this.attempt(async () => {
      await areasApi.undo((this.place as PlaceInfo).id, changeNumber);
      await this.back(true);
      await this.load();
      this.say(t("admin.areas.did.undone"));
    });
  }

  private async took({ areas, change_number }: Taken, layer: Layer): Promise<void> {
    const count = (state: Shown["state"]) => areas.filter((area) => area.state === state).length;
    this.layer = this.mode === "grid" ? "grid" : layer;
    await this.load();
    await this.back(true);
    this.say(t("admin.areas.did.taken", { fresh: count("new"), changed: count("changed") }), change_number);
  }

  private async seeTheirs(): Promise<void> {
    const id = this.theirs?.id;
    await this.attempt(() => this.load());
    const area = this.areas?.find((one) => one.id === id);
    if (area) this.begin(area, draftOf(area));
    this.say("");
  }

  /** Only what was changed here is sent: all else stays as the other editor left it. */
  private async saveMine(): Promise<void> {
    if (this.theirs) await this.save(this.theirs.properties.version);
  }

  private async check(): Promise<void> {
    await this.attempt(async () => {
      this.findings = await areasApi.findings(this.place?.id ?? "", this.layer);
      this.go("findings");
    });
  }

  private go(mode: Mode): void {
    this.mode = mode;
    this.say("");
  }

  private async back(dropped = false): Promise<void> {
    if (!dropped && !(await this.mayLeave())) return;
    const id = this.chosen?.id;
    this.mode = "list";
    this.drawing = null;
    this.chosen = null;
    this.draft = null;
    this.say("");
    this.map?.clearExtra();
    this.map?.edit(null);
    this.show();
    await this.updateComplete;
    const row = id && this.querySelector<HTMLElement>(`.area-row[data-id="${CSS.escape(id)}"]`);
    (row || this.querySelector<HTMLElement>(".area-tools select"))?.focus();
  }

  private async leave(event: Event): Promise<void> {
    // A file chooser that is closed tells "cancel" as well, and that bubbles.
    if (event.type === "cancel" && event.target !== this.dialog) return;
    event.preventDefault();
    if (event.type === "cancel" && this.drawing) this.escape();
    else if (await this.mayLeave()) this.dialog.close();
  }

  /** While a ring is drawn, Esc takes back one corner. By the key: a second "cancel" in a row would close the dialog unasked. */
  private pressed(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    if (this.drawing) this.escape();
    else this.leave(event);
  }

  private escape(): void {
    if (this.isDrawn) this.map?.takeBackCorner();
    else this.cancelDrawing();
  }

  private async mayLeave(): Promise<boolean> {
    return !this.isDirty || this.mayDrop("admin.areas.leave");
  }

  private async mayDrop(text: "admin.areas.leave" | "admin.areas.leave.ring"): Promise<boolean> {
    const answer = await ask({
      title: t("admin.leave.title"),
      text: t(text),
      answers: [{ id: "discard", label: t("admin.discard"), kind: "danger" }],
    });
    return answer?.id === "discard";
  }

  private say(message: string, undoable: number | null = null): void {
    this.message = message;
    this.undoable = undoable;
    this.theirs = null;
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.errors = {};
    await attempted(work, async (problem) => {
      if (await this.tellAtField(problem)) return;
      this.say(sentence(problem));
      if (problem.code === "revision_conflict")
        this.theirs = (problem.details.area as Area | undefined) ?? null;
    }).finally(() => {
      this.busy = false;
    });
  }

  /** False where the form has no such field, as for an outline. */
  private async tellAtField(problem: Problem): Promise<boolean> {
    const { parameter } = problem.details;
    if (this.mode !== "area" || typeof parameter !== "string") return false;
    this.errors = { [parameter]: problem.message };
    await this.updateComplete;
    return goToComplaint(this);
  }
}

function saved({ area, mended_at, overlaps, namesakes }: Done): string {
  return [
    t("admin.areas.did.saved", { name: area?.properties.name ?? "" }),
    mended_at && t("admin.areas.mended", { at: mended_at }),
    namesakes.length > 0 && t("admin.areas.namesake"),
    ...overlaps.slice(0, 3).map((one) =>
      t("admin.areas.overlap", {
        other: (one.first === area?.id ? one.second_name : one.first_name) ?? "",
        m2: figure(one.m2),
      }),
    ),
  ]
    .filter(Boolean)
    .join(" · ");
}

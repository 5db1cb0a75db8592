import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../../i18n";
import { PageElement } from "../element";
import { areasApi } from "./api";
import type { Area, FileChoice, FileLook, Layer, Shown, Taken } from "./model";

/** Areas that come many at once, from a file or as a grid: shown on the map first, then taken over. */
@customElement("sanfen-area-taking")
export class AreaTaking extends PageElement {
  @property() place = "";
  @property() way: "grid" | "import" = "import";
  @property() layer: Layer = "urban_village";
  @property({ attribute: false }) areas: Area[] = [];
  /** Runs what asks the server, and says what went wrong. */
  @property({ attribute: false }) attempt: (work: () => Promise<void>) => Promise<void> = (work) => work();
  @state() private shown: Shown[] | null = null;
  @state() private look: FileLook | null = null;
  @state() private over = "";
  @state() private size = "250";
  private files: File[] = [];
  private choice: FileChoice = {};

  protected override render(): TemplateResult {
    return html`${this.way === "grid" ? this.gridView() : this.fileView()}
      ${this.shown ? this.shownView(this.shown) : nothing}`;
  }

  private gridView(): TemplateResult {
    return html`<form class="area-form" @submit=${(event: Event) => {
      event.preventDefault();
      this.grid(false);
    }}>
      <label>${t("admin.areas.grid.over")}
        <select name="over" @change=${(event: Event) => {
          this.over = (event.target as HTMLSelectElement).value;
        }}>
          ${this.areas
            .filter((area) => area.properties.layer !== "grid")
            .map((area) => html`<option value=${area.id}>${area.properties.name}</option>`)}
        </select></label>
      <label>${t("admin.areas.grid.size")}
        <input name="size" inputmode="numeric" .value=${this.size} @input=${(event: Event) => {
          this.size = (event.target as HTMLInputElement).value;
        }} /></label>
      <button>${t("admin.areas.preview")}</button>
    </form>`;
  }

  private fileView(): TemplateResult {
    return html`<div class="area-form">
      <label>${t("admin.areas.layer")}
        <select name="layer" @change=${(event: Event) => {
          this.layer = (event.target as HTMLSelectElement).value as Layer;
          this.file(false);
        }}>
          ${(["urban_village", "grid", "drawn"] as const).map(
            (layer) => html`<option value=${layer} .selected=${layer === this.layer}>
              ${t(`admin.areas.layer.${layer}`)}</option>`,
          )}</select></label>
      <label>${t("admin.areas.import.file")}
        <input type="file" multiple accept=".geojson,.json,.gpkg,.zip,.shp,.dbf,.prj,.shx,.cpg"
          @change=${(event: Event) => {
            this.files = [...((event.target as HTMLInputElement).files ?? [])];
            this.choice = {};
            this.file(false);
          }} /></label>
      ${this.look ? this.choices(this.look) : nothing}
    </div>`;
  }

  private choices(look: FileLook): TemplateResult {
    const choose = (field: keyof FileChoice) => (event: Event) => {
      const { crs } = this.choice;
      const kept = field === "part" ? { crs } : this.choice; // another layer has other columns
      this.choice = { ...kept, [field]: (event.target as HTMLInputElement).value };
      this.file(false);
    };
    const column = (field: "name" | "code" | "residents") =>
      html`<label>${t(`admin.areas.import.column.${field}`)}
        <select @change=${choose(field)}>
          <option value="">${t("admin.areas.import.no_column")}</option>
          ${look.columns.map(
            (one) => html`<option value=${one} .selected=${one === look.choice[field]}>${one}</option>`,
          )}</select></label>`;
    return html`${this.system(look)}
      <label>${t(look.crs === null ? "admin.areas.import.crs_which" : "admin.areas.import.crs_other")}
        <input name="crs" placeholder="EPSG:4547" .value=${look.choice.crs ?? ""} @change=${choose("crs")} /></label>
      ${
        look.parts.length > 1
          ? html`<label>${t("admin.areas.import.part")}
            <select @change=${choose("part")}>${look.parts.map(
              (part) => html`<option .selected=${part === look.choice.part}>${part}</option>`,
            )}</select></label>`
          : nothing
      }
      <div class="area-two">${column("name")}${column("code")}${column("residents")}</div>
      ${
        look.problems.length
          ? html`<ul class="area-problems">${look.problems.slice(0, 200).map(
              ({ number, name, reason, detail, left_out }) =>
                html`<li class=${left_out ? "field-error" : "soft"}>${t(`admin.areas.problem.${reason}`, {
                  n: number,
                  name,
                  detail: detail ?? "",
                })}</li>`,
            )}</ul>`
          : nothing
      }`;
  }

  private system({ crs, missing }: FileLook): TemplateResult {
    return html`${missing.includes("dbf") ? html`<p class="notice" data-missing="dbf">${t("admin.areas.import.missing.dbf")}</p>` : nothing}
      ${
        crs === null
          ? html`<p class="notice" role="status" data-missing="crs">${t(missing.includes("prj") ? "admin.areas.import.missing.prj" : "admin.areas.import.crs_none")}</p>`
          : html`<p>${t("admin.areas.import.crs", { crs })}</p>`
      }`;
  }

  private shownView(shown: Shown[]): TemplateResult {
    const count = (state: Shown["state"]) => shown.filter((area) => area.state === state).length;
    const [fresh, changed, same] = [count("new"), count("changed"), count("unchanged")];
    return html`<p role="status" class="area-counts">${t("admin.areas.preview.counts", { fresh, changed, same })}</p>
      <ol class="area-list">${shown.slice(0, 300).map(
        (area) => html`<li class="area-row"><span>${area.name} <small class="soft">${area.code}</small></span>
          <span class="badge">${t(`admin.areas.state.${area.state}`)}</span></li>`,
      )}</ol>
      <button class="primary" ?disabled=${fresh + changed === 0}
        @click=${() => (this.way === "grid" ? this.grid(true) : this.file(true))}>${t("admin.areas.take")}</button>`;
  }

  private grid(apply: boolean): Promise<void> {
    return this.attempt(async () => {
      const over = this.over || this.areas.find((area) => area.properties.layer !== "grid")?.id || "";
      this.took(await areasApi.grid(over, Number(this.size), apply), apply);
    });
  }

  private async file(apply: boolean): Promise<void> {
    if (this.files.length === 0) return;
    await this.attempt(async () => {
      const look = await areasApi.file(this.place, this.layer, this.files, this.choice, apply);
      this.look = look;
      this.took(look, apply);
      if (look.crs === null) this.shown = null;
    });
  }

  private took(taken: Taken, apply: boolean): void {
    this.shown = taken.areas;
    this.tell("areas-shown", taken.areas);
    if (apply) this.tell("areas-taken", taken);
  }
}

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type MessageKey, t } from "../../i18n";
import { L, type PlaceInfo } from "../../map";
import { sentence } from "../complaint";
import { PageElement } from "../element";
import { imports } from "./api";
import { importMap } from "./importmap";
import { rowsToShow, type Samples } from "./inview";
import type { Choice, Look } from "./model";

export const SYSTEM_NAMES: Record<string, string> = {
  WGS84: "WGS-84 (GPS, OpenStreetMap)",
  GCJ02: "GCJ-02",
  BD09: "BD-09",
};
const SHOWN = 6;
const SIGNS = "ABCDEFGH";

/** The coordinate system: what the numbers may be, and where the first rows would stand in each. */
@customElement("sanfen-import-position")
export class PositionStep extends PageElement {
  @property({ type: Number }) job = 0;
  @property({ attribute: false }) look!: Look;
  @property({ attribute: false }) choice!: Choice;
  @property({ attribute: false }) place!: PlaceInfo;
  @state() private samples: Samples = {};
  @state() private trouble = "";
  private map: L.Map | null = null;
  private readonly spots = L.layerGroup();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.map?.remove();
    this.map = null;
  }

  protected override render(): TemplateResult {
    const systems = this.systems;
    const other = this.choice.crs !== null && !systems.some(({ crs }) => crs === this.choice.crs);
    return html`<div class="import-position">
      <fieldset><legend>${t("admin.import.crs")}</legend>
        ${this.look.crs.in_doubt ? html`<p class="notice">${t("admin.import.crs.doubt")}</p>` : html`<p class="hint">${t("admin.import.crs.clear")}</p>`}
        ${systems.map(
          ({ crs, why }) => html`<label class="import-system"><input type="radio" name="crs" value=${crs}
            .checked=${crs === this.choice.crs} @change=${() => this.choose(crs)} />
            <span>${this.sign(crs) ? html`<i class="crs-sign ${crs === this.choice.crs ? "is-chosen" : ""}" aria-hidden="true">${this.sign(crs)}</i> ` : nothing}<strong>${SYSTEM_NAMES[crs] ?? crs}</strong>
              <small>${t(`import.crs.${why.toLowerCase()}` as MessageKey)}${this.standing(crs)}</small></span></label>`,
        )}
        <label class="import-system"><input type="radio" name="crs" value="" .checked=${other}
            @change=${() => this.querySelector<HTMLInputElement>(".import-epsg")?.focus()} />
          <span>${t("admin.import.crs.other")}
            <input class="import-epsg" inputmode="numeric" placeholder="4547" aria-label=${t("admin.import.crs.other")}
              .value=${other ? (this.choice.crs ?? "").replace("EPSG:", "") : ""}
              @change=${(event: Event) => this.choose(`EPSG:${(event.target as HTMLInputElement).value.replace(/\D/g, "")}`)} /></span></label>
        <label class="import-system"><input type="checkbox" name="swapped" .checked=${this.choice.swapped ?? false}
            @change=${(event: Event) => this.tell("choice-changed", { swapped: (event.target as HTMLInputElement).checked })} />
          <span>${t("admin.import.crs.swapped")}</span></label>
        ${this.trouble ? html`<p class="field-error" role="alert">${this.trouble}</p>` : ""}
      </fieldset>
      <div class="import-map" role="application" aria-label=${t("admin.import.crs.map")}></div>
    </div>`;
  }

  private get systems(): { crs: string; why: string }[] {
    return this.look.crs.candidates.slice(0, SHOWN);
  }

  /** The letter of a system's rows on the map; none where there is but one system. */
  private sign(crs: string): string {
    const systems = Object.keys(this.samples);
    return systems.length > 1 ? (SIGNS[systems.indexOf(crs)] ?? "") : "";
  }

  private standing(crs: string): string {
    const found = this.samples[crs];
    if (!found) return "";
    const [west, south, east, north] = this.place.bounds ?? [-180, -90, 180, 90];
    const inside = found.filter(([lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north);
    return ` · ${t("admin.import.crs.inside", { n: inside.length, all: found.length })}`;
  }

  private choose(crs: string): void {
    this.tell("choice-changed", { crs });
  }

  protected override firstUpdated(): void {
    const container = this.querySelector<HTMLElement>(".import-map");
    if (!container) return;
    this.map = importMap(container, this.place);
    this.spots.addTo(this.map);
  }

  protected override async updated(changed: PropertyValues<this>): Promise<void> {
    if (changed.has("choice") || changed.has("look")) await this.sample();
    this.draw();
  }

  private async sample(): Promise<void> {
    const chosen = this.choice.crs ? [this.choice.crs] : [];
    const systems = [...new Set([...this.systems.map(({ crs }) => crs), ...chosen])];
    try {
      this.trouble = "";
      this.samples = await imports.sample(this.job, this.choice, systems);
    } catch (problem) {
      this.trouble = sentence(problem);
    }
  }

  /** Each row in each system, with the system's letter; the chosen system's last, above the others. */
  private draw(): void {
    const { map } = this;
    if (!map) return;
    this.spots.clearLayers();
    const isChosen = (crs: string) => crs === this.choice.crs;
    const systems = Object.entries(this.samples).sort(
      ([one], [two]) => Number(isChosen(one)) - Number(isChosen(two)),
    );
    for (const [crs, rows] of systems) {
      const icon = L.divIcon({
        className: `crs-sign crs-spot ${isChosen(crs) ? "is-chosen" : ""}`,
        html: this.sign(crs),
        iconSize: [18, 18],
      });
      for (const [lon, lat] of rows)
        L.marker([lat, lon], {
          icon,
          interactive: false,
          keyboard: false,
          zIndexOffset: isChosen(crs) ? 1000 : 0,
        }).addTo(this.spots);
    }
    const rows = rowsToShow(this.samples, this.choice.crs, this.place.bounds);
    if (rows.length)
      map.fitBounds(L.latLngBounds(rows.map(([lon, lat]) => [lat, lon])).pad(0.2), { maxZoom: 16 });
  }
}

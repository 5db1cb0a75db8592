import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { figure, type MessageKey, t } from "../../i18n";
import type { PlaceInfo } from "../../map";
import { PageElement } from "../element";
import type { Kind } from "../model";
import { imports } from "./api";
import { type ImportRow, isExtract, type Job, type RowFilter, WHATS } from "./model";
import { rowDetail } from "./rowdetail";
import { RowsMap } from "./rowsmap";
import "./rowstable";
import type { ImportRows } from "./rowstable";

/** What an import would do, or did: its counts as filters, its rows as a table and on the map, one of them in full. */
@customElement("sanfen-import-preview")
export class ImportPreview extends PageElement {
  @property({ attribute: false }) job!: Job;
  @property({ attribute: false }) place!: PlaceInfo;
  @property({ attribute: false }) kinds = new Map<string, Kind>();
  @state() private filter: RowFilter = {};
  @state() private chosen: ImportRow | null = null;
  @query("sanfen-import-rows") private table!: ImportRows;
  private map: RowsMap | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.map?.remove();
    this.map = null;
  }

  protected override render(): TemplateResult {
    const { counts } = this.job;
    const problems = Object.entries(counts.problems ?? {}).sort((one, other) => other[1] - one[1]);
    return html`<div class="import-preview">
      <div class="import-filters" role="group" aria-label=${t("admin.import.filter")}>
        ${this.chip({}, t("admin.import.all"), counts.rows)}
        ${WHATS.map((what) => this.chip({ what }, t(`admin.import.what.${what}` as MessageKey), counts[what]))}
        ${counts.placed ? this.chip({ placed: true }, t("admin.import.filter.placed"), counts.placed) : nothing}
        ${counts.kept ? this.chip({ kept: true }, t("admin.import.filter.kept"), counts.kept) : nothing}
        ${
          problems.length
            ? html`<select aria-label=${t("admin.import.reason")} @change=${(event: Event) =>
                this.show({ reason: (event.target as HTMLSelectElement).value || undefined })}>
              <option value="">${t("admin.import.reason")}</option>
              ${problems.map(
                ([reason, n]) =>
                  html`<option value=${reason} .selected=${reason === this.filter.reason}>${t(`admin.import.reason.${reason}` as MessageKey)} (${figure(n)})</option>`,
              )}</select>`
            : nothing
        }
        ${counts.to_correct ? html`<a class="button" href=${imports.problemsFile(this.job.id)} download>${t(isExtract(this.job.look) ? "admin.import.extract.problems" : "admin.import.problems_file", { n: figure(counts.to_correct) })}</a>` : nothing}
      </div>
      ${this.job.choice?.mapping && !this.job.choice.mapping.fields.source_id ? html`<p class="soft">${t("import.ids_made")}</p>` : nothing}
      ${counts.elsewhere ? html`<p class="soft" data-elsewhere>${t("admin.import.elsewhere", { n: figure(counts.elsewhere) })}</p>` : nothing}
      <div class="import-panes">
        <sanfen-import-rows .job=${this.job.id} .filter=${this.filter} .kinds=${this.kinds}
          .chosen=${this.chosen?.number ?? 0}
          @choose-row=${(event: CustomEvent<ImportRow>) => this.choose(event.detail)}></sanfen-import-rows>
        <div class="import-side">
          <div class="import-map" role="application" aria-label=${t("admin.import.map")}></div>
          ${this.chosen ? rowDetail(this.chosen, this.kinds.get(String(this.chosen.said.kind ?? "")), this.job.state === "ready", (word) => this.decide(word)) : html`<p class="soft">${t("admin.import.choose_row")}</p>`}
        </div>
      </div>
    </div>`;
  }

  private chip(filter: RowFilter, label: string, n: number | undefined): TemplateResult {
    const pressed = JSON.stringify(filter) === JSON.stringify(this.filter);
    return html`<button class="chip" data-what=${filter.what ?? ""} aria-pressed=${pressed} @click=${() => this.show(filter)}>
      ${label} <span class="import-n">${figure(n)}</span></button>`;
  }

  private show(filter: RowFilter): void {
    this.filter = filter;
    this.chosen = null;
  }

  protected override firstUpdated(): void {
    const container = this.querySelector<HTMLElement>(".import-map");
    if (container) this.map = new RowsMap(container, this.place, (row) => this.chooseNumber(row));
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("filter")) this.loadSpots();
    if (!changed.has("chosen")) return;
    this.map?.choose(this.chosen?.lon ?? null, this.chosen?.lat ?? null);
    // on a phone what is said of a row stands below all rows; where all is in view nothing moves
    if (this.chosen) this.querySelector(".import-detail")?.scrollIntoView({ block: "nearest" });
  }

  private async loadSpots(): Promise<void> {
    const { filter } = this;
    try {
      const spots = await imports.spots(this.job.id, filter);
      if (filter === this.filter) this.map?.show(spots);
    } catch (problem) {
      this.tell("import-trouble", problem);
    }
  }

  private choose(row: ImportRow): void {
    this.chosen = row;
  }

  private async chooseNumber(number: number): Promise<void> {
    try {
      this.chosen = await imports.row(this.job.id, number);
    } catch (problem) {
      this.tell("import-trouble", problem);
    }
  }

  private async decide(word: { take?: boolean | null; duty_line?: boolean }): Promise<void> {
    const { chosen } = this;
    if (!chosen) return;
    try {
      const { row, counts } = await imports.decide(this.job.id, chosen.number, word);
      this.chosen = row;
      this.table.replace(row);
      this.tell("import-counts", counts);
    } catch (problem) {
      this.tell("import-trouble", problem);
    }
  }
}

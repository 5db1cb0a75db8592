import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { figure, t } from "../i18n";
import { may } from "./accounts/rights";
import { api } from "./api";
import { attempted, sentence } from "./complaint";
import { dayOf } from "./days";
import { PageElement } from "./element";
import type { AreaPopulation, PopulationOutcome } from "./model";

/** Residents of a place's areas: one by one, or from a file that is shown before it is taken over. */
@customElement("sanfen-population")
export class PopulationDialog extends PageElement {
  @property() place = "";
  @property() zone = "UTC";
  @state() private areas: AreaPopulation[] | null = null;
  @state() private preview: PopulationOutcome | null = null;
  @state() private message = "";
  private file: File | null = null;

  async open(): Promise<void> {
    this.areas = null;
    this.preview = null;
    this.message = "";
    this.querySelector("form")?.reset();
    this.querySelector("dialog")?.showModal();
    await this.attempt(() => this.load());
  }

  private async load(): Promise<void> {
    this.areas = await api.listPopulation(this.place);
  }

  protected override render(): TemplateResult {
    return html`<dialog class="dialog dialog-wide" aria-labelledby="population-title">
      <div class="dialog-head">
        <h2 id="population-title">${t("admin.population")}</h2>
        <button class="icon-button" aria-label=${t("admin.close")}
          @click=${() => this.querySelector("dialog")?.close()}>×</button>
      </div>
      <p class="hint">${t("admin.population.hint")}</p>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      <form class="population-file" ?hidden=${!this.mayChange} @submit=${(event: Event) => event.preventDefault()}>
        <label>${t("admin.population.file")}
          <input type="file" accept=".csv,.txt,text/csv" @change=${this.look} /></label>
      </form>
      ${this.preview ? this.previewView(this.preview) : nothing}
      ${this.areas ? this.table(this.areas) : html`<div class="skeleton" aria-busy="true"></div>`}
    </dialog>`;
  }

  private get mayChange(): boolean {
    return may("edit_areas", this.place);
  }

  private previewView(preview: PopulationOutcome): TemplateResult {
    return html`<div class="population-preview">
      <p>${t("admin.population.preview", { n: preview.changes.length, same: preview.unchanged })}</p>
      ${
        preview.bad.length
          ? html`<ul>${preview.bad.map((row) => html`<li class="field-error">${t("admin.population.bad", { ...row })}</li>`)}</ul>`
          : nothing
      }
      ${
        preview.changes.length
          ? html`<button class="primary" @click=${this.apply}>${t("admin.population.apply")}</button>`
          : nothing
      }
    </div>`;
  }

  private table(areas: AreaPopulation[]): TemplateResult {
    return html`<div class="accounts-scroll"><table class="changes accounts">
      <thead><tr><th scope="col">${t("admin.population.area")}</th><th scope="col">${t("admin.population.code")}</th>
        <th scope="col">${t("admin.population")}</th><th scope="col">${t("admin.population.source")}</th></tr></thead>
      <tbody>${areas.map((area) => this.row(area))}</tbody></table></div>`;
  }

  private row(area: AreaPopulation): TemplateResult {
    const given = area.source === "csv" || area.source === "staff";
    const source =
      area.source === "csv" || area.source === "staff" || area.source === "osm" ? area.source : null;
    return html`<tr>
      <th scope="row">${area.name}<br /><small>${area.id}</small></th><td data-label=${t("admin.population.code")}>${area.code ?? "–"}</td>
      <td>${
        this.mayChange
          ? html`<form class="population-row" @submit=${(event: SubmitEvent) => this.set(event, area)}>
        <input name="residents" inputmode="numeric" aria-label=${`${area.name}: ${t("admin.population")}`}
          .value=${area.residents === null ? "" : String(area.residents)} />
        <button>${t("admin.population.set")}</button></form>`
          : area.residents === null
            ? "–"
            : figure(area.residents)
      }</td>
      <td data-label=${t("admin.population.source")}>${source ? t(`admin.population.source.${source}`) : (area.source ?? "–")}
        ${area.given_at ? html`<br /><small>${dayOf(area.given_at, this.zone)}</small>` : nothing}
        ${given && this.mayChange ? html`<button @click=${() => this.send(area, null)}>${t("admin.population.takeback")}</button>` : nothing}</td>
    </tr>`;
  }

  private async look(event: Event): Promise<void> {
    this.file = (event.target as HTMLInputElement).files?.[0] ?? null;
    this.preview = null;
    const file = this.file;
    if (file)
      await this.attempt(async () => {
        this.preview = await api.sendPopulation(this.place, file, false);
      });
  }

  private async apply(): Promise<void> {
    const file = this.file;
    if (!file) return;
    await this.attempt(async () => {
      const done = await api.sendPopulation(this.place, file, true);
      this.preview = null;
      this.querySelector<HTMLFormElement>(".population-file")?.reset();
      await this.load();
      this.message = t("admin.population.done", { n: done.changes.length });
    });
  }

  private async set(event: SubmitEvent, area: AreaPopulation): Promise<void> {
    event.preventDefault();
    const typed = String(new FormData(event.target as HTMLFormElement).get("residents")).replace(
      /[\s,]/g,
      "",
    );
    await this.send(area, typed === "" ? null : Number(typed));
  }

  private async send(area: AreaPopulation, residents: number | null): Promise<void> {
    await this.attempt(async () => {
      await api.setPopulation(area.id, Number.isNaN(residents) ? -1 : residents);
      await this.load();
      this.message = t("admin.population.done", { n: 1 });
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.message = "";
    await attempted(work, (problem) => {
      this.message = sentence(problem);
    });
  }
}

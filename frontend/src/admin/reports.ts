import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { language, t } from "../i18n";
import { localName, type PlaceInfo } from "../map";
import { may } from "./accounts/rights";
import { api } from "./api";
import { attempted, sentence } from "./complaint";
import { PageElement } from "./element";
import { type ProblemReport, REPORT_STATES, type ReportState, type Reports } from "./model";
import "./reportcard";

/** What people report of a place's points: by state, newest first. A dialog over the editor; tells "open-point". */
@customElement("sanfen-reports")
export class ReportsDialog extends PageElement {
  @property({ attribute: false }) place: PlaceInfo | null = null;
  @state() private shown: ReportState | "" = "new";
  @state() private reports: Reports | null = null;
  @state() private error = "";

  async open(): Promise<void> {
    this.shown = "new";
    this.reports = null;
    this.querySelector("dialog")?.showModal();
    await this.look();
  }

  protected override render(): TemplateResult {
    const name = this.place ? (localName(this.place, language()) ?? this.place.id) : "";
    return html`<dialog class="dialog dialog-wide reports" aria-labelledby="reports-title" @close=${() => this.tell("reports-looked-at")}>
      <div class="dialog-head">
        <h2 id="reports-title">${t("admin.reports.title", { place: name })}</h2>
        <button class="icon-button" aria-label=${t("admin.close")}
          @click=${() => this.querySelector("dialog")?.close()}>×</button>
      </div>
      <p class="hint">${t("admin.reports.hint")}</p>
      <div class="report-states" role="group" aria-label=${t("admin.reports.filter")}>
        ${REPORT_STATES.map((one) => this.choice(one))}${this.choice("")}
      </div>
      ${this.error ? html`<p class="notice" role="alert">${this.error} <button @click=${() => this.look()}>${t("error.retry")}</button></p>` : nothing}
      ${this.reports ? this.list(this.reports) : this.error ? nothing : html`<div class="skeleton" aria-busy="true"></div>`}
    </dialog>`;
  }

  private choice(one: ReportState | ""): TemplateResult {
    const count = one && this.reports ? ` ${this.reports.counts[one]}` : "";
    return html`<button aria-pressed=${this.shown === one ? "true" : "false"} @click=${() => this.show(one)}>
      ${one ? t(`admin.reports.state.${one}`) : t("admin.reports.all")}${count}</button>`;
  }

  private list({ reports, more }: Reports): TemplateResult {
    if (reports.length === 0) return html`<p class="soft">${t("admin.reports.none")}</p>`;
    return html`<ul class="report-list">${repeat(
      reports,
      (report) => report.id,
      (report) => html`<li><sanfen-report .report=${report} .zone=${this.place?.zone ?? "UTC"}
          .mayAnswer=${may("answer_reports", this.place?.id)}
          @report-changed=${(event: CustomEvent<ProblemReport>) => this.took(event.detail)}
          @open-point=${() => this.querySelector("dialog")?.close()}></sanfen-report></li>`,
    )}</ul>
      ${more ? html`<button @click=${() => this.further(reports)}>${t("admin.reports.more")}</button>` : nothing}`;
  }

  private async show(one: ReportState | ""): Promise<void> {
    this.shown = one;
    await this.look();
  }

  private async look(): Promise<void> {
    const place = this.place;
    if (!place) return;
    await this.attempt(async () => {
      this.reports = await api.listReports(place.id, this.shown);
    });
  }

  private async further(reports: ProblemReport[]): Promise<void> {
    await this.attempt(async () => {
      const older = await api.listReports(this.place?.id ?? "", this.shown, reports.at(-1)?.id);
      this.reports = { ...older, reports: [...reports, ...older.reports] };
    });
  }

  /** The card stays where it is until the list is opened anew: what was just saved must not jump away. */
  private took(changed: ProblemReport): void {
    if (!this.reports) return;
    const before = this.reports.reports.find((one) => one.id === changed.id);
    const counts = { ...this.reports.counts };
    if (before) counts[before.state] -= 1;
    counts[changed.state] += 1;
    const reports = this.reports.reports.map((one) => (one.id === changed.id ? changed : one));
    this.reports = { ...this.reports, counts, reports };
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.error = "";
    await attempted(work, (problem) => {
      this.error = sentence(problem);
    });
  }
}

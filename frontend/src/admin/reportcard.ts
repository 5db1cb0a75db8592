import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../i18n";
import { staffName } from "./accounts/names";
import { api } from "./api";
import { attempted, sentence } from "./complaint";
import { PageElement } from "./element";
import { timeText } from "./history";
import { type ProblemReport, REPORT_STATES, type ReportDeed, type ReportState } from "./model";

/** One report: what was said and shown, and what staff make of it. Tells "report-changed" and "open-point". */
@customElement("sanfen-report")
export class ReportCard extends PageElement {
  @property({ attribute: false }) report!: ProblemReport;
  @property() zone = "UTC";
  @property({ type: Boolean }) mayAnswer = false;
  @state() private history: ReportDeed[] | null = null;
  @state() private message = "";
  @state() private failed = false;
  @state() private busy = false;

  protected override render(): TemplateResult {
    const { id, point_id, point_name, category, description, has_photo, state: now, answer } = this.report;
    return html`<form class="report-card" @submit=${this.save}>
      <h3>${t(`wrong.category.${category}`)} <span class="badge">${t(`admin.reports.state.${now}`)}</span></h3>
      <p class="soft">${point_name ?? point_id} · ${timeText(this.report.created_at, this.zone)}
        <button type="button" @click=${() => this.tell("open-point", point_id)}>${t("admin.reports.open")}</button></p>
      ${description ? html`<p class="report-text">${description}</p>` : nothing}
      ${
        has_photo
          ? html`<a href="/admin/api/reports/${id}/photo" target="_blank" rel="noopener">
              <img class="report-photo" loading="lazy" alt=${t("admin.reports.photo")} src="/admin/api/reports/${id}/photo" /></a>`
          : nothing
      }
      <div class="report-deed" ?hidden=${!this.mayAnswer}>
        <label>${t("admin.reports.state")}<select name="state">${REPORT_STATES.map(
          (one) =>
            html`<option value=${one} ?selected=${one === now}>${t(`admin.reports.state.${one}`)}</option>`,
        )}</select></label>
        <label class="report-answer">${t("admin.reports.answer")}
          <textarea name="answer" rows="2" maxlength="1000" placeholder=${t("admin.reports.answer_hint")} .value=${answer ?? ""}></textarea></label>
        <button class="primary" ?disabled=${this.busy}>${t("admin.reports.save")}</button>
      </div>
      ${this.message ? html`<p class="notice" role=${this.failed ? "alert" : "status"}>${this.message}</p>` : nothing}
      <details @toggle=${this.look}><summary>${t("admin.reports.history")}</summary>
        <ul>${this.history?.map(
          (deed) =>
            html`<li>${timeText(deed.at, this.zone)} · ${deed.by && `${staffName(deed.by)}: `}${t(`admin.reports.state.${deed.state}`)}${deed.answer ? ` · ${deed.answer}` : ""}</li>`,
        )}</ul></details>
    </form>`;
  }

  private async look(event: Event): Promise<void> {
    if (!(event.target as HTMLDetailsElement).open) return;
    await this.attempt(async () => {
      this.history = await api.listReportHistory(this.report.id);
    });
  }

  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const body = {
      revision: this.report.revision,
      state: String(form.get("state")) as ReportState,
      answer: String(form.get("answer")),
    };
    await this.attempt(async () => {
      const changed = await api.changeReport(this.report.id, body);
      this.tell("report-changed", changed);
      this.message = t("admin.reports.saved");
      if (this.history) this.history = await api.listReportHistory(this.report.id);
    });
  }

  /** After a conflict the card knows the report as it is now, and what was typed stays. */
  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.message = "";
    this.failed = false;
    await attempted(work, (problem) => {
      this.failed = true;
      this.message = sentence(problem);
      const current = problem.details.current as ProblemReport | undefined;
      if (current) this.report = { ...current, answer: this.report.answer };
    }).finally(() => {
      this.busy = false;
    });
  }
}

import { html, nothing, type TemplateResult } from "lit";
import { figure, type MessageKey, t } from "../../i18n";
import type { Job } from "./model";
import { problemText } from "./refusal";

export const STEPS = ["file", "columns", "position", "preview", "done"] as const;
/** Of an extract nothing has to be said before it is read. */
export const EXTRACT_STEPS = ["file", "extract", "preview", "done"] as const;
export type Step = (typeof STEPS)[number] | (typeof EXTRACT_STEPS)[number];

/** Where one is, of all there is to do. */
export function stepList(
  now: string,
  steps: readonly string[] = STEPS,
  named = (step: string) => t(`admin.import.step.${step}` as MessageKey),
): TemplateResult {
  const at = steps.indexOf(now);
  return html`<ol class="import-steps">${steps.map(
    (step, number) =>
      html`<li class=${number < at ? "is-done" : ""} aria-current=${step === now ? "step" : nothing}>
        ${named(step)}</li>`,
  )}</ol>`;
}

/** How far a server is; without a figure where nobody can tell. Only the steps are announced, not each row. */
export function progressView(
  job: Pick<Job, "step" | "done"> & { state: string; total?: number },
  onCancel: () => void,
  named = (step: string) => t(`admin.import.doing.${step}` as MessageKey),
): TemplateResult {
  const step = named(job.state === "undoing" ? "undoing" : (job.step ?? "reading"));
  const total = job.total ?? 0;
  const known = job.step === "reading" && total > 0;
  return html`<div class="import-progress">
    <p><span role="status">${step}</span>
      ${job.done > 0 ? html`<span class="soft">${t("admin.import.rows", { n: figure(job.done) })}</span>` : nothing}</p>
    <progress max=${known ? total : nothing} value=${known ? Math.min(job.done, total) : nothing}
      aria-label=${step}></progress>
    ${
      job.state === "undoing"
        ? nothing
        : html`<p class="hint">${t("admin.import.goes_on")}</p>
          <button class="import-cancel" @click=${onCancel}>${t("admin.import.cancel")}</button>`
    }
  </div>`;
}

/** The sentence on why a job failed. */
export function failure(job: Job): string {
  return job.problem ? problemText(job.problem, t("import.failed")) : "";
}

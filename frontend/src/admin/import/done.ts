import { html, nothing, type TemplateResult } from "lit";
import { figure, t } from "../../i18n";
import { imports } from "./api";
import { isExtract, type Job, WHATS } from "./model";
import { failure } from "./steps";

/** What came of an import. */
export function doneView(job: Job): TemplateResult {
  const { counts } = job;
  if (job.state === "failed") return html`<p class="notice" role="alert">${failure(job)}</p>`;
  if (job.state === "cancelled") return html`<p>${t("admin.import.cancelled")}</p>`;
  return html`<div class="import-done" role="status">
    <p><strong>${headline(job)}</strong></p>
    ${job.problem ? html`<p class="notice" role="alert">${failure(job)}</p>` : nothing}
    <dl class="import-said">
      <div><dt>${t("admin.import.all")}</dt><dd>${figure(counts.rows)}</dd></div>
      ${WHATS.map(
        (what) => html`<div><dt>${t(`admin.import.what.${what}`)}</dt><dd>${figure(counts[what])}</dd></div>`,
      )}</dl>
    ${job.tidied || !hasProblems(job) ? nothing : html`<p><a class="button" href=${imports.problemsFile(job.id)} download>${t(isExtract(job.look) ? "admin.import.extract.problems" : "admin.import.problems_file")}</a></p>`}
    ${counts.elsewhere ? html`<p class="soft">${t("admin.import.elsewhere", { n: figure(counts.elsewhere) })}</p>` : nothing}
    ${counts.placed && job.state === "applied" ? html`<p class="notice">${t("admin.import.done.placed", { n: figure(counts.placed) })}</p>` : nothing}
    ${
      job.state === "undone" && counts.kept_since
        ? html`<p>${t("admin.import.done.kept", { n: figure(counts.kept_since) })}</p>
          <ul class="import-kept">${(counts.kept_points ?? []).map((id) => html`<li><a href="/admin?place=${job.place}&point=${id}">${id}</a></li>`)}</ul>`
        : nothing
    }
  </div>`;
}

const hasProblems = ({ counts }: Job) => Object.keys(counts.problems ?? {}).length > 0;

function headline(job: Job): string {
  const { counts } = job;
  if (job.state === "undone")
    return t("admin.import.done.undone", {
      removed: figure(counts.removed),
      back: figure(counts.brought_back),
    });
  if (job.change_number === null) return t("admin.import.done.nothing");
  return t("admin.import.done.applied", {
    fresh: figure(counts.points_new),
    changed: figure(counts.points_changed),
  });
}

import { html, nothing, type TemplateResult } from "lit";
import { figure, t } from "../../i18n";
import type { PlaceInfo } from "../../map";
import type { Kind } from "../model";
import { type Job, WHATS } from "./model";
import "./preview";
import { failure } from "./steps";

/** What came of an import, and its rows while they are kept. */
export function doneView(job: Job, place: PlaceInfo, kinds: Map<string, Kind>): TemplateResult {
  const { counts } = job;
  if (job.state === "failed") return html`<p class="notice" role="alert">${failure(job)}</p>`;
  if (job.state === "cancelled") return html`<p>${t("admin.import.cancelled")}</p>`;
  return html`<div class="import-done" role="status">
    <p><strong>${headline(job)}</strong></p>
    ${job.problem ? html`<p class="notice" role="alert">${failure(job)}</p>` : nothing}
    ${counts.placed && job.state === "applied" ? html`<p class="notice">${t("admin.import.done.placed", { n: figure(counts.placed) })}</p>` : nothing}
    ${
      job.state === "undone" && counts.kept_since
        ? html`<p>${t("admin.import.done.kept", { n: figure(counts.kept_since) })}</p>
          <ul class="import-kept">${(counts.kept_points ?? []).map((id) => html`<li><a href="/admin?place=${job.place}&point=${id}">${id}</a></li>`)}</ul>`
        : nothing
    }
    ${job.tidied ? counted(job) : nothing}
  </div>
  ${job.tidied ? nothing : html`<sanfen-import-preview .job=${job} .place=${place} .kinds=${kinds}></sanfen-import-preview>`}`;
}

/** What is left to say when file and rows have been deleted. */
function counted({ counts }: Job): TemplateResult {
  return html`<dl class="import-said">
      <div><dt>${t("admin.import.all")}</dt><dd>${figure(counts.rows)}</dd></div>
      ${WHATS.map(
        (what) => html`<div><dt>${t(`admin.import.what.${what}`)}</dt><dd>${figure(counts[what])}</dd></div>`,
      )}</dl>
    ${counts.elsewhere ? html`<p class="soft">${t("admin.import.elsewhere", { n: figure(counts.elsewhere) })}</p>` : nothing}
    <p class="soft">${t("admin.import.tidied")}</p>`;
}

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

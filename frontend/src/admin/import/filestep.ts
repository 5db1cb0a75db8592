import { html, nothing, type TemplateResult } from "lit";
import { figure, type MessageKey, t } from "../../i18n";
import { staffName } from "../accounts/names";
import { timeText } from "../history";
import { isExtract, isUnfinished, type Job } from "./model";

export interface FileEvents {
  onFile(file: File): void;
  onOpen(job: Job): void;
}

/** The file, and below it what has been imported before: what is unfinished is offered first. */
export function fileStep(
  jobs: Job[] | null,
  zone: string,
  busy: boolean,
  events: FileEvents,
): TemplateResult {
  const unfinished = (jobs ?? []).filter(isUnfinished);
  const ended = (jobs ?? []).filter((job) => !isUnfinished(job));
  return html`<div class="import-file">
    ${unfinished.length ? list("unfinished", unfinished, zone, events) : nothing}
    <label class="import-drop" @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        const file = event.dataTransfer?.files[0];
        if (file) events.onFile(file);
      }}>
      <strong>${t("admin.import.file")}</strong>
      <span class="hint">${t("admin.import.file.hint")}</span>
      <input type="file" ?disabled=${busy} accept=".csv,.tsv,.txt,.xlsx,.geojson,.json,.gpkg,.kml,.kmz,.pbf,.osm,.gz,.bz2"
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          const file = input.files?.[0];
          input.value = "";
          if (file) events.onFile(file);
        }} />
    </label>
    ${busy ? html`<p role="status">${t("admin.import.looking")}</p><progress aria-label=${t("admin.import.looking")}></progress>` : nothing}
    ${ended.length ? list("ended", ended, zone, events) : nothing}
    ${jobs === null ? html`<div class="skeleton" aria-busy="true"></div>` : nothing}
  </div>`;
}

function list(which: "unfinished" | "ended", jobs: Job[], zone: string, events: FileEvents): TemplateResult {
  return html`<section class="import-list" data-which=${which}>
    <h3>${t(`admin.import.${which}` as MessageKey)}</h3>
    <ul>${jobs.map((job) => entry(job, zone, events))}</ul>
  </section>`;
}

function entry(job: Job, zone: string, events: FileEvents): TemplateResult {
  const rows = job.counts.rows === undefined ? null : t("admin.import.rows", { n: figure(job.counts.rows) });
  return html`<li>
    <span><strong>${job.file_name}</strong>
      <small>${[timeText(job.created_at, zone), job.started_by && staffName(job.started_by), rows].filter(Boolean).join(" · ")}</small></span>
    <span class="badge">${t(`admin.import.state.${stateWord(job)}` as MessageKey)}</span>
    <button @click=${() => events.onOpen(job)}>${t(isUnfinished(job) ? "admin.import.go_on" : "admin.import.look")}</button>
  </li>`;
}

/** An extract has no columns that somebody would have to choose. */
function stateWord({ state, look }: Job): string {
  return state === "looked_at" && isExtract(look) ? "extract" : state;
}

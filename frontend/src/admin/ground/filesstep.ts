import { html, nothing, type TemplateResult } from "lit";
import { figure, type MessageKey, t } from "../../i18n";
import { staffName } from "../accounts/names";
import { timeText } from "../history";
import {
  type GivenFile,
  type GroundJob,
  givenOf,
  isAtWork,
  type Layer,
  PARTS,
  type Part,
  twice,
} from "./model";

export interface FilesEvents {
  onFiles(files: File[]): void;
  onRemove(file: GivenFile): void;
  onCharset(file: GivenFile, charset: string): void;
  onPart(file: GivenFile, layer: Layer, part: Part | null): void;
}

const CHARSETS = ["UTF-8", "GB18030", "Big5", "windows-31j", "ISO-8859-1"];

/**
 * The files of a job: what each holds, as far as it could be told.
 *
 * @param uploading name of the file that is on its way; what was said of the others stays meanwhile
 */
export function filesStep(job: GroundJob | null, uploading: string, events: FilesEvents): TemplateResult {
  const doubled = job ? twice(job.choice) : [];
  return html`<div class="import-file">
    ${job?.files.map((file) => fileView(job, file, uploading !== "", events))}
    ${doubled.map((part) => html`<p class="notice" role="alert">${t("admin.ground.twice", { part: partName(part) })}</p>`)}
    <label class="import-drop" @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length) events.onFiles(files);
      }}>
      <strong>${t(job?.files.length ? "admin.ground.more" : "admin.ground.file")}</strong>
      <span class="hint">${t("admin.ground.file.hint")}</span>
      <input type="file" multiple accept=".zip,.shp,.dbf,.prj,.cpg,.shx,.gpkg,.geojson,.json,.gz,.csv,.tsv"
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          const files = [...(input.files ?? [])];
          input.value = "";
          if (files.length) events.onFiles(files);
        }} />
    </label>
    ${uploading ? html`<p role="status">${t("admin.ground.looking", { name: uploading })}</p><progress aria-label=${t("admin.ground.looking", { name: uploading })}></progress>` : nothing}
  </div>`;
}

function fileView(job: GroundJob, file: GivenFile, busy: boolean, events: FilesEvents): TemplateResult {
  const { charset, missing } = file.look;
  return html`<section class="ground-file" data-file=${file.name} aria-label=${file.name}>
    <h3>${file.name} <small>${size(file.bytes)}</small></h3>
    ${(missing ?? []).map((part) => html`<p class="notice" data-missing=${part}>${t(`admin.ground.missing.${part}`)}</p>`)}
    ${
      charset
        ? html`<label>${t("admin.import.charset")}
          <select name="charset" ?disabled=${busy} @change=${(event: Event) => events.onCharset(file, (event.target as HTMLSelectElement).value)}>
            ${[...new Set([charset, ...CHARSETS])].map((one) => html`<option .selected=${one === charset}>${one}</option>`)}
          </select></label>`
        : nothing
    }
    <ul>${file.look.layers.map((layer) => {
      const given = givenOf(job.choice, file.id, layer.name);
      return html`<li data-layer=${layer.name}>
        <span><strong>${layer.name}</strong> <small>${shapes(layer)} · ${layer.crs ?? t("admin.ground.crs.none")}</small></span>
        <label>${t("admin.ground.holds")}
          <select name="part" ?disabled=${busy} @change=${(event: Event) =>
            events.onPart(file, layer, ((event.target as HTMLSelectElement).value || null) as Part | null)}>
            <option value="" .selected=${!given}>${t("admin.ground.part.none")}</option>
            ${PARTS.map((part) => html`<option value=${part} .selected=${given?.part === part}>${partName(part)}</option>`)}
          </select></label>
      </li>`;
    })}</ul>
    <button class="ground-remove" ?disabled=${busy} @click=${() => events.onRemove(file)}>${t("admin.ground.remove", { name: file.name })}</button>
  </section>`;
}

function shapes(layer: Layer): string {
  const said = Object.entries(layer.shapes).map(([shape, n]) =>
    t(`admin.ground.shape.${shape}` as MessageKey, {
      n: layer.is_whole && n === 1 ? n : figure(n) + (layer.is_whole ? "" : "+"),
    }),
  );
  return said.length ? said.join(", ") : t("admin.ground.shape.empty");
}

function size(bytes: number): string {
  return bytes < 1e6
    ? t("admin.ground.size.kb", { kb: figure(bytes / 1e3, bytes < 1e4 ? 1 : 0) })
    : t("admin.ground.size", { mb: figure(bytes / 1e6, 1) });
}

export const partName = (part: Part): string => t(`admin.ground.part.${part}` as MessageKey);

/** What has been begun or taken over before. */
export function jobList(jobs: GroundJob[], zone: string, onOpen: (job: GroundJob) => void): TemplateResult {
  const list = (which: "unfinished" | "ended", some: GroundJob[]) =>
    some.length === 0
      ? nothing
      : html`<section class="import-list" data-which=${which}><h3>${t(`admin.ground.${which}`)}</h3>
        <ul>${some.map(
          (job) => html`<li>
            <span><strong>${job.is_new ? t("admin.ground.new_place", { id: job.place }) : job.files.map((file) => file.name).join(", ") || "–"}</strong>
              <small>${timeText(job.created_at, zone)}${job.started_by ? ` · ${staffName(job.started_by)}` : ""}</small></span>
            <span class="badge">${t(`admin.ground.state.${job.state}` as MessageKey)}</span>
            <button @click=${() => onOpen(job)}>${t(job.state === "applied" ? "admin.import.look" : "admin.import.go_on")}</button>
          </li>`,
        )}</ul></section>`;
  return html`${list(
    "unfinished",
    jobs.filter((job) => isAtWork(job.state) || job.state !== "applied"),
  )}${list(
    "ended",
    jobs.filter((job) => job.state === "applied"),
  )}`;
}

import { html, nothing, type TemplateResult } from "lit";
import { inLanguage, type MessageKey, t } from "../../i18n";
import { kindName } from "../fields";
import type { Kind } from "../model";
import { type Choice, fieldsByColumn, type Look, withColumn } from "./model";

/** Fields that a column can go into, beside those of a kind. */
const FIELDS = [
  "source_id",
  "kind",
  "name",
  "names.zh-Hans",
  "names.zh-Hant",
  "names.en",
  "names.ja",
  "lon",
  "lat",
  "position",
  "address",
  "placement",
  "level",
  "indoor",
  "access",
  "locked",
  "how_to_open",
  "opening_hours",
  "hours_days",
  "hours_from",
  "hours_to",
  "hours_note",
  "operator",
  "phone",
  "wheelchair",
  "verified_on",
  "status",
  "parent",
  "equipment",
  "accuracy_m",
  "visibility",
];
const ROWS_SHOWN = 8;

export interface ColumnsEvents {
  /** The file is to be read otherwise, so that its columns may be others. */
  onLook(settled: Partial<Choice>): void;
  onChange(part: Partial<Choice>): void;
}

/** Encoding and sheet, what the rows are, and which column says what. */
export function columnsStep(
  look: Look,
  choice: Choice,
  kinds: Map<string, Kind>,
  events: ColumnsEvents,
): TemplateResult {
  return html`<div class="import-columns">
    <div class="import-fields">${reading(look, choice, events)}</div>
    <div class="import-fields">${about(choice, kinds, events)}</div>
    ${table(look, choice, kinds, events)}
  </div>`;
}

function reading(look: Look, choice: Choice, events: ColumnsEvents): TemplateResult {
  const settled = (part: Partial<Choice>): void =>
    events.onLook({
      charset: choice.charset,
      delimiter: choice.delimiter,
      part: choice.part,
      header_row: choice.header_row,
      ...part,
    });
  return html`
    ${
      look.charsets?.length
        ? html`<label>${t("admin.import.charset")}
          <select name="charset" @change=${(event: Event) =>
            settled({ charset: value(event), delimiter: null, header_row: null })}>
            ${look.charsets.map((one) => html`<option .selected=${one === look.charset}>${one}</option>`)}</select>
          ${look.charset_in_doubt ? html`<span class="hint">${t("admin.import.charset.doubt")}</span>` : nothing}</label>`
        : nothing
    }
    ${
      look.delimiter
        ? html`<label>${t("admin.import.delimiter")}
          <select name="delimiter" @change=${(event: Event) => settled({ delimiter: value(event) })}>
            ${[...new Set([look.delimiter, ",", ";", "\t", "|"])].map(
              (one) =>
                html`<option value=${one} .selected=${one === look.delimiter}>${one === "\t" ? t("admin.import.tab") : one}</option>`,
            )}</select></label>`
        : nothing
    }
    ${
      look.parts.length > 1
        ? html`<label>${t("admin.import.part")}
          <select name="part" @change=${(event: Event) => settled({ part: value(event), header_row: null })}>
            ${look.parts.map((one) => html`<option .selected=${one.name === look.part}>${one.name}</option>`)}</select></label>`
        : nothing
    }
    ${
      look.format === "CSV" || look.format === "XLSX"
        ? html`<label>${t("admin.import.header_row")}
          <input name="header_row" type="number" min="0" .value=${String(look.header_row)}
            @change=${(event: Event) => settled({ header_row: Number(value(event)) })} /></label>`
        : nothing
    }`;
}

function about(choice: Choice, kinds: Map<string, Kind>, events: ColumnsEvents): TemplateResult {
  // OpenStreetMap's tags say together what a row is.
  const said = choice.mapping?.fields.kind !== undefined || choice.mapping?.profile === "osm";
  return html`<label>${t("admin.field.kind")}
      <select name="kind" @change=${(event: Event) => events.onChange({ kind: value(event) || null })}>
        <option value="" .selected=${!choice.kind}>${t(said ? "admin.import.kind.column" : "admin.import.kind.choose")}</option>
        ${[...kinds.values()].map(
          (kind) =>
            html`<option value=${kind.id} .selected=${kind.id === choice.kind}>${kindName(kind)}</option>`,
        )}</select></label>
    <label>${t("admin.import.source")}
      <input name="source" maxlength="60" autocomplete="off" .value=${choice.source ?? ""}
        @change=${(event: Event) => events.onChange({ source: value(event) })} />
      <span class="hint">${t("admin.import.source.hint")}</span></label>
    <label>${t("admin.field.licence")}
      <input name="licence" maxlength="200" autocomplete="off" .value=${choice.licence ?? ""}
        @change=${(event: Event) => events.onChange({ licence: value(event) || null })} /></label>`;
}

function table(look: Look, choice: Choice, kinds: Map<string, Kind>, events: ColumnsEvents): TemplateResult {
  const mapping = choice.mapping ?? { profile: "none", fields: {} };
  const fields = fieldsByColumn(mapping);
  const offered = offeredFields(fields, kinds);
  const profile = mapping.profile;
  return html`<p class="soft">${t(`admin.import.profile.${known(profile)}` as MessageKey)}</p>
    <div class="import-table-scroll" tabindex="0" role="region" aria-label=${t("admin.import.step.columns")}>
      <table class="changes import-cells">
        <thead><tr><th scope="col">${t("admin.import.row")}</th>
          ${look.columns.map(
            (column) => html`<th scope="col"><strong>${column}</strong>
              <select aria-label=${t("admin.import.column", { column })} data-column=${column}
                @change=${(event: Event) =>
                  events.onChange({ mapping: withColumn(mapping, look.columns, column, value(event)) })}>
                <option value="">${t("admin.import.no_field")}</option>
                ${offered.map(
                  ([field, label]) =>
                    html`<option value=${field} .selected=${fields[column] === field}>${label}</option>`,
                )}</select></th>`,
          )}</tr></thead>
        <tbody>${look.rows.slice(0, ROWS_SHOWN).map(
          (row) => html`<tr><td class="soft">${row.number}</td>
            ${look.columns.map((_, at) => html`<td>${row.cells[at] ?? ""}</td>`)}</tr>`,
        )}</tbody>
      </table></div>`;
}

function known(profile: string): string {
  return profile === "none" ? "none" : profile === "guess" ? "guess" : "ready";
}

function offeredFields(
  fields: Record<string, string>,
  kinds: Map<string, Kind>,
): [field: string, label: string][] {
  const offered = new Map(FIELDS.map((field) => [field, fieldName(field)]));
  for (const kind of kinds.values())
    for (const field of kind.fields)
      offered.set(`attributes.${field.id}`, `${kindName(kind)}: ${inLanguage(field.names) ?? field.id}`);
  for (const field of Object.values(fields)) if (!offered.has(field)) offered.set(field, fieldName(field));
  return [...offered];
}

/** The words for a field of a file, which may have its language at its end. */
export function fieldName(field: string): string {
  const [id, tag] = field.split(/\.(.*)/);
  const own = `admin.import.field.${id}` as MessageKey;
  const shared = `admin.field.${id}` as MessageKey;
  const text = t(own) === own ? (t(shared) === shared ? id : t(shared)) : t(own);
  return tag ? `${text} (${tag})` : text;
}

function value(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

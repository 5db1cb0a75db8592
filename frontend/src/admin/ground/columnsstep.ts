import { html, nothing, type TemplateResult } from "lit";
import { type MessageKey, t } from "../../i18n";
import { partName } from "./filesstep";
import { type Choice, FIELDS, type Given, type GroundJob, type Layer, layerOf, withColumn } from "./model";

/** Which column says what, layer by layer, with the first rows beside it; and whom to name for the data. */
export function columnsStep(job: GroundJob, onChange: (choice: Choice) => void): TemplateResult {
  const { choice } = job;
  const text = (name: "source" | "licence", label: MessageKey, hint?: MessageKey) => html`<label>${t(label)}
    <input name=${name} maxlength="200" autocomplete="off" .value=${choice[name] ?? ""}
      @change=${(event: Event) => onChange({ ...choice, [name]: (event.target as HTMLInputElement).value.trim() || null })} />
    ${hint ? html`<span class="hint">${t(hint)}</span>` : nothing}</label>`;
  return html`<div class="import-columns">
    <div class="import-fields">
      ${text("source", "admin.ground.source", "admin.ground.source.hint")}
      ${text("licence", "admin.field.licence")}
    </div>
    ${choice.given.map((given) => layerView(job, given, onChange))}
  </div>`;
}

function layerView(job: GroundJob, given: Given, onChange: (choice: Choice) => void): TemplateResult {
  const layer = layerOf(job, given);
  if (!layer) return html`${nothing}`;
  const fields = FIELDS[given.part];
  return html`<section class="ground-layer" data-part=${given.part} aria-label=${partName(given.part)}>
    <h3>${partName(given.part)} <small>${layer.name}</small></h3>
    ${
      fields.length === 0
        ? html`<p class="hint">${t("admin.ground.no_fields")}</p>`
        : html`<div class="import-fields">${fields.map((field) => fieldView(job.choice, layer, given, field, onChange))}</div>`
    }
    ${fields.length > 0 ? rows(layer, given) : nothing}
  </section>`;
}

function fieldView(
  choice: Choice,
  layer: Layer,
  given: Given,
  field: string,
  onChange: (choice: Choice) => void,
): TemplateResult {
  return html`<label>${t(`admin.ground.field.${field}` as MessageKey)}
    <select data-field=${field} @change=${(event: Event) =>
      onChange(withColumn(choice, given, field, (event.target as HTMLSelectElement).value))}>
      <option value="" .selected=${!given.columns[field]}>${t("admin.ground.no_column")}</option>
      ${layer.columns.map((column) => html`<option value=${column} .selected=${given.columns[field] === column}>${column}</option>`)}
    </select></label>`;
}

function rows(layer: Layer, given: Given): TemplateResult {
  const meant = Object.fromEntries(Object.entries(given.columns).map(([field, column]) => [column, field]));
  return html`<div class="import-table-scroll" tabindex="0" role="region"
      aria-label=${t("admin.ground.rows", { part: partName(given.part) })}>
    <table class="changes import-cells"><thead><tr>${layer.columns.map(
      (column) => html`<th scope="col"><strong>${column}</strong>
        ${meant[column] ? t(`admin.ground.field.${meant[column]}` as MessageKey) : t("admin.import.no_field")}</th>`,
    )}</tr></thead>
    <tbody>${layer.rows.map(
      (row) => html`<tr>${layer.columns.map((column) => html`<td>${row[column] ?? ""}</td>`)}</tr>`,
    )}</tbody></table></div>`;
}

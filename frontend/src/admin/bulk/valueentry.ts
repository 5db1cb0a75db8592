import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../i18n";
import type { Field } from "../fields";

/** Fields that the directory always has a value for. */
const NEVER_EMPTY = new Set(["status", "access", "wheelchair", "visibility"]);

/** Where the one value for many points is entered; undefined empties the field. */
export function valueEntry(
  field: Field,
  value: unknown,
  stations: { id: string; label: string }[],
  set: (value: unknown) => void,
): TemplateResult {
  const text = value === undefined ? "" : String(value);
  const typed = (event: Event) => set((event.target as HTMLInputElement).value.trim() || undefined);
  const label = html`${t("admin.bulk.value")}${field.unit ? html` <span class="soft">${field.unit}</span>` : nothing}`;
  const options = optionsOf(field);
  if (options) {
    const isFlag = field.entry === "flag" || field.entry === "check";
    return html`<label>${label}<select class="bulk-value" @change=${(event: Event) => {
      const chosen = (event.target as HTMLSelectElement).value;
      set(chosen === "" ? undefined : isFlag ? chosen === "true" : chosen);
    }}>
      ${NEVER_EMPTY.has(field.key) ? nothing : html`<option value="">${t("admin.bulk.empty")}</option>`}
      ${options.map((one) => html`<option value=${one.value} ?selected=${one.value === text}>${one.label}</option>`)}
    </select></label>`;
  }
  if (field.entry === "number")
    return html`<label>${label}<input class="bulk-value" type="number" step="any" min=${field.min ?? nothing}
      max=${field.max ?? nothing} .value=${text} placeholder=${t("admin.bulk.empty")} @input=${(
        event: Event,
      ) => {
        const { value: number } = event.target as HTMLInputElement;
        set(number === "" ? undefined : Number(number));
      }} /></label>`;
  return html`<label>${label}<input class="bulk-value" type=${field.entry === "date" ? "date" : "text"} maxlength="500"
      list=${field.entry === "point" ? "bulk-stations" : nothing} .value=${text}
      placeholder=${t("admin.bulk.empty")} @input=${typed} /></label>
    <datalist id="bulk-stations">${stations.map((one) => html`<option value=${one.id}>${one.label}</option>`)}</datalist>`;
}

function optionsOf(field: Field): { value: string; label: string }[] | undefined {
  if (field.entry !== "flag" && field.entry !== "check") return field.options;
  return [
    { value: "true", label: t("admin.yes") },
    { value: "false", label: t("admin.no") },
  ];
}

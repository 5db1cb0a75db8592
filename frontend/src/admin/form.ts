import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type MessageKey, t } from "../i18n";
import { changedKeys, type Flat, withValue } from "./draft";
import { PageElement } from "./element";
import { type Field, fieldGroups } from "./fields";
import type { EquipmentLine, Kind } from "./model";

/** Messages of the server by the field that it named. */
export type FieldErrors = Record<string, string>;

/** The fields of one point; knows only values, and tells "change-draft" with the new ones. */
@customElement("sanfen-point-form")
export class PointForm extends PageElement {
  @property({ attribute: false }) base: Flat = {};
  @property({ attribute: false }) draft: Flat = {};
  @property({ attribute: false }) kind?: Kind;
  @property({ attribute: false }) errors: FieldErrors = {};
  @property({ attribute: false }) stations: { id: string; label: string }[] = [];

  protected override render(): TemplateResult {
    const changed = new Set(changedKeys(this.base, this.draft));
    return html`${fieldGroups(this.kind).map(
      (group) => html`<fieldset>
        <legend>${group.title}</legend>
        ${group.fields.map((field) => this.field(field, changed.has(field.key)))}
      </fieldset>`,
    )}
    ${this.equipment(changed.has("equipment"))}
    <datalist id="stations">
      ${this.stations.map((station) => html`<option value=${station.id}>${station.label}</option>`)}
    </datalist>`;
  }

  private errorOf(key: string): string | undefined {
    return (
      this.errors[key] ?? this.errors[key.split(".").slice(1).join(".")] ?? this.errors[key.split(".")[0]]
    );
  }

  private field(field: Field, changed: boolean): TemplateResult {
    const error = this.errorOf(field.key);
    const id = `field-${field.key}`;
    const notes = [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
    return html`<div class="field field-${field.entry} ${changed ? "is-changed" : ""}" data-key=${field.key}>
      <label for=${id}>${field.label}${field.unit ? html` <span class="soft">${field.unit}</span>` : nothing}
        ${changed ? html`<span class="mark" title=${t("admin.unsaved")}>●<span class="sr">${t("admin.unsaved")}</span></span>` : nothing}
      </label>
      ${this.entry(field, id, notes, Boolean(error))}
      ${field.hint ? html`<p class="hint" id="${id}-hint">${field.hint}</p>` : nothing}
      ${error ? html`<p class="field-error" id="${id}-error">${error}</p>` : nothing}
    </div>`;
  }

  private entry(field: Field, id: string, notes: string, invalid: boolean): TemplateResult {
    const value = this.draft[field.key];
    const text = value === undefined ? "" : String(value);
    const typed = (event: Event) => this.set(field.key, (event.target as HTMLInputElement).value);
    const wrong = invalid ? "true" : "false";
    switch (field.entry) {
      case "choice":
        return this.choice(field, id, notes, text, field.options ?? [], (chosen) =>
          this.set(field.key, chosen),
        );
      case "flag": {
        const flags = ["true", "false"].map((flag) => ({
          value: flag,
          label: t(flag === "true" ? "admin.yes" : "admin.no"),
        }));
        return this.choice(field, id, notes, text, flags, (chosen) =>
          this.set(field.key, chosen === "" ? undefined : chosen === "true"),
        );
      }
      case "check":
        return html`<input type="checkbox" id=${id} .checked=${value === true} aria-describedby=${notes || nothing}
          @change=${(event: Event) => this.set(field.key, (event.target as HTMLInputElement).checked)} />`;
      case "long":
        return html`<textarea id=${id} rows="2" .value=${text} aria-invalid=${wrong}
          aria-describedby=${notes || nothing} @input=${typed}></textarea>`;
      case "number":
        return html`<input id=${id} type="number" inputmode="decimal" step="any" min=${field.min ?? nothing}
          max=${field.max ?? nothing} .value=${text} aria-invalid=${wrong} aria-describedby=${notes || nothing}
          @input=${(event: Event) => this.setNumber(field.key, event.target as HTMLInputElement)} />`;
      case "date":
        return html`<input id=${id} type="date" .value=${text} aria-invalid=${wrong}
          aria-describedby=${notes || nothing} @input=${typed} />`;
      default:
        return html`<input id=${id} type="text" .value=${text} aria-invalid=${wrong} maxlength="500"
          list=${field.entry === "point" ? "stations" : nothing} aria-describedby=${notes || nothing}
          spellcheck=${field.entry === "hours" ? "false" : "true"} @input=${typed} />`;
    }
  }

  private choice(
    field: Field,
    id: string,
    notes: string,
    value: string,
    options: { value: string; label: string }[],
    set: (value: string) => void,
  ): TemplateResult {
    const settled = field.key === "visibility" && value !== "";
    const withBlank = !settled && !options.some((option) => option.value === "unknown");
    const blank = field.key === "visibility" ? t("admin.visibility.usual") : t("admin.unknown");
    return html`<select id=${id} aria-describedby=${notes || nothing}
      @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}>
      ${withBlank ? html`<option value="" ?selected=${value === ""}>${blank}</option>` : nothing}
      ${options.map(
        (option) =>
          html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`,
      )}
    </select>`;
  }

  private set(key: string, value: unknown): void {
    this.tell(
      "change-draft",
      withValue(this.draft, key, typeof value === "string" ? value.trimStart() : value),
    );
  }

  private setNumber(key: string, input: HTMLInputElement): void {
    this.set(key, input.value === "" ? undefined : Number(input.value));
  }

  private equipment(changed: boolean): TemplateResult {
    const lines = (this.draft.equipment as EquipmentLine[] | undefined) ?? [];
    const error = this.errors.equipment;
    const change = (at: number, part: Partial<EquipmentLine>) =>
      this.set(
        "equipment",
        lines.map((line, i) => (i === at ? { ...line, ...part } : line)),
      );
    return html`<fieldset class=${changed ? "is-changed" : ""} data-key="equipment">
      <legend>${t("admin.group.equipment")}${changed ? html` <span class="mark">●</span>` : nothing}</legend>
      ${lines.map(
        (line, at) => html`<div class="equipment-line">
          ${this.cell("item", "text", line.item, (value) => change(at, { item: value }))}
          ${this.cell("count", "number", line.count, (value) => change(at, { count: value === "" ? null : Number(value) }))}
          ${this.cell("made_on", "date", line.made_on, (value) => change(at, { made_on: value || null }))}
          ${this.cell("expires_on", "date", line.expires_on, (value) => change(at, { expires_on: value || null }))}
          <button type="button" class="icon-button" aria-label=${t("admin.equipment.drop")}
            @click=${() =>
              this.set(
                "equipment",
                lines.filter((_, i) => i !== at),
              )}>×</button>
        </div>`,
      )}
      ${error ? html`<p class="field-error">${error}</p>` : nothing}
      <button type="button" @click=${() => this.set("equipment", [...lines, { item: "" }])}>
        ${t("admin.equipment.add")}</button>
    </fieldset>`;
  }

  private cell(part: string, type: string, value: unknown, set: (value: string) => void): TemplateResult {
    return html`<label class="cell cell-${part}">${t(`admin.equipment.${part}` as MessageKey)}
      <input type=${type} .value=${value === undefined || value === null ? "" : String(value)}
        @input=${(event: Event) => set((event.target as HTMLInputElement).value)} /></label>`;
  }
}

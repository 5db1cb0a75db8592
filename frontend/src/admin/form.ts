import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../i18n";
import { changedKeys, type Flat, withValue } from "./draft";
import { PageElement } from "./element";
import {
  type Field,
  type FieldGroup,
  fieldGroups,
  languageName,
  MORE_LANGUAGES,
  textLanguages,
} from "./fields";
import "./form/equipment";
import "./form/form.css";
import { type AgeHint, fieldHints } from "./form/lifecycle";
import "./hours/editor";
import type { EquipmentLine, Kind } from "./model";
import "./stations/choice";
import type { Station } from "./stations/nearest";

/** Messages of the server by the field that it named. */
export type FieldErrors = Record<string, string>;

/** The fields of one point; knows only values, and tells "change-draft" with the new ones. */
@customElement("sanfen-point-form")
export class PointForm extends PageElement {
  @property({ attribute: false }) base: Flat = {};
  @property({ attribute: false }) draft: Flat = {};
  @property({ attribute: false }) kind?: Kind;
  @property({ attribute: false }) errors: FieldErrors = {};
  @property({ attribute: false }) kinds: Kind[] = [];
  @property({ attribute: false }) stations: Station[] = [];
  @property() place = "";
  @property() zone = "UTC";
  /** Languages that were asked for and hold nothing yet. */
  @state() private moreLanguages: string[] = [];

  protected override render(): TemplateResult {
    const changed = new Set(changedKeys(this.base, this.draft));
    const languages = textLanguages(this.draft, this.moreLanguages);
    const hints = fieldHints(this.kind, this.draft, this.today);
    return html`${fieldGroups(this.kind, languages).map(
      (group) => html`<fieldset>
        <legend>${group.title}</legend>
        ${group.fields.map((field) => this.field(field, changed.has(field.key), hints))}
        ${this.languageChoice(group, languages)}
      </fieldset>`,
    )}
    ${this.equipment(changed.has("equipment"))}`;
  }

  /** In the place, where what is printed on a device ends. */
  private get today(): string {
    return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: this.zone }).format(new Date());
  }

  private get position(): [number, number] {
    return [Number(this.draft.lon), Number(this.draft.lat)];
  }

  /** One choice for all texts, where the first of them stand. */
  private languageChoice(group: FieldGroup, languages: string[]): TemplateResult | typeof nothing {
    const left = MORE_LANGUAGES.filter((tag) => !languages.includes(tag));
    if (group.id !== "what" || !left.length) return nothing;
    return html`<select class="add-language" aria-label=${t("admin.language.more")} @change=${(
      event: Event,
    ) => {
      const select = event.target as HTMLSelectElement;
      this.moreLanguages = [...this.moreLanguages, select.value];
      select.value = "";
    }}>
      <option value="">${t("admin.language.more")}</option>
      ${left.map((tag) => html`<option value=${tag}>${languageName(tag)}</option>`)}
    </select>`;
  }

  private errorOf(key: string): string | undefined {
    return (
      this.errors[key] ?? this.errors[key.split(".").slice(1).join(".")] ?? this.errors[key.split(".")[0]]
    );
  }

  private field(field: Field, changed: boolean, hints: Map<string, AgeHint>): TemplateResult {
    const age = hints.get(field.key.replace("attributes.", ""));
    const error = this.errorOf(field.key);
    const id = `field-${field.key}`;
    const notes = [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
    return html`<div class="field field-${field.entry} ${changed ? "is-changed" : ""}" data-key=${field.key}>
      <label for=${id}>${field.label}${field.unit ? html` <span class="soft">${field.unit}</span>` : nothing}
        ${changed ? html`<span class="mark" title=${t("admin.unsaved")}>●<span class="sr">${t("admin.unsaved")}</span></span>` : nothing}
      </label>
      ${this.entry(field, id, notes, Boolean(error))}
      ${age ? html`<p class="age ${age.passed ? "is-passed" : ""}">${age.text}</p>` : nothing}
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
      case "hours":
        return html`<sanfen-hours-editor .value=${text} .field=${id} .notes=${notes} .invalid=${invalid}
          .place=${this.place} .position=${this.position}
          @change-hours=${(event: CustomEvent<string>) => this.set(field.key, event.detail)}></sanfen-hours-editor>`;
      case "point":
        return html`<sanfen-station-choice .stations=${this.stations} .value=${text} .field=${id} .notes=${notes}
          .invalid=${invalid} .position=${this.position}
          @choose-station=${(event: CustomEvent<string>) => this.set(field.key, event.detail)}></sanfen-station-choice>`;
      default:
        return html`<input id=${id} type="text" .value=${text} aria-invalid=${wrong} maxlength="500"
          aria-describedby=${notes || nothing} @input=${typed} />`;
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
    return html`<fieldset class=${changed ? "is-changed" : ""} data-key="equipment">
      <legend>${t("admin.group.equipment")}${changed ? html` <span class="mark">●</span>` : nothing}</legend>
      <sanfen-equipment-lines .lines=${lines} .kinds=${this.kinds} .today=${this.today}
        @change-lines=${(event: CustomEvent<EquipmentLine[]>) => this.set("equipment", event.detail)}></sanfen-equipment-lines>
      ${error ? html`<p class="field-error">${error}</p>` : nothing}
    </fieldset>`;
  }
}

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { language, type MessageKey, t } from "../../i18n";
import { localName } from "../../map";
import { PageElement } from "../element";
import { type Field, fieldGroups } from "../fields";
import type { Kind } from "../model";
import type { AreaFeature } from "./areas";
import { type Condition, DUES, type Filter, NO_FILTER, TESTS, type Test } from "./filter";
import { PROBLEMS } from "./problems";

const OF_TEXT: readonly Test[] = ["has", "is", "is_not", "filled", "empty"];
const OF_OTHERS: Partial<Record<string, readonly Test[]>> = {
  long: ["has", "filled", "empty"],
  hours: ["has", "is", "filled", "empty"],
  point: ["is", "filled", "empty"],
  number: ["is", "at_least", "at_most", "filled", "empty"],
  date: ["is", "at_least", "at_most", "filled", "empty"],
  flag: ["is", "empty"],
  check: ["is", "empty"],
  choice: ["is", "is_not", "filled", "empty"],
};

const testsOf = (field: Field): readonly Test[] => OF_OTHERS[field.entry] ?? OF_TEXT;

/** Filters beyond search, kind and status; tells "filter" with the part that changes. */
@customElement("sanfen-filter-panel")
export class FilterPanel extends PageElement {
  @property({ attribute: false }) filter: Filter = NO_FILTER;
  @property({ attribute: false }) kind?: Kind;
  @property({ attribute: false }) areas: AreaFeature[] = [];

  protected override render(): TemplateResult {
    const { filter } = this;
    return html`<div class="filter-panel" id="filter-panel">
      ${this.choice("area", t("admin.filter.area"), filter.area, this.areaOptions())}
      ${this.choice(
        "due",
        t("admin.filter.due"),
        filter.due,
        DUES.map((due) => [due, t(`admin.due.${due}` as MessageKey)]),
      )}
      ${this.choice("problem", t("admin.filter.problem"), filter.problem, [
        ["any", t("admin.problem.any")],
        ...PROBLEMS.map((problem): [string, string] => [
          problem,
          t(`admin.problem.${problem}` as MessageKey),
        ]),
      ])}
      ${filter.conditions.map((condition, at) => this.condition(condition, at))}
      <div class="filter-actions">
        <button class="add-condition" @click=${() => this.set([...filter.conditions, { field: "", test: "has", value: "" }])}>
          ${t("admin.filter.add")}</button>
        <button @click=${() => this.tell<Partial<Filter>>("filter", { area: "", due: "", problem: "", conditions: [] })}>
          ${t("admin.filter.lift")}</button>
      </div>
    </div>`;
  }

  private areaOptions(): [string, string][] {
    return this.areas
      .map((area): [string, string] => [area.id, localName(area.properties, language()) ?? area.id])
      .sort((a, b) => a[1].localeCompare(b[1], language()));
  }

  private choice(
    part: keyof Filter,
    label: string,
    value: string,
    options: [string, string][],
  ): TemplateResult {
    return html`<label class="filter-${part}">${label}
      <select @change=${(event: Event) =>
        this.tell<Partial<Filter>>("filter", { [part]: (event.target as HTMLSelectElement).value })}>
        <option value="" ?selected=${value === ""}>${t("admin.filter.any")}</option>
        ${options.map(([id, text]) => html`<option value=${id} ?selected=${id === value}>${text}</option>`)}
      </select></label>`;
  }

  private condition(condition: Condition, at: number): TemplateResult {
    const groups = fieldGroups(this.kind);
    const field = groups.flatMap((group) => group.fields).find((one) => one.key === condition.field);
    const tests = field ? testsOf(field) : TESTS.slice(0, 1);
    const wantsValue = condition.test !== "filled" && condition.test !== "empty";
    const change = (part: Partial<Condition>) =>
      this.set(this.filter.conditions.map((one, i) => (i === at ? { ...one, ...part } : one)));
    const value = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;
    const choose = (key: string) => {
      const chosen = groups.flatMap((group) => group.fields).find((one) => one.key === key);
      change({ field: key, test: chosen ? testsOf(chosen)[0] : "has", value: "" });
    };
    return html`<div class="condition">
      <select aria-label=${t("admin.filter.field")} @change=${(event: Event) => choose(value(event))}>
        <option value="">${t("admin.filter.field")}</option>
        ${groups.map(
          (group) =>
            html`<optgroup label=${group.title}>${group.fields.map(
              (one) =>
                html`<option value=${one.key} ?selected=${one.key === condition.field}>${one.label}</option>`,
            )}</optgroup>`,
        )}
      </select>
      <select aria-label=${t("admin.filter.test")} ?disabled=${!field}
        @change=${(event: Event) => change({ test: value(event) as Test })}>
        ${tests.map((test) => html`<option value=${test} ?selected=${test === condition.test}>${t(`admin.test.${test}` as MessageKey)}</option>`)}
      </select>
      ${field && wantsValue ? this.value(field, condition.value, (text) => change({ value: text })) : nothing}
      <button class="icon-button" aria-label=${t("admin.filter.drop")}
        @click=${() => this.set(this.filter.conditions.filter((_, i) => i !== at))}>×</button>
    </div>`;
  }

  private value(field: Field, value: string, set: (value: string) => void): TemplateResult {
    const typed = (event: Event) => set((event.target as HTMLInputElement | HTMLSelectElement).value);
    const isFlag = field.entry === "flag" || field.entry === "check";
    const options = isFlag
      ? [
          { value: "true", label: t("admin.yes") },
          { value: "false", label: t("admin.no") },
        ]
      : field.options;
    if (!options) {
      const type = field.entry === "date" || field.entry === "number" ? field.entry : "text";
      return html`<input aria-label=${t("admin.filter.value")} type=${type} step="any" .value=${value} @input=${typed} />`;
    }
    return html`<select aria-label=${t("admin.filter.value")} @change=${typed}>
      <option value="">–</option>
      ${options.map((one) => html`<option value=${one.value} ?selected=${one.value === value}>${one.label}</option>`)}
    </select>`;
  }

  private set(conditions: Condition[]): void {
    this.tell<Partial<Filter>>("filter", { conditions });
  }
}

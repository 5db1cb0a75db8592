import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type MessageKey, t } from "../../i18n";
import { PageElement } from "../element";
import type { EquipmentLine, Kind } from "../model";
import { knownItems, lineHint } from "./lifecycle";

/** The lines of equipment of a point, with what the registry knows of their age. Tells "change-lines" with all of them. */
@customElement("sanfen-equipment-lines")
export class EquipmentLines extends PageElement {
  @property({ attribute: false }) lines: EquipmentLine[] = [];
  @property({ attribute: false }) kinds: Kind[] = [];
  @property() today = "";

  protected override render(): TemplateResult {
    return html`${this.lines.map((line, at) => this.lineView(line, at))}
      <button type="button" @click=${() => this.set([...this.lines, { item: "" }])}>${t("admin.equipment.add")}</button>
      <datalist id="known-items">${knownItems(this.kinds).map((item) => html`<option value=${item}></option>`)}</datalist>`;
  }

  private lineView(line: EquipmentLine, at: number): TemplateResult {
    const change = (part: Partial<EquipmentLine>) =>
      this.set(this.lines.map((old, i) => (i === at ? { ...old, ...part } : old)));
    return html`<div class="equipment-line">
        ${this.cell("item", "text", line.item, (value) => change({ item: value }))}
        ${this.cell("count", "number", line.count, (value) => change({ count: value === "" ? null : Number(value) }))}
        ${this.cell("made_on", "date", line.made_on, (value) => change({ made_on: value || null }))}
        ${this.cell("expires_on", "date", line.expires_on, (value) => change({ expires_on: value || null }))}
        <button type="button" class="icon-button" aria-label=${t("admin.equipment.drop")}
          @click=${() => this.set(this.lines.filter((_, i) => i !== at))}>×</button>
      </div>
      ${this.age(line, change)}`;
  }

  /** The end of its life, unless an earlier or later one is printed on it. */
  private age(
    line: EquipmentLine,
    change: (part: Partial<EquipmentLine>) => void,
  ): TemplateResult | typeof nothing {
    const hint = lineHint(this.kinds, line.item, line.made_on, this.today);
    if (hint && !line.expires_on) {
      return html`<p class="age ${hint.passed ? "is-passed" : ""}">${hint.text}
        <button type="button" @click=${() => change({ expires_on: hint.day })}>${t("admin.age.take")}</button></p>`;
    }
    const isExpired = line.expires_on && line.expires_on < this.today;
    return isExpired ? html`<p class="age is-passed">${t("admin.age.expired")}</p>` : nothing;
  }

  private cell(part: string, type: string, value: unknown, set: (value: string) => void): TemplateResult {
    return html`<label class="cell cell-${part}">${t(`admin.equipment.${part}` as MessageKey)}
      <input type=${type} list=${part === "item" ? "known-items" : nothing} min=${type === "number" ? 0 : nothing}
        .value=${value === undefined || value === null ? "" : String(value)}
        @input=${(event: Event) => set((event.target as HTMLInputElement).value)} /></label>`;
  }

  private set(lines: EquipmentLine[]): void {
    this.tell("change-lines", lines);
  }
}

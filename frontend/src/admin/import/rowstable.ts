import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type MessageKey, t } from "../../i18n";
import { PageElement } from "../element";
import { kindName, textOf } from "../fields";
import type { Kind } from "../model";
import { imports } from "./api";
import { fieldName } from "./columnsstep";
import { type ImportRow, isTaken, type RowFilter } from "./model";

/** Height of a row in CSS pixels, as import.css has it; only the rows in view are in the page and asked for. */
const ROW_PX = 64;
const PAGE = 100;
const SPARE = 6;

/** The rows of a preview, however many: a page of them is fetched when it comes into view. */
@customElement("sanfen-import-rows")
export class ImportRows extends PageElement {
  @property({ type: Number }) job = 0;
  @property({ attribute: false }) filter: RowFilter = {};
  @property({ attribute: false }) kinds = new Map<string, Kind>();
  @property({ type: Number }) chosen = 0;
  @state() private total = -1;
  @state() private first = 0;
  @state() private pages = new Map<number, ImportRow[]>();
  private inView = 12;
  private asked = new Set<number>();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("filter") && !changed.has("job")) return;
    this.pages = new Map();
    this.asked = new Set();
    this.total = -1;
    this.first = 0;
    this.querySelector(".import-rows-scroll")?.scrollTo(0, 0);
    this.fetch(0);
  }

  /** A row as it is after somebody's word on it. */
  replace(row: ImportRow): void {
    this.pages = new Map(
      [...this.pages].map(([page, rows]) => [
        page,
        rows.map((one) => (one.number === row.number ? row : one)),
      ]),
    );
  }

  private async fetch(page: number): Promise<void> {
    if (this.asked.has(page)) return;
    const { asked } = this;
    asked.add(page);
    try {
      const answer = await imports.rows(this.job, this.filter, page * PAGE, PAGE);
      if (asked !== this.asked) return; // another filter was chosen meanwhile
      this.pages = new Map(this.pages).set(page, answer.rows);
      this.total = answer.total;
    } catch (problem) {
      asked.delete(page);
      this.tell("import-trouble", problem);
    }
  }

  protected override updated(): void {
    this.size(".rows-before", this.start * ROW_PX);
    this.size(".rows-after", Math.max(0, this.total - this.end) * ROW_PX);
    for (let page = Math.floor(this.start / PAGE); page * PAGE < this.end; page++) this.fetch(page);
  }

  private size(selector: string, px: number): void {
    const spacer = this.querySelector<HTMLElement>(selector);
    if (spacer) spacer.style.height = `${px}px`;
  }

  private get start(): number {
    return Math.max(0, Math.min(this.first, this.total - this.inView) - SPARE);
  }

  private get end(): number {
    return Math.max(0, Math.min(this.total, this.first + this.inView + SPARE));
  }

  protected override render(): TemplateResult {
    const shown = Array.from({ length: Math.max(0, this.end - this.start) }, (_, at) => this.start + at);
    return html`<div class="import-rows-scroll" tabindex="0" role="region" aria-label=${t("admin.import.step.preview")}
      @scroll=${this.scrolled}>
      <table class="import-rows" aria-rowcount=${this.total + 1}>
        <thead><tr><th scope="col">${t("admin.import.row")}</th><th scope="col">${t("admin.import.what")}</th>
          <th scope="col">${t("admin.column.name")}</th><th scope="col">${t("admin.import.details")}</th></tr></thead>
        <tbody class="rows-before" aria-hidden="true"></tbody>
        <tbody>${shown.map((at) => this.row(this.pages.get(Math.floor(at / PAGE))?.[at % PAGE], at))}</tbody>
        <tbody class="rows-after" aria-hidden="true"></tbody>
      </table>
      ${this.total === 0 ? html`<p class="empty">${t("admin.import.empty")}</p>` : nothing}
      ${this.total < 0 ? html`<div class="skeleton" aria-busy="true"></div>` : nothing}
    </div>`;
  }

  private row(row: ImportRow | undefined, at: number): TemplateResult {
    if (!row) return html`<tr class="is-waiting" aria-rowindex=${at + 2}><td colspan="4"></td></tr>`;
    const kind = this.kinds.get(String(row.said.kind ?? ""));
    const taken = isTaken(row);
    return html`<tr data-row=${row.number} aria-rowindex=${at + 2} aria-selected=${row.number === this.chosen}
      class=${taken || row.what === "unchanged" ? "" : "is-left"} @click=${() => this.tell("choose-row", row)}>
      <td class="soft">${row.number}</td>
      <td><span class="badge import-${row.what}">${t(`admin.import.what.${row.what}` as MessageKey)}</span>
        ${row.take !== null ? html`<small>${t(row.take ? "admin.import.taken" : "admin.import.left")}</small>` : nothing}</td>
      <td><button class="import-name">${String(row.said.name ?? row.point_name ?? row.source_id ?? "–")}</button>
        <small>${kindName(kind, String(row.said.kind ?? ""))}</small></td>
      <td><span class="two-lines">${this.details(row, kind)}</span></td>
    </tr>`;
  }

  private details(row: ImportRow, kind: Kind | undefined): TemplateResult | string {
    if (row.what === "changed" && row.changes)
      return html`${Object.entries(row.changes).map(
        ([field, [before, after]]) =>
          html`<span class="import-change">${fieldName(field)}: <del>${textOf(field, before, kind)}</del> → <ins>${textOf(field, after, kind)}</ins></span> `,
      )}`;
    if (row.what === "duplicate") return t("admin.import.twin", { name: row.point_name ?? row.point ?? "" });
    if (row.problems.length) return row.problems.map(problemText).join(" ");
    if (row.placed) return t("admin.import.placed", { m: Math.round(row.accuracy_m ?? 0) });
    return row.address ?? String(row.said.address ?? "");
  }

  private scrolled(event: Event): void {
    const box = event.currentTarget as HTMLElement;
    this.inView = Math.ceil(box.clientHeight / ROW_PX);
    this.first = Math.floor(box.scrollTop / ROW_PX);
  }
}

/** What is wrong with a row, with the column that it stands in. */
export function problemText(problem: ImportRow["problems"][number]): string {
  const text = t(`import.problem.${problem.reason}` as MessageKey, {
    value: problem.value,
    hint: problem.hint,
  });
  return problem.column ? `${problem.column}: ${text}` : text;
}

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../i18n";
import { PageElement } from "./element";
import { cell } from "./list/cell";
import { type Column, USUAL_COLUMNS } from "./list/columns";
import type { ProblemId } from "./list/problems";
import type { Row, SortKey } from "./list/rows";
import type { Reach } from "./list/selection";
import type { Kind } from "./model";

/** Height of a row in CSS pixels, as admin.css has it; only the rows in view are in the page. */
const ROW_PX = 56;
const SPARE_ROWS = 8;
/** Room that a column beyond the usual three wants. */
const COLUMN_PX = 150;

/** The list of points: sortable heads, arrow keys, Enter to open, Space to select. Draws only what is in view. */
@customElement("sanfen-point-table")
export class PointTable extends PageElement {
  @property({ attribute: false }) rows: Row[] = [];
  @property({ attribute: false }) columns: Column[] = [];
  @property({ attribute: false }) kinds = new Map<string, Kind>();
  @property({ attribute: false }) selected: ReadonlySet<string> = new Set();
  @property({ attribute: false }) problemsOf: (row: Row) => ProblemId[] = () => [];
  @property() chosen = "";
  /** The point under the pointer on the map. */
  @property() hovered = "";
  @property() sortBy: SortKey = "name";
  @property({ type: Boolean }) descending = false;
  @state() private first = 0;
  @state() private active = 0;
  private inView = 20;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("chosen") && this.chosen) {
      const at = this.rows.findIndex((row) => row.id === this.chosen);
      if (at >= 0) this.active = at;
    }
    if (changed.has("rows")) this.active = Math.min(this.active, Math.max(0, this.rows.length - 1));
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.size(".rows-before", this.start * ROW_PX);
    this.size(".rows-after", (this.rows.length - this.end) * ROW_PX);
    const table = this.querySelector("table");
    const more = this.columns.length - USUAL_COLUMNS.length;
    if (table) table.style.minWidth = more > 0 ? `${440 + more * COLUMN_PX}px` : "";
    if (changed.has("chosen") && this.chosen) this.bringIntoView();
  }

  private get start(): number {
    return Math.max(0, Math.min(this.first, this.rows.length - this.inView) - SPARE_ROWS);
  }

  private get end(): number {
    return Math.min(this.rows.length, this.first + this.inView + SPARE_ROWS);
  }

  private size(selector: string, px: number): void {
    const spacer = this.querySelector<HTMLElement>(selector);
    if (spacer) spacer.style.height = `${px}px`;
  }

  protected override render(): TemplateResult {
    const isAll = this.rows.length > 0 && this.rows.every((row) => this.selected.has(row.id));
    return html`<div class="table-scroll" @scroll=${this.scrolled}>
      <table class="points" aria-rowcount=${this.rows.length + 1}>
        <thead><tr>
          <th scope="col" class="col-select"><input type="checkbox" aria-label=${t("admin.select.all")}
            .checked=${isAll} .indeterminate=${!isAll && this.selected.size > 0}
            @change=${() => this.tell("select-all")} /></th>
          ${this.columns.map((column) => this.head(column))}
        </tr></thead>
        <tbody class="rows-before" aria-hidden="true"></tbody>
        <tbody @keydown=${this.pressed} @pointerleave=${() => this.tell("hover-point", "")}>
          ${this.rows.slice(this.start, this.end).map((row, at) => this.row(row, this.start + at))}
        </tbody>
        <tbody class="rows-after" aria-hidden="true"></tbody>
      </table>
      ${this.rows.length === 0 ? html`<p class="empty">${t("admin.list.empty")}</p>` : nothing}
    </div>`;
  }

  private head({ key, label }: Column): TemplateResult {
    const sorted = this.sortBy === key ? (this.descending ? "descending" : "ascending") : "none";
    const arrow = sorted === "none" ? "" : this.descending ? " ↓" : " ↑";
    if (key === "problems") return html`<th scope="col"><span class="head-text">${label}</span></th>`;
    return html`<th scope="col" class="col-${key}" aria-sort=${sorted}>
      <button @click=${() => this.tell("sort-by", key)}>${label}${arrow}</button>
    </th>`;
  }

  private row(row: Row, at: number): TemplateResult {
    const isSelected = this.selected.has(row.id);
    const classes = [
      row.status === "removed" ? "is-removed" : "",
      isSelected ? "is-selected" : "",
      row.id === this.hovered ? "is-hovered" : "",
    ];
    return html`<tr
      data-at=${at}
      data-id=${row.id}
      aria-rowindex=${at + 2}
      aria-selected=${row.id === this.chosen || isSelected}
      class=${classes.filter(Boolean).join(" ")}
      tabindex=${at === this.active ? 0 : -1}
      @click=${(event: MouseEvent) => this.clicked(event, row)}
      @pointerenter=${() => this.tell("hover-point", row.id)}
    >
      <td class="col-select"><input type="checkbox" tabindex="-1" aria-label=${t("admin.select.row", { name: row.name || row.kindName })}
        .checked=${isSelected} /></td>
      ${this.columns.map(({ key }) =>
        cell(row, key, this.kinds.get(row.kind), key === "problems" ? this.problemsOf(row) : []),
      )}
    </tr>`;
  }

  private clicked(event: MouseEvent, row: Row): void {
    const onBox = (event.target as HTMLElement).closest(".col-select") !== null;
    if (event.shiftKey) {
      event.preventDefault();
      this.select(row.id, "range");
    } else if (onBox || event.ctrlKey || event.metaKey) this.select(row.id, "toggle");
    else this.tell("open-point", row.id);
  }

  private select(id: string, reach: Reach): void {
    this.tell("select-point", { id, reach });
  }

  private scrolled(event: Event): void {
    const box = event.currentTarget as HTMLElement;
    this.inView = Math.ceil(box.clientHeight / ROW_PX);
    this.first = Math.floor(box.scrollTop / ROW_PX);
  }

  private async pressed(event: KeyboardEvent): Promise<void> {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    const row = this.rows[this.active];
    if (!row) return;
    if (event.key === "Enter") {
      event.preventDefault();
      this.tell("open-point", row.id);
      return;
    }
    if (event.key === " ") {
      event.preventDefault();
      this.select(row.id, event.shiftKey ? "range" : "toggle");
      return;
    }
    const step =
      event.key === "Home" ? -this.rows.length : event.key === "End" ? this.rows.length : steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    if (event.shiftKey && !this.selected.has(row.id)) this.select(row.id, "toggle");
    this.active = Math.max(0, Math.min(this.rows.length - 1, this.active + step));
    if (event.shiftKey) this.select(this.rows[this.active].id, "range");
    this.bringIntoView();
    await this.updateComplete;
    this.querySelector<HTMLElement>(`tr[data-at="${this.active}"]`)?.focus();
  }

  private bringIntoView(): void {
    const box = this.querySelector<HTMLElement>(".table-scroll");
    if (!box) return;
    const top = this.active * ROW_PX;
    const room = box.clientHeight - 2 * ROW_PX;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top > box.scrollTop + room) box.scrollTop = top - room;
    this.inView = Math.ceil(box.clientHeight / ROW_PX);
    this.first = Math.floor(box.scrollTop / ROW_PX);
  }
}

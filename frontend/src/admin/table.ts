import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { type MessageKey, t } from "../i18n";
import { signSvg } from "../map";
import { stateOf } from "./editormap";
import { PageElement } from "./element";
import type { Row, SortKey } from "./list";
import type { Status } from "./model";

/** Height of a row in CSS pixels, as admin.css has it; only the rows in view are in the page. */
const ROW_PX = 56;
const SPARE_ROWS = 8;
const COLUMNS: SortKey[] = ["name", "where", "status"];

/** The list of points: sortable heads, arrow keys, Enter to open. Draws only what is in view. */
@customElement("sanfen-point-table")
export class PointTable extends PageElement {
  @property({ attribute: false }) rows: Row[] = [];
  @property() chosen = "";
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

  protected override updated(): void {
    this.size(".rows-before", this.start * ROW_PX);
    this.size(".rows-after", (this.rows.length - this.end) * ROW_PX);
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
    return html`<div class="table-scroll" @scroll=${this.scrolled}>
      <table class="points" aria-rowcount=${this.rows.length + 1}>
        <thead><tr>${COLUMNS.map((key) => this.head(key))}</tr></thead>
        <tbody class="rows-before" aria-hidden="true"></tbody>
        <tbody @keydown=${this.pressed}>
          ${this.rows.slice(this.start, this.end).map((row, at) => this.row(row, this.start + at))}
        </tbody>
        <tbody class="rows-after" aria-hidden="true"></tbody>
      </table>
      ${this.rows.length === 0 ? html`<p class="empty">${t("admin.list.empty")}</p>` : nothing}
    </div>`;
  }

  private head(key: SortKey): TemplateResult {
    const sorted = this.sortBy === key ? (this.descending ? "descending" : "ascending") : "none";
    const arrow = sorted === "none" ? "" : this.descending ? " ↓" : " ↑";
    return html`<th scope="col" aria-sort=${sorted}>
      <button @click=${() => this.tell("sort-by", key)}>${t(`admin.column.${key}` as MessageKey)}${arrow}</button>
    </th>`;
  }

  private row(row: Row, at: number): TemplateResult {
    const status = row.status as Status;
    const inner = row.point.properties.visibility === "internal";
    return html`<tr
      data-at=${at}
      data-id=${row.id}
      aria-rowindex=${at + 2}
      aria-selected=${row.id === this.chosen}
      class=${status === "removed" ? "is-removed" : ""}
      tabindex=${at === this.active ? 0 : -1}
      @click=${() => this.tell("open-point", row.id)}
    >
      <td>
        <span class="row-name">${unsafeHTML(signSvg(row.kind, stateOf(status), 28))}
          <span><strong>${row.name || row.kindName}</strong><small>${row.name ? row.kindName : row.id}</small></span>
        </span>
      </td>
      <td><span class="two-lines">${row.where || "–"}</span></td>
      <td>
        <span class="badge badge-${status}">${t(`admin.status.${status}` as MessageKey)}</span>
        ${inner ? html`<span class="badge badge-internal">${t("admin.visibility.internal")}</span>` : nothing}
      </td>
    </tr>`;
  }

  private scrolled(event: Event): void {
    const box = event.currentTarget as HTMLElement;
    this.inView = Math.ceil(box.clientHeight / ROW_PX);
    this.first = Math.floor(box.scrollTop / ROW_PX);
  }

  private async pressed(event: KeyboardEvent): Promise<void> {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.tell("open-point", this.rows[this.active]?.id);
      return;
    }
    const step =
      event.key === "Home" ? -this.rows.length : event.key === "End" ? this.rows.length : steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.active = Math.max(0, Math.min(this.rows.length - 1, this.active + step));
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

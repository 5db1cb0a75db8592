import { html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { language, t } from "../../i18n";
import { PageElement } from "../element";
import { DAY, isOpen, painted, type Span, spanText, type Week } from "./week";

/** Cells of a day. */
const SLOTS = 48;
const SLOT = DAY / SLOTS;
/** A night can be painted on past the end of its row, so far. */
const PAST_MIDNIGHT = 12;
export const ROWS = 9;
const PH = 7;

/** A stretch that is being painted: a row and two cells, the second perhaps past the end of the row. */
interface Brush {
  row: number;
  from: number;
  to: number;
  open: boolean;
}

/**
 * The week as a grid of half hours: painted with mouse or finger, or from the keyboard (arrows, space, shift with arrows).
 * Tells "paint-week" with the new one, and "choose-row" with the row whose exact times are wanted.
 */
@customElement("sanfen-hours-grid")
export class HoursGrid extends PageElement {
  @property({ attribute: false }) week!: Week;
  @property({ type: Number }) chosen = 0;
  @state() private brush: Brush | null = null;
  @state() private cursor = { row: 0, slot: 16 };
  private focusWanted = false;

  protected override render(): TemplateResult {
    return html`<table class="hours-grid" role="grid" aria-label=${t("admin.hours.grid")} @keydown=${this.pressed}
      @pointerdown=${this.begin} @pointermove=${this.move} @pointerup=${this.end} @pointercancel=${this.cancel}>
      <thead aria-hidden="true"><tr><th></th>
        ${[0, 6, 12, 18].map((hour) => html`<th colspan="12">${hour}</th>`)}</tr></thead>
      <tbody>${Array.from({ length: ROWS }, (_, row) => this.row(row))}</tbody>
    </table>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (!this.focusWanted || !changed.has("cursor" as keyof HoursGrid)) return;
    this.focusWanted = false;
    this.cell(this.cursor.row, this.cursor.slot)?.focus();
  }

  private row(row: number): TemplateResult {
    const spans = this.spansNow(row);
    const night = row < PH ? (this.spansNow((row + 6) % 7) ?? []) : [];
    return html`<tr class="${row >= PH ? "holiday" : ""} ${spans === null ? "follows" : ""}" data-row=${row}>
      <th scope="row"><button type="button" aria-pressed=${row === this.chosen ? "true" : "false"}
        aria-label=${`${rowName(row, "long")}: ${rowText(spans)}`}
        @click=${() => this.tell("choose-row", row)}>${rowName(row, "short")}</button></th>
      ${Array.from({ length: SLOTS }, (_, slot) => this.cellView(row, slot, spans ?? [], night))}
    </tr>`;
  }

  private cellView(row: number, slot: number, spans: Span[], night: Span[]): TemplateResult {
    const [from, to] = [slot * SLOT, (slot + 1) * SLOT];
    const own = isOpen(spans, from, to);
    const spill = own === "closed" ? isOpen(night, from + DAY, to + DAY) : "closed";
    const state = own === "closed" && spill !== "closed" ? "night" : own;
    const at = this.cursor.row === row && this.cursor.slot === slot;
    const name = `${rowName(row, "long")} ${spanText({ from, to })}: ${t(`admin.hours.cell.${state}`)}`;
    return html`<td role="gridcell" class="is-${state}" data-slot=${slot} tabindex=${at ? "0" : "-1"}
      aria-selected=${own === "closed" ? "false" : "true"} aria-label=${name}></td>`;
  }

  private spansOf(row: number): Span[] | null {
    return row < PH ? this.week.days[row] : row === PH ? this.week.ph : this.week.sh;
  }

  /** With what is being painted. */
  private spansNow(row: number): Span[] | null {
    const { brush } = this;
    const spans = this.spansOf(row);
    return brush?.row === row ? painted(spans ?? [], ...stretchOf(brush), brush.open) : spans;
  }

  private begin(event: PointerEvent): void {
    const cell = (event.target as HTMLElement).closest<HTMLElement>("td");
    if (!cell || event.button !== 0) return;
    const row = Number(cell.closest<HTMLElement>("tr")?.dataset.row);
    const slot = Number(cell.dataset.slot);
    this.cursor = { row, slot };
    this.brush = this.brushAt(row, slot);
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  }

  /** What painting from a cell does: it opens what is closed, and closes what is open, if only by the night before. */
  private brushAt(row: number, slot: number): Brush {
    const [from, to] = [slot * SLOT, (slot + 1) * SLOT];
    if (isOpen(this.spansOf(row) ?? [], from, to) === "open")
      return { row, from: slot, to: slot, open: false };
    const before = (row + 6) % 7;
    const ofNight = row < PH && isOpen(this.spansOf(before) ?? [], from + DAY, to + DAY) === "open";
    return ofNight
      ? { row: before, from: slot + SLOTS, to: slot + SLOTS, open: false }
      : { row, from: slot, to: slot, open: true };
  }

  private move(event: PointerEvent): void {
    const { brush } = this;
    if (!brush) return;
    const shown = brush.from >= SLOTS ? (brush.row + 1) % 7 : brush.row;
    const first = this.cell(shown, 0)?.getBoundingClientRect();
    const last = this.cell(shown, SLOTS - 1)?.getBoundingClientRect();
    if (!first || !last) return;
    const width = (last.right - first.left) / SLOTS;
    const slot = Math.floor((event.clientX - first.left) / width) + (shown === brush.row ? 0 : SLOTS);
    this.brush = {
      ...brush,
      to: Math.max(shown === brush.row ? 0 : SLOTS, Math.min(SLOTS + PAST_MIDNIGHT - 1, slot)),
    };
  }

  private end(): void {
    const { brush } = this;
    this.brush = null;
    if (brush) this.paint(brush);
  }

  private cancel(): void {
    this.brush = null;
  }

  private paint(brush: Brush): void {
    const spans = painted(this.spansOf(brush.row) ?? [], ...stretchOf(brush), brush.open);
    this.tell<Week>("paint-week", withRow(this.week, brush.row, spans));
    this.tell("choose-row", brush.row);
  }

  private pressed(event: KeyboardEvent): void {
    if ((event.target as HTMLElement).tagName !== "TD") return;
    const { row, slot } = this.cursor;
    const steps: Record<string, [number, number]> = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      Home: [0, -slot],
      End: [0, SLOTS - 1 - slot],
    };
    const step = steps[event.key];
    if (step) {
      const next = { row: row + step[0], slot: slot + step[1] };
      if (next.row < 0 || next.row >= ROWS || next.slot < 0 || next.slot >= SLOTS) return;
      if (event.shiftKey && step[0] === 0) {
        const open = isOpen(this.spansOf(row) ?? [], slot * SLOT, (slot + 1) * SLOT) === "open";
        this.paint({ row, from: slot, to: next.slot, open });
      }
      this.focusWanted = true;
      this.cursor = next;
    } else if (event.key === " " || event.key === "Enter") {
      this.paint(this.brushAt(row, slot));
    } else return;
    event.preventDefault();
  }

  private cell(row: number, slot: number): HTMLElement | null {
    return this.querySelector<HTMLElement>(`tr[data-row="${row}"] td[data-slot="${slot}"]`);
  }
}

function stretchOf({ from, to }: Brush): [number, number] {
  return [Math.min(from, to) * SLOT, (Math.max(from, to) + 1) * SLOT];
}

/** The week with one row's spans; null for a holiday row that goes by its weekday. */
export function withRow(week: Week, row: number, spans: Span[] | null): Week {
  if (row === PH) return { ...week, ph: spans };
  if (row > PH) return { ...week, sh: spans };
  return { ...week, days: week.days.map((old, day) => (day === row ? (spans ?? []) : old)) };
}

/** A weekday as the page's language calls it, or public or school holidays. */
export function rowName(row: number, form: "short" | "long"): string {
  if (row >= PH) return t(`admin.hours.${row === PH ? "ph" : "sh"}.${form}`);
  const monday = Date.UTC(2024, 0, 1);
  const day = new Date(monday + row * 24 * 3600 * 1000);
  return new Intl.DateTimeFormat(language(), { weekday: form, timeZone: "UTC" }).format(day);
}

/** A row's times, or what else holds of it. */
function rowText(spans: Span[] | null): string {
  if (spans === null) return t("admin.hours.as_weekday");
  return spans.length ? spans.map(spanText).join(", ") : t("admin.hours.closed");
}

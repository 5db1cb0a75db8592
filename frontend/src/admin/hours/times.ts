import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../i18n";
import { rowName, withRow } from "./grid";
import { DAY, merged, type Span, type Week } from "./week";

const PH = 7;

/** The exact times of one row, for hours that no half hour fits, and for who would rather type. */
export function timesView(week: Week, row: number, onWeek: (week: Week) => void): TemplateResult {
  const spans = row < PH ? week.days[row] : row === PH ? week.ph : week.sh;
  const set = (next: Span[] | null) => onWeek(withRow(week, row, next && (merged(next) ?? next)));
  return html`<fieldset class="hours-times">
    <legend>${rowName(row, "long")}</legend>
    ${row >= PH ? holidayChoice(spans, set) : nothing}
    ${(spans ?? []).map((span, at) => spanView(span, (next) => set(replaced(spans ?? [], at, next))))}
    <div class="hours-buttons">
      <button type="button" @click=${() => set([...(spans ?? []), nextSpan(spans ?? [])])}>${t("admin.hours.add")}</button>
      ${
        row < PH
          ? html`<button type="button" @click=${() => onWeek(copied(week, spans ?? [], 5))}>${t("admin.hours.to_workdays")}</button>
            <button type="button" @click=${() => onWeek(copied(week, spans ?? [], 7))}>${t("admin.hours.to_all")}</button>`
          : nothing
      }
      ${spans?.length ? html`<button type="button" @click=${() => set([])}>${t("admin.hours.clear")}</button>` : nothing}
    </div>
  </fieldset>`;
}

function holidayChoice(spans: Span[] | null, set: (spans: Span[] | null) => void): TemplateResult {
  const choices: [string, Span[] | null, boolean][] = [
    [t("admin.hours.as_weekday"), null, spans === null],
    [t("admin.hours.closed"), [], spans?.length === 0],
    [t("admin.hours.own"), [{ from: 480, to: 1080 }], Boolean(spans?.length)],
  ];
  return html`<div class="hours-choice" role="group">${choices.map(
    ([label, value, on]) =>
      html`<button type="button" aria-pressed=${on ? "true" : "false"} @click=${() => !on && set(value)}>${label}</button>`,
  )}</div>`;
}

function spanView(span: Span, set: (span: Span | null) => void): TemplateResult {
  const typed = (event: Event) => minuteOf((event.target as HTMLInputElement).value);
  const shift = (from: number | null, to: number | null) => {
    if (from === null || to === null) return;
    set({ from, to: to <= from ? to + DAY : to });
  };
  return html`<div class="hours-span">
    <input type="time" aria-label=${t("admin.hours.from")} .value=${clock(span.from)}
      @change=${(event: Event) => shift(typed(event), span.to % DAY)} />
    <span aria-hidden="true">–</span>
    <input type="time" aria-label=${t("admin.hours.to")} .value=${clock(span.to % DAY)}
      @change=${(event: Event) => shift(span.from, typed(event))} />
    <span class="soft">${span.to > DAY ? t("admin.hours.next_day") : span.to === DAY ? t("admin.hours.midnight") : ""}</span>
    <button type="button" class="icon-button" aria-label=${t("admin.hours.drop")} @click=${() => set(null)}>×</button>
  </div>`;
}

function replaced(spans: Span[], at: number, next: Span | null): Span[] {
  return spans.flatMap((span, i) => (i === at ? (next ?? []) : span));
}

/** After the last one, where there is room. */
function nextSpan(spans: Span[]): Span {
  const last = spans.at(-1);
  if (!last) return { from: 480, to: 1080 };
  const from = Math.min(last.to + 60, DAY - 60);
  return { from, to: Math.min(from + 240, DAY) };
}

function copied(week: Week, spans: Span[], days: number): Week {
  return { ...week, days: week.days.map((old, day) => (day < days ? spans : old)) };
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

function minuteOf(text: string): number | null {
  const [, hour, minute] = /^(\d{2}):(\d{2})/.exec(text) ?? [];
  return hour ? Number(hour) * 60 + Number(minute) : null;
}

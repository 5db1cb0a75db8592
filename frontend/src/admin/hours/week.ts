/** Minutes of a day: from 0 to 1439, to after from; past 1440 it runs on into the next day. */
export interface Span {
  from: number;
  to: number;
}

/** Hours as a grid shows them. A holiday row without rules of its own is null: it goes by its weekday. */
export interface Week {
  /** Monday first. */
  days: Span[][];
  ph: Span[] | null;
  sh: Span[] | null;
}

export const DAY = 1440;
export const CODES = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;

export function emptyWeek(): Week {
  return { days: CODES.map(() => []), ph: null, sh: null };
}

/** The spans in order, those that touch or overlap made one; null where one would be longer than a day. */
export function merged(spans: Span[]): Span[] | null {
  const sorted = [...spans].sort((a, b) => a.from - b.from || a.to - b.to);
  const found: Span[] = [];
  for (const span of sorted) {
    const last = found.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else found.push({ ...span });
  }
  return found.every((span) => span.to - span.from <= DAY) ? found : null;
}

/** The spans with a stretch of their day opened or closed. */
export function painted(spans: Span[], from: number, to: number, open: boolean): Span[] {
  if (open) return merged([...spans, { from, to }]) ?? spans;
  return spans.flatMap((span) =>
    [
      { from: span.from, to: Math.min(span.to, from) },
      { from: Math.max(span.from, to), to: span.to },
    ].filter((left) => left.to > left.from && left.from < DAY),
  );
}

export function isOpen(spans: Span[], from: number, to: number): "open" | "part" | "closed" {
  const covered = spans.reduce(
    (sum, span) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)),
    0,
  );
  return covered >= to - from ? "open" : covered > 0 ? "part" : "closed";
}

/** Whether anything of it runs past midnight. */
export function spills(spans: Span[]): boolean {
  return spans.some((span) => span.to > DAY);
}

function clock(minute: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** As OSM writes it: 22:00-02:00 over midnight, 10:00-34:00 where that would not tell. */
export function spanText({ from, to }: Span): string {
  const end = to > DAY && to - DAY < from ? to - DAY : to;
  return `${clock(from)}-${clock(end)}`;
}

function timesText(spans: Span[]): string {
  return spans.length ? spans.map(spanText).join(",") : "off";
}

function daysText(days: number[]): string {
  const ranges: number[][] = [];
  for (const day of days) {
    const last = ranges.at(-1);
    if (last && last[1] === day - 1) last[1] = day;
    else ranges.push([day, day]);
  }
  return ranges
    .map(([from, to]) =>
      from === to
        ? CODES[from]
        : to === from + 1
          ? `${CODES[from]},${CODES[to]}`
          : `${CODES[from]}-${CODES[to]}`,
    )
    .join(",");
}

/** The week in OSM's opening_hours syntax; empty where it holds nothing. */
export function weekText({ days, ph, sh }: Week): string {
  const rules: string[] = [];
  const groups = new Map<string, number[]>();
  days.forEach((spans, day) => {
    if (!spans.length) return;
    const times = timesText(spans);
    groups.set(times, [...(groups.get(times) ?? []), day]);
  });
  for (const [times, alike] of groups) {
    rules.push(times === "00:00-24:00" && alike.length === 7 ? "24/7" : `${daysText(alike)} ${times}`);
  }
  const holidays = (name: string, spans: Span[]) => rules.push(`${name} ${timesText(spans)}`);
  if (ph && sh && timesText(ph) === timesText(sh) && !spills(ph)) holidays("PH,SH", ph);
  else {
    if (sh) holidays("SH", sh); // before PH, which then counts on a day that is both
    if (ph) holidays("PH", ph);
  }
  return rules.join("; ");
}

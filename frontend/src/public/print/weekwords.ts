import { locale, t } from "../../i18n";
import type { Stretch } from "../stretches";

const DAY_MS = 24 * 3600 * 1000;
/** A Monday, for the names of days. */
const MONDAY = new Date(2026, 10, 23);

/** What no week says: holidays, months, dates, the sun, words in quotes. */
const MORE_THAN_A_WEEK =
  /\b(?:PH|SH|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|week|easter)\b|sun|dawn|dusk|"|\[|\d{4}/i;

/**
 * A week's hours in words: "Mon–Fri 08:00–18:00; Sat 09:00–12:00; Sun closed".
 *
 * @param week the open stretches of each weekday, Monday first, a night that began the day before left out
 */
export function weekWords(week: readonly Stretch[][]): string {
  const days = week.map(timesOf);
  const groups: { from: number; to: number; times: string }[] = [];
  days.forEach((times, day) => {
    const last = groups.at(-1);
    if (last?.times === times) last.to = day;
    else groups.push({ from: day, to: day, times });
  });
  if (groups.length === 1) return t("print.hours.daily", { times: groups[0].times });
  return groups
    .map(({ from, to, times }) => t("print.hours.of", { days: daysText(from, to), times }))
    .join(t("print.hours.then"));
}

/** Whether a text says more than a week's hours do. */
export function saysMore(text: string): boolean {
  return MORE_THAN_A_WEEK.test(text);
}

function timesOf(stretches: readonly Stretch[]): string {
  if (stretches.length === 0) return t("print.hours.closed");
  return stretches.map(spanText).join(t("details.times_comma"));
}

function spanText({ from, to }: Stretch): string {
  const lasts = to.getTime() - from.getTime();
  const midnight = to.getHours() === 0 && to.getMinutes() === 0;
  return `${clock(from)}–${lasts >= DAY_MS || midnight ? "24:00" : clock(to)}`;
}

function clock(at: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

function daysText(from: number, to: number): string {
  if (from === to) return dayName(from);
  return t(to === from + 1 ? "print.hours.two_days" : "print.hours.days", {
    from: dayName(from),
    to: dayName(to),
  });
}

function dayName(day: number): string {
  const at = new Date(MONDAY.getFullYear(), MONDAY.getMonth(), MONDAY.getDate() + day);
  return at.toLocaleDateString(locale(), { weekday: "short" });
}

import { figure, inLanguage, language, locale, t } from "../i18n";
import type { PointState } from "../map";
import { localName } from "../map/place";
import type { Kind, KindField, Point } from "./directory";
import type { Hours } from "./hours";
import type { Stretch } from "./stretches";

const DAY_MS = 24 * 3600 * 1000;

export { inLanguage };

/** A straight-line distance: metres to the nearest ten from 100 m on, kilometres from 1 km on. */
export function distance(metres: number): string {
  if (metres >= 1000) {
    const digits = metres < 10_000 ? 1 : 0;
    return t("walk.km", { n: figure(metres / 1000, digits) });
  }
  return t("walk.m", { n: metres < 100 ? Math.round(metres) : Math.round(metres / 10) * 10 });
}

export function kindName(kinds: Kind[], id: string): string {
  const kind = kinds.find((one) => one.id === id);
  return inLanguage(kind?.names) ?? id;
}

/** What a point is called in a list: its name, else its operator, else its kind. */
export function pointTitle(point: Point, kinds: Kind[]): string {
  return localName(point, language()) ?? point.operator ?? kindName(kinds, point.kind);
}

/** Where exactly, in one line: floor, placement, address or the street near by. */
export function whereLine(point: Point): string {
  const level = point.level ? levelWord(point.level) : undefined;
  return [level, inLanguage(point.placement), point.address ?? nearWord(point)].filter(Boolean).join(" · ");
}

/** A floor as people say it: no house has a floor 0 or -1. */
export function levelWord(level: string): string {
  if (level === "0") return t("point.level_ground");
  return /^-\d+$/.test(level)
    ? t("point.level_below", { level: level.slice(1) })
    : t("point.level", { level });
}

export function nearWord({ near }: Point): string | undefined {
  return near && t("point.near_street", { street: near });
}

/** The state in two or three words; none where hours say nothing. */
export function stateWord(state: PointState, hours: Hours): string {
  if (state === "planned") return t("point.planned");
  if (state === "out_of_service") return t("point.out_of_service");
  if (state === "unknown") return t("point.hours_unknown");
  if (hours.timeless) return "";
  if (hours.always) return t("point.always_open");
  return state === "open" ? t("point.open") : t("point.closed");
}

/** "until 22:00" or "opens Mon 08:00"; empty where the next change is not known. */
export function nextChange(hours: Hours, wallNow: Date): string {
  if (!hours.until) return "";
  const sameDay = hours.until.toDateString() === wallNow.toDateString();
  const time = clock(hours.until);
  const day = sameDay ? "" : hours.until.toLocaleDateString(locale(), { weekday: "short" });
  const at = [day, time].filter(Boolean).join(" ");
  return t(hours.state === "open" ? "point.until" : "point.opens", { time: at });
}

function clock(at: Date): string {
  return at.toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** "Today 08:00–12:00, 14:00–22:00". */
export function todayWords(stretches: Stretch[]): string {
  if (stretches.length === 0) return t("details.today_closed");
  const [{ from, to }] = stretches;
  if (to.getTime() - from.getTime() >= DAY_MS) return t("details.today_all_day");
  const times = stretches.map((one) => `${clock(one.from)}–${clock(one.to)}`);
  return t("details.today", { times: times.join(t("details.times_comma")) });
}

export function accessWord(access: string | undefined): string | undefined {
  switch (access) {
    case "yes":
      return t("access.yes");
    case "permissive":
      return t("access.permissive");
    case "customers":
      return t("access.customers");
    case "private":
      return t("access.private");
    case "no":
      return t("access.no");
    default:
      return undefined;
  }
}

export function wheelchairWord(wheelchair: string | undefined): string | undefined {
  switch (wheelchair) {
    case "yes":
      return t("wheelchair.yes");
    case "limited":
      return t("wheelchair.limited");
    case "no":
      return t("wheelchair.no");
    default:
      return undefined;
  }
}

/** A field of a kind in words: yes or no, the value's name, or the value with its unit. */
export function fieldValue(field: KindField, value: unknown): string {
  if (typeof value === "boolean") return t(value ? "word.yes" : "word.no");
  const named = field.values?.find((one) => one.id === value);
  if (named) return inLanguage(named.names) ?? String(value);
  if (field.type === "date") return day(String(value));
  return field.unit ? `${value} ${field.unit}` : String(value);
}

/** What one must know before using a point: of each field that has something to say, its value and the warning. */
export function cautions({ kind, attributes }: Point, kinds: Kind[]): { what: string; words: string }[] {
  const fields = kinds.find((one) => one.id === kind)?.fields ?? [];
  return fields.flatMap((field) => {
    const value = field.values?.find((one) => one.id === attributes?.[field.id]);
    const words = inLanguage(value?.warning);
    return value && words ? [{ what: inLanguage(value.names) ?? value.id, words }] : [];
  });
}

/** A date such as 2026-11-21 in the page's language. */
export function day(date: string): string {
  const at = new Date(`${date}T12:00:00Z`);
  return Number.isNaN(at.getTime())
    ? date
    : at.toLocaleDateString(locale(), { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" });
}

import { language, type MessageKey, t } from "../../i18n";
import { dayText } from "../days";
import type { Flat } from "../draft";
import type { Kind, KindField, LifeCycleRule } from "../model";

/** What a date means for the life of a device, and whether that day has passed. */
export interface AgeHint {
  text: string;
  /** The day that matters next, YYYY-MM-DD. */
  day: string;
  passed: boolean;
}

/** The same day some years later; 29 February gives way to 1 March. */
export function yearsLater(day: string, years: number): string {
  const [year, month, date] = day.split("-").map(Number);
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10);
}

/** Hints at the fields of a point's kind, as the registry's life cycle has them: when to scrap, service, replace. */
export function fieldHints(kind: Kind | undefined, draft: Flat, today: string): Map<string, AgeHint> {
  const hints = new Map<string, AgeHint>();
  const cycle = kind?.life_cycle;
  if (!cycle) return hints;
  for (const field of cycle.expiry_fields ?? []) {
    const day = dayOf(draft, field);
    if (day) hints.set(field, hint(EXPIRY, day, today));
  }
  const rule = cycle.rules?.find((one) => draft[`attributes.${one.field}`] === one.value);
  const made = cycle.made_on_field ? dayOf(draft, cycle.made_on_field) : undefined;
  if (!rule || !made || !cycle.made_on_field) return hints;
  hints.set(cycle.made_on_field, scrapHint(rule, made, today));
  const { serviced_on_field: servicedField } = cycle;
  if (!servicedField) return hints;
  const serviced = dayOf(draft, servicedField);
  const due = serviced
    ? yearsLater(serviced, rule.service_every_years)
    : yearsLater(made, rule.first_service_after_years);
  if (due < yearsLater(made, rule.scrap_after_years)) hints.set(servicedField, hint(SERVICE, due, today));
  return hints;
}

/** When a line of equipment is to be scrapped: its item names a device whose age the registry limits. */
export function lineHint(
  kinds: Iterable<Kind>,
  item: string,
  madeOn: string | null | undefined,
  today: string,
): AgeHint | null {
  if (!isDay(madeOn)) return null;
  const words = item.toLowerCase();
  for (const kind of kinds) {
    const rules = kind.life_cycle?.rules ?? [];
    if (!rules.length || !named(kind.names, words)) continue;
    const rule = rules.find((one) => named(valueNames(kind, one), words));
    if (rule) return scrapHint(rule, madeOn, today);
  }
  return null;
}

/** Items that a line is often about, in the page's language: devices whose age the registry limits, by what they hold. */
export function knownItems(kinds: Iterable<Kind>): string[] {
  return [...kinds].flatMap((kind) =>
    (kind.life_cycle?.rules ?? []).map((rule) => {
      const value = valueNames(kind, rule)[language()] ?? rule.value;
      const name = kind.names[language()] ?? kind.id;
      return language() === "en" ? `${value} ${name.toLowerCase()}` : value + name;
    }),
  );
}

function scrapHint(rule: LifeCycleRule, made: string, today: string): AgeHint {
  return hint(SCRAP, yearsLater(made, rule.scrap_after_years), today, rule.scrap_after_years);
}

/** What is said of a day to come, and of one that has passed. */
type Words = readonly [MessageKey, MessageKey];
const SCRAP: Words = ["admin.age.scrap", "admin.age.scrap_passed"];
const SERVICE: Words = ["admin.age.service", "admin.age.service_passed"];
const EXPIRY: Words = ["admin.age.expiry", "admin.age.expiry_passed"];

function hint(words: Words, day: string, today: string, years = 0): AgeHint {
  const passed = day < today;
  return { text: t(words[passed ? 1 : 0], { years, day: dayText(day) }), day, passed };
}

function valueNames(kind: Kind, rule: LifeCycleRule): Record<string, string> {
  const field: KindField | undefined = kind.fields.find((one) => one.id === rule.field);
  return field?.values?.find((value) => value.id === rule.value)?.names ?? {};
}

function named(names: Record<string, string>, words: string): boolean {
  return Object.values(names).some((name) => words.includes(name.toLowerCase()));
}

function dayOf(draft: Flat, field: string): string | undefined {
  const day = draft[`attributes.${field}`];
  return isDay(day) ? day : undefined;
}

function isDay(day: unknown): day is string {
  return typeof day === "string" && /^\d{4}-\d{2}-\d{2}$/.test(day);
}

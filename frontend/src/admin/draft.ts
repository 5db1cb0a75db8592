import { LANGUAGES } from "./fields";
import type { EquipmentLine, PointFeature } from "./model";

/** A point laid flat: one key a value, such as names.en, attributes.brand, lon; nothing is null. */
export type Flat = Record<string, unknown>;

/** Objects whose parts are edited one by one. */
export const NESTED = ["names", "placement", "how_to_open", "attributes"];

/** Fields that are emptied by an empty list. */
const LISTS = ["equipment", "photos"];

const PLAIN = [
  "name",
  "address",
  "level",
  "indoor",
  "accuracy_m",
  "opening_hours",
  "access",
  "locked",
  "wheelchair",
  "operator",
  "phone",
  "phone_is_duty_line",
  "parent",
  "visibility",
  "verified_on",
  "next_check_due",
  "status",
  "status_reason",
];

/** Lays a point flat, so that two states compare key by key. */
export function flatten(point: PointFeature): Flat {
  const flat: Flat = {};
  const [lon, lat] = point.geometry.coordinates;
  flat.lon = lon;
  flat.lat = lat;
  for (const key of PLAIN) put(flat, key, point.properties[key]);
  for (const outer of NESTED) {
    const inner = point.properties[outer];
    if (inner && typeof inner === "object") {
      for (const [key, value] of Object.entries(inner)) put(flat, `${outer}.${key}`, value);
    }
  }
  put(flat, "equipment", point.properties.equipment);
  put(flat, "photos", point.properties.photos);
  return flat;
}

function put(flat: Flat, key: string, value: unknown): void {
  const empty =
    value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  if (!empty) flat[key] = value;
}

export function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(sorted(a) ?? null) === JSON.stringify(sorted(b) ?? null);
}

/** Keys in order and nothing null, since the server leaves nulls out. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!value || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(
    ([, part]) => part !== null && part !== undefined && part !== "",
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Keys whose values differ. */
export function changedKeys(before: Flat, after: Flat): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => !same(before[key], after[key]));
}

/** The body of a PATCH or POST that brings a point from one state to the other; null empties a field. */
export function bodyOf(before: Flat, after: Flat): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const key of changedKeys(before, after)) {
    const [field] = key.split(".");
    body[field] ??= fieldOf(after, field);
  }
  if ("lon" in body || "lat" in body) {
    body.lon = after.lon;
    body.lat = after.lat;
  }
  return body;
}

/** A whole field as it is sent; null, or for a list an empty one, where it has no value. */
export function fieldOf(flat: Flat, field: string): unknown {
  if (NESTED.includes(field)) return nested(flat, field);
  return flat[field] ?? (LISTS.includes(field) ? [] : null);
}

function nested(flat: Flat, outer: string): Record<string, unknown> {
  const entries = Object.entries(flat).filter(([key]) => key.startsWith(`${outer}.`));
  return Object.fromEntries(entries.map(([key, value]) => [key.slice(outer.length + 1), value]));
}

/** What happened to one field on both sides since the state that both started from. */
export interface Divergence {
  key: string;
  base: unknown;
  mine: unknown;
  theirs: unknown;
  /** Both changed it, and not to the same. */
  clash: boolean;
}

/** Where two edits of one state went apart; what only I changed is not listed, since nobody else touched it. */
export function divergences(base: Flat, mine: Flat, theirs: Flat): Divergence[] {
  return changedKeys(base, theirs).map((key) => ({
    key,
    base: base[key],
    mine: mine[key],
    theirs: theirs[key],
    clash: !same(base[key], mine[key]) && !same(mine[key], theirs[key]),
  }));
}

/** Both edits together: mine wherever I changed something, unless the key is among those to take from them. */
export function merge(
  base: Flat,
  mine: Flat,
  theirs: Flat,
  takeTheirs: ReadonlySet<string> = new Set(),
): Flat {
  const merged: Flat = { ...theirs };
  for (const key of changedKeys(base, mine)) {
    if (takeTheirs.has(key)) continue;
    if (key in mine) merged[key] = mine[key];
    else delete merged[key];
  }
  return merged;
}

/** A copy with one value set; empty text and empty lists are taken out. */
export function withValue(flat: Flat, key: string, value: unknown): Flat {
  const copy = { ...flat };
  delete copy[key];
  put(copy, key, value);
  return copy;
}

/** Lines that say something; an empty one that was just added is none. */
export function filledLines(lines: EquipmentLine[]): EquipmentLine[] {
  return lines.filter((line) => line.item.trim() !== "" || line.count || line.made_on || line.expires_on);
}

/** A new point at a position, with what most have. */
export function newPoint(lon: number, lat: number): Flat {
  return { lon, lat, status: "active", access: "unknown", wheelchair: "unknown" };
}

/** Name to show in a list: the page's language first. */
export function displayName(flat: Flat, language: string): string | undefined {
  const inOrder = [`names.${language}`, "name", ...LANGUAGES.map((tag) => `names.${tag}`)];
  return inOrder.map((key) => flat[key] as string | undefined).find((name) => name !== undefined);
}

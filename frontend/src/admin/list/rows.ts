import { language } from "../../i18n";
import { displayName, type Flat, flatten } from "../draft";
import { kindName, textOf } from "../fields";
import type { EquipmentLine, Kind, PointFeature } from "../model";

/** One row of the table: a point, laid flat, with what it is sorted, searched and filtered by. */
export interface Row {
  id: string;
  kind: string;
  kindName: string;
  name: string;
  where: string;
  status: string;
  changedAt: string;
  /** All words to search in, lower case. */
  words: string;
  lon: number;
  lat: number;
  /** Where the map draws it, in parts of WORLD; whole numbers, which a browser keeps in the row itself. */
  x: number;
  y: number;
  /** Days as YYYY-MM-DD; empty for none. */
  checkDue: string;
  expires: string;
  flat: Flat;
  point: PointFeature;
}

/** Width and height of the map of the world (Web Mercator) in Row.x and Row.y: 4 cm each. */
export const WORLD = 2 ** 30;

const texts = new Map<string, string>();

/** The same text for the same letters: ten thousand rows are compared by it, and each has a copy out of its answer. */
function shared(text: string): string {
  const known = texts.get(text);
  if (known === undefined) texts.set(text, text);
  return known ?? text;
}

export function rowOf(point: PointFeature, kinds: Map<string, Kind>): Row {
  const flat = flatten(point);
  const kind = kinds.get(point.properties.kind);
  const placement = flat[`placement.${language()}`] ?? flat["placement.zh-Hans"] ?? flat["placement.en"];
  const name = displayName(flat, language()) ?? "";
  const where = [flat.address, placement].filter(Boolean).join(" · ");
  const kindText = kindName(kind, point.properties.kind);
  const [lon, lat] = point.geometry.coordinates;
  const sine = Math.sin((lat * Math.PI) / 180);
  return {
    id: point.id,
    kind: shared(point.properties.kind),
    kindName: kindText,
    name,
    where,
    status: shared(point.properties.status),
    changedAt: point.properties.changed_at,
    words: `${name} ${kindText} ${where} ${point.id} ${flat.operator ?? ""}`.toLowerCase(),
    lon,
    lat,
    x: Math.round((lon / 360 + 0.5) * WORLD),
    y: Math.round((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD),
    checkDue: String(flat.next_check_due ?? ""),
    expires: firstExpiry(flat, kind, point),
    flat,
    point,
  };
}

/** The first day on which something of the point runs out. */
function firstExpiry(flat: Flat, kind: Kind | undefined, point: PointFeature): string {
  const lines = ((flat.equipment as EquipmentLine[] | undefined) ?? []).map((line) => line.expires_on);
  const printed = (kind?.fields ?? [])
    .filter((field) => field.type === "date" && /expires?_on$/.test(field.id))
    .map((field) => flat[`attributes.${field.id}`]);
  const days = [point.properties.serviceable_until, ...lines, ...printed].filter(
    (day): day is string => typeof day === "string" && day !== "",
  );
  return days.sort()[0] ?? "";
}

/** A column of the table: a field's key, or one of the row's own. */
export type SortKey = string;

/** Columns that are no fields of a point. */
const OWN: Record<string, (row: Row) => string> = {
  name: (row) => row.name,
  kindName: (row) => row.kindName,
  where: (row) => row.where,
  expires: (row) => row.expires,
  changedAt: (row) => row.changedAt,
  id: (row) => row.id,
  source: (row) => String(row.point.properties.source ?? ""),
  serviceable: (row) => String(row.point.properties.serviceable ?? ""),
};

/** What a row shows in a column; empty for nothing. */
export function cellText(row: Row, key: SortKey, kind: Kind | undefined): string {
  const own = OWN[key]?.(row);
  if (own !== undefined) return own;
  const value = row.flat[key];
  return value === undefined ? "" : textOf(key, value, kind);
}

/** Rows in the order of a column; numbers in texts count as numbers, and rows without a value come last both ways. */
export class Order {
  private readonly collator = new Intl.Collator(language(), { numeric: true });

  constructor(
    readonly key: SortKey,
    readonly descending: boolean,
  ) {}

  sort(rows: readonly Row[]): Row[] {
    const keyed = rows.map((row) => ({ row, value: this.valueOf(row) }));
    keyed.sort((a, b) => this.compareValues(a.value, b.value) || (a.row.id < b.row.id ? -1 : 1));
    return keyed.map(({ row }) => row);
  }

  compare(a: Row, b: Row): number {
    return this.compareValues(this.valueOf(a), this.valueOf(b)) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  }

  private valueOf(row: Row): string | number {
    const own = OWN[this.key]?.(row);
    if (own !== undefined) return own;
    const value = row.flat[this.key];
    if (typeof value === "number") return value;
    return value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
  }

  private compareValues(a: string | number, b: string | number): number {
    if (a === "" || b === "") return Number(a === "") - Number(b === "");
    const ahead =
      typeof a === "number" && typeof b === "number" ? a - b : this.collator.compare(String(a), String(b));
    return this.descending ? -ahead : ahead;
  }
}

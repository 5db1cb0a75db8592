import { language } from "../i18n";
import { displayName, flatten } from "./draft";
import { kindName } from "./fields";
import type { Kind, PointFeature } from "./model";

/** One row of the table: what is shown, sorted by and searched in. */
export interface Row {
  id: string;
  kind: string;
  kindName: string;
  name: string;
  where: string;
  status: string;
  changedAt: string;
  point: PointFeature;
}

export type SortKey = "name" | "kindName" | "where" | "status" | "changedAt";

export interface Filter {
  text: string;
  kind: string;
  /** A status; "kept" for all but the removed; "" for all. */
  status: string;
}

export function rowOf(point: PointFeature, kinds: Map<string, Kind>): Row {
  const flat = flatten(point);
  const kind = kindName(kinds.get(point.properties.kind), point.properties.kind);
  const placement = flat[`placement.${language()}`] ?? flat["placement.zh-Hans"] ?? flat["placement.en"];
  return {
    id: point.id,
    kind: point.properties.kind,
    kindName: kind,
    name: displayName(flat, language()) ?? "",
    where: [flat.address, placement].filter(Boolean).join(" · "),
    status: point.properties.status,
    changedAt: point.properties.changed_at,
    point,
  };
}

/** Rows that fit, in order; numbers in names count as numbers, and rows without a value come last. */
export function rowsToShow(rows: Row[], filter: Filter, by: SortKey, descending: boolean): Row[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const order = new Intl.Collator(language(), { numeric: true });
  const turn = descending ? -1 : 1;
  return rows
    .filter((row) => !filter.kind || row.kind === filter.kind)
    .filter((row) => fitsStatus(row, filter.status))
    .filter((row) => {
      const text = `${row.name} ${row.kindName} ${row.where} ${row.id}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => {
      if (!a[by] || !b[by]) return Number(!a[by]) - Number(!b[by]) || order.compare(a.id, b.id);
      return turn * order.compare(a[by], b[by]) || order.compare(a.id, b.id);
    });
}

function fitsStatus(row: Row, status: string): boolean {
  if (status === "kept") return row.status !== "removed";
  if (status === "internal") return row.point.properties.visibility === "internal";
  return !status || row.status === status;
}

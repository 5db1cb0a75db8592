import { bodyOf, type Flat, same, withValue } from "../draft";
import type { Row } from "../list/rows";

/** What one field of one point would be. */
export interface Planned {
  row: Row;
  before: unknown;
  after: unknown;
  values: Flat;
}

export interface BulkPlan {
  changes: Planned[];
  /** Points that have the value already. */
  unchanged: number;
}

/** What setting a field to a value does to each point; undefined empties it. */
export function planChange(rows: readonly Row[], key: string, value: unknown, reason = ""): BulkPlan {
  const changes: Planned[] = [];
  for (const row of rows) {
    let values = withValue(row.flat, key, value);
    // A reason does not outlive the state that it was given for.
    if (key === "status" && value !== row.status) values = withValue(values, "status_reason", reason);
    if (same(row.flat[key], values[key])) continue;
    changes.push({ row, before: row.flat[key], after: values[key], values });
  }
  return { changes, unchanged: rows.length - changes.length };
}

/** The request's points. */
export function bodiesOf(changes: readonly Planned[]): Record<string, unknown>[] {
  return changes.map(({ row, values }) => ({
    ...bodyOf(row.flat, values),
    id: row.id,
    revision: row.point.properties.revision,
  }));
}

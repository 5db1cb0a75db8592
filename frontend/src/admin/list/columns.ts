import { type MessageKey, t } from "../../i18n";
import { fieldGroups } from "../fields";
import type { Kind } from "../model";
import type { SortKey } from "./rows";

export interface Column {
  key: SortKey;
  label: string;
}

export const USUAL_COLUMNS: SortKey[] = ["name", "where", "status"];

/** Columns that are no plain fields of a form. */
const OWN: [key: SortKey, label: MessageKey][] = [
  ["name", "admin.column.name"],
  ["where", "admin.column.where"],
  ["status", "admin.column.status"],
  ["kindName", "admin.field.kind"],
  ["problems", "admin.column.problems"],
  ["expires", "admin.column.expires"],
  ["changedAt", "admin.column.changed"],
  ["serviceable", "admin.field.serviceable"],
  ["source", "admin.field.source"],
  ["id", "admin.column.id"],
];

/** What the table can show: its own columns, and every field of the form for a kind. */
export function allColumns(kind: Kind | undefined): Column[] {
  const own = OWN.map(([key, label]) => ({ key, label: t(label) }));
  const fields = fieldGroups(kind).flatMap((group) => group.fields);
  return [
    ...own,
    ...fields.filter((field) => field.key !== "name").map(({ key, label }) => ({ key, label })),
  ];
}

/** The columns to show, in the order of the list of all; one that a kind lacks is left out. */
export function shownColumns(keys: readonly SortKey[], kind: Kind | undefined): Column[] {
  return allColumns(kind).filter((column) => keys.includes(column.key));
}

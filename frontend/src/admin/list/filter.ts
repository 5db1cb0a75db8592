import type { ProblemId } from "./problems";
import type { Row } from "./rows";

export const TESTS = ["has", "is", "is_not", "at_least", "at_most", "filled", "empty"] as const;
export type Test = (typeof TESTS)[number];

/** One thing asked of one field; the value is text, as it was typed. */
export interface Condition {
  field: string;
  test: Test;
  value: string;
}

export const DUES = [
  "check_overdue",
  "check_30",
  "check_none",
  "expired",
  "expires_30",
  "expires_90",
] as const;
export type Due = (typeof DUES)[number];

/** West, south, east, north in degrees. */
export type View = readonly [number, number, number, number];

export interface Filter {
  text: string;
  kind: string;
  /** A status; "kept" for all but the removed; "internal"; "" for all. */
  status: string;
  area: string;
  due: Due | "";
  problem: ProblemId | "any" | "";
  conditions: Condition[];
  /** Only what the map shows; null for all. */
  view: View | null;
}

export const NO_FILTER: Filter = {
  text: "",
  kind: "",
  status: "kept",
  area: "",
  due: "",
  problem: "",
  conditions: [],
  view: null,
};

/** What a filter must know beside the rows. */
export interface FilterScene {
  /** Today in the place, YYYY-MM-DD. */
  today: string;
  areasOf(row: Row): readonly string[];
  problemsOf(row: Row): readonly ProblemId[];
  /** Whether it may stand in the directory twice: the one problem that is asked of all points at once. */
  isTwice(row: Row): boolean;
}

/** How much is asked for beyond search, kind and status. */
export function countMore(filter: Filter): number {
  return (
    [filter.area, filter.due, filter.problem].filter(Boolean).length +
    filter.conditions.filter(isWhole).length
  );
}

/** Whether rows fit, as one function made once for all rows. */
export function fits(filter: Filter, scene: FilterScene): (row: Row) => boolean {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const asked: ((row: Row) => boolean)[] = [];
  if (filter.kind) asked.push((row) => row.kind === filter.kind);
  if (filter.status) asked.push(statusTest(filter.status));
  const { view, area, due, problem } = filter;
  if (view)
    asked.push(({ lon, lat }) => lon >= view[0] && lat >= view[1] && lon <= view[2] && lat <= view[3]);
  if (area) asked.push((row) => scene.areasOf(row).includes(area));
  if (due) asked.push(dueTest(due, scene.today));
  if (problem === "any") asked.push((row) => scene.problemsOf(row).length > 0);
  else if (problem === "duplicate") asked.push(scene.isTwice);
  else if (problem) asked.push((row) => scene.problemsOf(row).includes(problem));
  for (const condition of filter.conditions) if (isWhole(condition)) asked.push(conditionTest(condition));
  if (words.length > 0) asked.push((row) => words.every((word) => row.words.includes(word)));
  return (row) => asked.every((one) => one(row));
}

function statusTest(status: string): (row: Row) => boolean {
  if (status === "kept") return (row) => row.status !== "removed";
  if (status === "internal") return (row) => row.point.properties.visibility === "internal";
  return (row) => row.status === status;
}

function dueTest(due: Due, today: string): (row: Row) => boolean {
  switch (due) {
    case "check_none":
      return (row) => row.checkDue === "" && row.status !== "removed";
    case "check_overdue":
      return (row) => row.checkDue !== "" && row.checkDue < today;
    case "check_30": {
      const last = daysAfter(today, 30);
      return (row) => row.checkDue >= today && row.checkDue <= last;
    }
    case "expired":
      return (row) => row.expires !== "" && row.expires < today;
    default: {
      const last = daysAfter(today, due === "expires_30" ? 30 : 90);
      return (row) => row.expires >= today && row.expires <= last;
    }
  }
}

export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** A condition that still lacks its value asks for nothing. */
export function isWhole({ field, test, value }: Condition): boolean {
  return field !== "" && (test === "filled" || test === "empty" || value.trim() !== "");
}

function conditionTest({ field, test, value }: Condition): (row: Row) => boolean {
  const wanted = value.trim().toLowerCase();
  const said = (row: Row) => textOf(row, field);
  switch (test) {
    case "filled":
      return (row) => said(row) !== "";
    case "empty":
      return (row) => said(row) === "";
    case "has":
      return (row) => said(row).toLowerCase().includes(wanted);
    case "is":
      return (row) => said(row).toLowerCase() === wanted;
    case "is_not":
      return (row) => said(row).toLowerCase() !== wanted;
    default: {
      const most = test === "at_most";
      return (row) => {
        const text = said(row);
        if (text === "") return false;
        const ahead = compare(text, wanted);
        return most ? ahead <= 0 : ahead >= 0;
      };
    }
  }
}

/** Numbers as numbers; days as texts, whose order is that of time. */
function compare(text: string, wanted: string): number {
  const [a, b] = [Number(text), Number(wanted)];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  return text < wanted ? -1 : text > wanted ? 1 : 0;
}

/** A field's value as text; of texts by language all of them. */
function textOf(row: Row, field: string): string {
  const value = row.flat[field] ?? row.point.properties[field];
  if (value === undefined || value === null) return "";
  if (typeof value !== "object") return String(value);
  const parts = Array.isArray(value) ? value : Object.values(value);
  return parts.map((part) => (typeof part === "object" ? JSON.stringify(part) : String(part))).join(" ");
}

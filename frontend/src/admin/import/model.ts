/** What the server tells of imports (exchange.job, exchange.register). */

export type JobState =
  | "looked_at"
  | "reading"
  | "ready"
  | "applying"
  | "applied"
  | "undoing"
  | "undone"
  | "cancelled"
  | "failed";

export type What = "new" | "changed" | "unchanged" | "duplicate" | "problem";
export const WHATS: What[] = ["new", "changed", "unchanged", "duplicate", "problem"];

export interface Source {
  columns: string[];
  joiner?: string | null;
  constant?: string | null;
  values?: Record<string, string> | null;
}

export interface Mapping {
  profile: string;
  fields: Record<string, Source>;
}

export interface Look {
  format: string;
  bytes: number;
  charset: string | null;
  charsets: string[] | null;
  charset_in_doubt: boolean;
  delimiter: string | null;
  quote: string | null;
  parts: { name: string | null; rows: number }[];
  part: string | null;
  header_row: number;
  columns: string[];
  rows: { number: number; cells: (string | null)[]; x: number | null; y: number | null }[];
  mapping: Mapping;
  declared_crs: string | null;
  crs: { candidates: { crs: string; why: string }[]; in_doubt: boolean; swapped: boolean };
  data_date: string | null;
}

export interface Choice {
  charset: string | null;
  delimiter: string | null;
  quote: string | null;
  part: string | null;
  header_row: number | null;
  mapping: Mapping | null;
  crs: string | null;
  swapped: boolean | null;
  kind: string | null;
  source: string | null;
  licence: string | null;
}

export type Counts = Partial<Record<What | "rows" | "placed" | "kept" | "noticed", number>> & {
  to_correct?: number;
  new_taken?: number;
  changed_taken?: number;
  problems?: Record<string, number>;
  points_new?: number;
  points_changed?: number;
  elsewhere?: number;
  removed?: number;
  brought_back?: number;
  kept_since?: number;
  kept_points?: string[];
};

export interface Job {
  id: number;
  place: string;
  file_name: string;
  state: JobState;
  step: string | null;
  done: number;
  total: number;
  look: Look;
  choice: Choice | null;
  counts: Counts;
  problem: { key: string; values: string[] } | null;
  change_number: number | null;
  undo_number: number | null;
  started_by: string | null;
  created_at: string;
  changed_at: string;
  tidied: boolean;
}

export interface RowProblem {
  column: string;
  value: string;
  reason: string;
  hint: string;
}

export interface ImportRow {
  number: number;
  what: What;
  source_id: string | null;
  said: Record<string, unknown>;
  lon: number | null;
  lat: number | null;
  placed: "point" | "building" | "street" | null;
  accuracy_m: number | null;
  address: string | null;
  mobile: string | null;
  problems: RowProblem[];
  point: string | null;
  point_name: string | null;
  changes: Record<string, [unknown, unknown]> | null;
  kept: Record<string, [unknown, unknown]> | null;
  take: boolean | null;
}

/** Which rows of the preview are shown; nothing set means all. */
export interface RowFilter {
  what?: What;
  reason?: string;
  placed?: boolean;
  kept?: boolean;
}

export interface Spots {
  whats: What[];
  number: number[];
  lon: number[];
  lat: number[];
  what: number[];
}

export const isAtWork = (state: JobState): boolean =>
  state === "reading" || state === "applying" || state === "undoing";

/** Whether it may be gone on with. */
export const isUnfinished = (job: Job): boolean =>
  !job.tidied && (isAtWork(job.state) || job.state === "looked_at" || job.state === "ready");

/** Whether it is taken over, or would be as things stand. */
export const isTaken = (row: ImportRow): boolean =>
  row.take ?? (row.what === "new" || row.what === "changed");

/** Whether it is one of OpenStreetMap, of which nothing has to be said. */
export const isExtract = ({ format }: Look): boolean => format === "OSM";

/** Which field each column goes into. */
export function fieldsByColumn(mapping: Mapping): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [field, source] of Object.entries(mapping.fields))
    for (const column of source.columns) fields[column] ??= field;
  return fields;
}

/** The mapping with one column in another field, or in none. */
export function withColumn(mapping: Mapping, columns: string[], column: string, field: string): Mapping {
  const fields: Record<string, Source> = {};
  for (const [name, source] of Object.entries(mapping.fields)) {
    const left = source.columns.filter((one) => one !== column);
    if (left.length || source.constant || name === field) fields[name] = { ...source, columns: left };
  }
  if (field) {
    const joined = [...(fields[field]?.columns ?? []), column];
    fields[field] = { ...fields[field], columns: columns.filter((one) => joined.includes(one)) };
  }
  return { ...mapping, fields };
}

export function hasPosition(look: Look, mapping: Mapping): boolean {
  const { fields } = mapping;
  return (
    ["GEOJSON", "GPKG", "KML"].includes(look.format) ||
    "position" in fields ||
    ("lon" in fields && "lat" in fields)
  );
}

/** What the editing interface sends and takes; the brief of each field is in the directory's own documentation. */
export type Texts = Record<string, string>;

export interface EquipmentLine {
  item: string;
  count?: number | null;
  made_on?: string | null;
  expires_on?: string | null;
}

export type Status = "planned" | "active" | "out_of_service" | "removed";

export interface PointProperties {
  id: string;
  kind: string;
  name?: string | null;
  names?: Texts;
  status: Status;
  status_reason?: string | null;
  visibility: "public" | "internal";
  address?: string | null;
  equipment?: EquipmentLine[];
  attributes?: Record<string, unknown>;
  revision: number;
  changed_at: string;
  changed_by?: string | null;
  edited_fields?: string[];
  source?: string;
  [field: string]: unknown;
}

export interface PointFeature {
  type: "Feature";
  id: string;
  geometry: { type: "Point"; coordinates: [number, number] };
  properties: PointProperties;
}

export interface KindValue {
  id: string;
  names: Texts;
}

export interface KindField {
  id: string;
  type: "text" | "integer" | "number" | "date" | "boolean" | "choice";
  unit?: string | null;
  names: Texts;
  values?: KindValue[];
  min?: number | null;
  max?: number | null;
}

export interface Kind {
  id: string;
  names: Texts;
  group: "fire" | "rescue";
  fields: KindField[];
  /** Whether its opening hours matter. */
  hours?: boolean;
  life_cycle?: LifeCycle | null;
}

/** How a kind ages, by default. */
export interface LifeCycle {
  check_every_days?: number | null;
  expiry_fields?: string[];
  made_on_field?: string | null;
  serviced_on_field?: string | null;
  rules?: LifeCycleRule[];
}

export interface LifeCycleRule {
  field: string;
  value: string;
  scrap_after_years: number;
  first_service_after_years: number;
  service_every_years: number;
}

/** A photo of a point, in the order shown; the picture is asked for by its hash. */
export interface PhotoLine {
  hash: string;
  width?: number;
  height?: number;
  caption?: Texts;
}

export interface HistoryEntry {
  id: number;
  revision: number;
  at: string;
  by?: string | null;
  action: string;
  changed: { field: string; before: unknown; after: unknown }[];
}

export interface Standard {
  id: string;
  version: number;
  names: Texts;
  kinds: string[];
  metric: string | null;
  limit: number | null;
  unit: string | null;
  speed_mps: number | null;
  turnout_s: number | null;
  direction: string | null;
  min_points: number;
  hours_bind: boolean;
  private_ways: boolean;
  density_km2_per_point: number | null;
  per_10000_residents: number | null;
  density_denominator: string;
  layers: string[];
  computed: boolean;
  source: string;
  read_in_text: string[];
  secondary: string[];
  assumed: string[];
  created_at: string;
  created_by: string | null;
}

export interface AreaPopulation {
  id: string;
  code: string | null;
  name: string;
  residents: number | null;
  source: string | null;
  given_at: string | null;
}

export interface PopulationOutcome {
  changes: { area: string; name: string; before: number | null; after: number }[];
  unchanged: number;
  bad: { line: number; value: string; reason: string }[];
}

/** All standards and slices of a place in one state of its data. */
export interface RunSet {
  id: number;
  kind: "current" | "nightly" | "import" | "named";
  name?: string | null;
  change_number: number;
  computed_at: string;
  kept_by?: string | null;
  published_at?: string | null;
  shown: boolean;
}

export interface Runs {
  publish: "automatic" | "by_hand";
  behind: boolean;
  sets: RunSet[];
}

export const REPORT_STATES = ["new", "seen", "mended", "refused"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What somebody reported as wrong with a point; nobody knows who. */
export interface ProblemReport {
  id: number;
  point_id: string;
  kind: string;
  point_name: string | null;
  category: "missing" | "damaged" | "locked" | "blocked" | "wrong_place" | "wrong_hours" | "used" | "other";
  description: string;
  has_photo: boolean;
  state: ReportState;
  answer: string | null;
  revision: number;
  created_at: string;
  closed_at: string | null;
}

export interface Reports {
  counts: Record<ReportState, number>;
  reports: ProblemReport[];
  more: boolean;
}

export interface ReportDeed {
  at: string;
  by: string;
  state: ReportState;
  answer: string | null;
}

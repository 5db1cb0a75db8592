import type { Outline } from "./outline";

export const LAYERS = ["urban_village", "grid", "drawn", "administrative"] as const;
export type Layer = (typeof LAYERS)[number];

export interface MultiPolygon {
  type: "MultiPolygon";
  coordinates: [number, number][][][];
}

export interface AreaProperties {
  place: string;
  layer: Layer;
  admin_level?: number;
  parent?: string;
  code?: string;
  name: string;
  names: Record<string, string>;
  area_m2: number;
  residents?: number;
  targets: Record<string, number>;
  organisation?: string;
  source: string;
  version: number;
  changed_at: string;
  changed_by?: string;
}

export interface Area {
  type: "Feature";
  id: string;
  geometry: MultiPolygon;
  properties: AreaProperties;
}

/** Two areas of one layer over each other, a sliver between them, or an area that is one itself. */
export interface Finding {
  what: "overlap" | "sliver" | "thin";
  layer: Layer;
  first: string;
  /** Null where the area is a sliver itself. */
  second: string | null;
  first_name: string;
  second_name: string | null;
  m2: number;
  at: { lon: number; lat: number };
}

export interface Done {
  change_number: number;
  area: Area | null;
  mended_at: string | null;
  overlaps: Finding[];
  /** Ids of others of its layer that are called like it. */
  namesakes: string[];
}

/** An area of a file or a grid, before or after it was taken over. */
export interface Shown {
  number: number;
  code: string;
  name: string;
  state: "new" | "changed" | "unchanged";
  area_m2: number;
  residents: number | null;
  geometry: MultiPolygon;
}

export interface Taken {
  areas: Shown[];
  change_number: number | null;
}

export interface FileProblem {
  number: number;
  name: string;
  reason: "empty" | "broken" | "outside" | "twice" | "mended" | "namesake" | "residents";
  detail: string | null;
  left_out: boolean;
}

export interface FileLook extends Taken {
  parts: string[];
  columns: string[];
  /** Null where nobody says it: then nothing is read yet. */
  crs: string | null;
  /** Parts that a Shapefile lacks. */
  missing: ("dbf" | "prj")[];
  choice: FileChoice;
  problems: FileProblem[];
}

export interface FileChoice {
  part?: string | null;
  crs?: string | null;
  name?: string | null;
  code?: string | null;
  residents?: string | null;
}

/** What the form holds; texts as typed. */
export interface AreaDraft {
  layer: Layer;
  name: string;
  names: Record<string, string>;
  code: string;
  parent: string;
  residents: string;
  organisation: string;
  targets: Record<string, string>;
  outline: Outline;
}

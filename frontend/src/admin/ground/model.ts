/** What the server tells of taking a place's ground from files (exchange.groundjob). */

export type JobState = "open" | "checking" | "ready" | "applying" | "applied";

export const PARTS = ["streets", "buildings", "population", "barriers", "gates", "water", "outline"] as const;
export type Part = (typeof PARTS)[number];

/** Fields of each part that a column can go into, the telling ones first. */
export const FIELDS: Record<Part, readonly string[]> = {
  streets: [
    "name",
    "name_en",
    "class",
    "access",
    "private",
    "steps",
    "bridge",
    "tunnel",
    "from_node",
    "to_node",
  ],
  buildings: ["levels", "height", "use", "name", "address"],
  population: ["residents", "code", "name"],
  barriers: [],
  gates: ["access"],
  water: ["name"],
  outline: [],
};

export const WHATS = ["new", "changed", "unchanged", "gone"] as const;
export type What = (typeof WHATS)[number];

export interface Layer {
  name: string;
  columns: string[];
  shapes: Record<string, number>;
  is_whole: boolean;
  crs: string | null;
  guess: { candidates: { crs: string; why: string }[]; in_doubt: boolean; swapped: boolean };
  part: Part | null;
  mappings: Partial<Record<Part, Record<string, string>>>;
  rows: Record<string, string>[];
}

export interface GivenFile {
  id: number;
  name: string;
  bytes: number;
  charset: string | null;
  /** `missing`: parts that a Shapefile lacks; not told by looks of before. */
  look: { charset: string | null; missing?: ("dbf" | "prj")[]; layers: Layer[] };
}

export interface Given {
  file: number;
  layer: string;
  part: Part;
  columns: Record<string, string>;
  crs: string | null;
}

export interface Control {
  x: number | null;
  y: number | null;
  lon: number | null;
  lat: number | null;
}

export interface Choice {
  given: Given[];
  controls: Control[];
  /** Whether a local grid is taken however far its points are off. */
  accepts_fit: boolean;
  ends_only: boolean;
  mends: boolean;
  names: Record<string, string>;
  zone: string | null;
  country: string | null;
  source: string | null;
  licence: string | null;
}

export interface Report {
  /** Of gates, which leave only openings in walls, all that were read. */
  counts: Partial<Record<Part, Partial<Record<What | "read", number>>>>;
  /** `about`: what the only case of a kind says. */
  findings: { code: string; said: string; count: number; about?: string | null }[];
  bounds: [number, number, number, number] | null;
  is_change: boolean;
  /** What of a new place nobody has said and was found out. */
  found: { country: string; zone: string } | null;
}

export interface GroundJob {
  id: number;
  place: string;
  is_new: boolean;
  state: JobState;
  choice: Choice;
  step: string | null;
  done: number;
  report: Report | null;
  problem: { key?: string; values?: unknown[]; sentence?: string } | null;
  started_by: string | null;
  created_at: string;
  changed_at: string;
  files: GivenFile[];
}

export interface Drawn {
  is_area: boolean;
  lines: [number, number][][];
}

export interface Shape {
  part: Part;
  what: What;
  drawn: Drawn;
}

export interface Case {
  number: number;
  code: string;
  said: string;
  subject: string;
  lon: number | null;
  lat: number | null;
}

export const isAtWork = (state: JobState): boolean => state === "checking" || state === "applying";

/** Whether the file's own word on its coordinates will do. */
export const isCertain = (layer: Layer): boolean => layer.crs !== null && !layer.guess.in_doubt;

export function givenOf(choice: Choice, file: number, layer: string): Given | undefined {
  return choice.given.find((one) => one.file === file && one.layer === layer);
}

export function layerOf(job: GroundJob, given: Given): Layer | undefined {
  return job.files
    .find((file) => file.id === given.file)
    ?.look.layers.find((layer) => layer.name === given.layer);
}

/** The choice with a layer given as another part, or as none; what its columns mean is guessed anew. */
export function withPart(choice: Choice, file: number, layer: Layer, part: Part | null): Choice {
  const before = givenOf(choice, file, layer.name);
  const given = choice.given.filter((one) => one !== before);
  if (part) {
    const crs = before ? before.crs : proposedCrs(layer);
    given.push({ file, layer: layer.name, part, columns: { ...layer.mappings[part] }, crs });
  }
  return { ...choice, given };
}

/** Null to take the file at its word, or because a person has to say. */
export function proposedCrs(layer: Layer): string | null {
  return isCertain(layer) || layer.guess.in_doubt ? null : (layer.guess.candidates[0]?.crs ?? null);
}

/** The choice with one field of a layer read from another column, or from none. */
export function withColumn(choice: Choice, given: Given, field: string, column: string): Choice {
  const columns = { ...given.columns };
  if (column) columns[field] = column;
  else delete columns[field];
  return withGiven(choice, given, { columns });
}

export function withGiven(choice: Choice, given: Given, part: Partial<Given>): Choice {
  return { ...choice, given: choice.given.map((one) => (one === given ? { ...one, ...part } : one)) };
}

/** The choice with some layers in another system; null to take each file at its word. */
export function withSystem(choice: Choice, given: Given[], crs: string | null): Choice {
  return { ...choice, given: choice.given.map((one) => (given.includes(one) ? { ...one, crs } : one)) };
}

/** Whether all layers stand in the same system, as they say, as they look and as was chosen. */
export function agree(job: GroundJob, choice: Choice): boolean {
  const words = choice.given.map((given) => {
    const layer = layerOf(job, given);
    return JSON.stringify([given.crs, layer?.crs, layer && isCertain(layer)]);
  });
  return new Set(words).size <= 1;
}

/** The middle of what is drawn; null where there is nothing. */
export function middleOf(layers: Drawn[][]): { lon: number; lat: number } | null {
  const spots = layers.flat().flatMap((drawn) => drawn.lines.flat());
  if (!spots.length) return null;
  const middle = (values: number[]) =>
    (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
  return { lon: middle(spots.map(([lon]) => lon)), lat: middle(spots.map(([, lat]) => lat)) };
}

/** Parts that more than one layer is given as: only one may be. */
export function twice(choice: Choice): Part[] {
  return PARTS.filter((part) => choice.given.filter((one) => one.part === part).length > 1);
}

/** Layers whose coordinate system somebody still has to say. */
export function withoutSystem(job: GroundJob, choice: Choice): Given[] {
  return choice.given.filter((given) => {
    const layer = layerOf(job, given);
    return given.crs === null && layer !== undefined && !isCertain(layer);
  });
}

export const isWhole = (control: Control): boolean =>
  [control.x, control.y, control.lon, control.lat].every((value) => value !== null);

/** A number as people write it; null for none, for something else undefined. */
export function readNumber(text: string): number | null | undefined {
  const plain = text
    .normalize("NFKC")
    .replace(/[\s,_']/g, "")
    .replace("−", "-");
  if (plain === "") return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

/** Lines of x, y, lon, lat as they come from a spreadsheet; a head and whatever is no line of four numbers is passed over. */
export function readControls(text: string): Control[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim().split(/[\t;,\s]+/))
    .filter((cells) => cells.length >= 4)
    .map((cells) => cells.slice(-4).map((cell) => Number(cell.normalize("NFKC"))))
    .filter((numbers) => numbers.every(Number.isFinite))
    .map(([x, y, lon, lat]) => ({ x, y, lon, lat }));
}

/** The control points with one value changed; a point more where the last one is no longer empty. */
export function withControl(controls: Control[], at: number, part: Partial<Control>): Control[] {
  return controls.map((one, number) => (number === at ? { ...one, ...part } : one));
}

/** Metres: so far off is a point looked at again, and so far the whole fit taken only by saying so. */
export const OFF_M = 1;
export const FAR_M = 5;

/** The point that fits worst; none before there is a fit. */
export function worstControl(residuals: (number | null)[]): { at: number; metres: number } | null {
  const metres = Math.max(...residuals.map((one) => one ?? -1));
  return metres >= 0 ? { at: residuals.indexOf(metres), metres } : null;
}

export const NO_CONTROL: Control = { x: null, y: null, lon: null, lat: null };

/** An id out of an English name; an accent is left out, whatever else is no letter parts words. */
export function idOf(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "")
    .slice(0, 40);
}

import { METRES_A_DEGREE, metresBetween } from "../stations/nearest";
import { isMobile } from "./mobile";
import type { Row } from "./rows";

/** What can be wrong or missing in the data of a point. */
export const PROBLEMS = [
  "unverified",
  "no_hours",
  "no_where",
  "mobile",
  "approximate",
  "rounded",
  "locked",
  "no_phone",
  "duplicate",
  "outside",
] as const;
export type ProblemId = (typeof PROBLEMS)[number];

/** Beyond this the position may stand for another house. */
const APPROXIMATE_M = 20;
/** As the import has it: same kind within so far and of one name. */
const NAMESAKE_M = 30;
/** Of points without different names, floors or placements. */
const SAME_SPOT_M = 5;
const STAFFED = new Set(["micro_fire_station", "fire_station"]);

export interface ProblemScene {
  country: string | null | undefined;
  /** Kinds that have opening hours. */
  hasHours(kind: string): boolean;
  /** Whether it lies in the place at all. */
  isInside(row: Row): boolean;
}

/** The problems of one point that show without looking at others. */
export function ownProblems(row: Row, scene: ProblemScene): ProblemId[] {
  const { flat } = row;
  if (row.status === "removed") return [];
  const found: ProblemId[] = [];
  const has = (start: string) => {
    for (const key in flat) if (key.startsWith(start)) return true; // without a list of some forty keys for each point
    return false;
  };
  if (!flat.verified_on) found.push("unverified");
  if (!flat.opening_hours && scene.hasHours(row.kind)) found.push("no_hours");
  if (!flat.address && !has("placement.")) found.push("no_where");
  if (typeof flat.phone === "string" && isMobile(flat.phone, scene.country)) found.push("mobile");
  if (Number(flat.accuracy_m ?? 0) >= APPROXIMATE_M) found.push("approximate");
  if (isRounded(row.lon) && isRounded(row.lat)) found.push("rounded");
  if (flat.locked === true && !has("how_to_open.")) found.push("locked");
  if (!flat.phone && STAFFED.has(row.kind)) found.push("no_phone");
  if (!scene.isInside(row)) found.push("outside");
  return found;
}

/** Three decimals are a hundred metres. */
function isRounded(degrees: number): boolean {
  return Math.abs(degrees * 1000 - Math.round(degrees * 1000)) < 1e-6;
}

/** Ids of points that may stand in the directory twice, looked up in a grid as wide as the search. */
export function duplicates(rows: readonly Row[]): Set<string> {
  const cells = new Map<string, Row[]>();
  const step = NAMESAKE_M / METRES_A_DEGREE;
  const cellOf = (row: Row) => {
    const y = Math.floor(row.lat / step);
    const narrowing = Math.max(0.01, Math.cos((y * step * Math.PI) / 180));
    return { x: Math.floor((row.lon * narrowing) / step), y };
  };
  const found = new Set<string>();
  for (const row of rows) {
    if (row.status === "removed") continue;
    const { x, y } = cellOf(row);
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const other of cells.get(`${row.kind} ${x + dx} ${y + dy}`) ?? []) {
          if (!areSame(row, other)) continue;
          found.add(row.id);
          found.add(other.id);
        }
      }
    }
    const key = `${row.kind} ${x} ${y}`;
    const cell = cells.get(key);
    if (cell) cell.push(row);
    else cells.set(key, [row]);
  }
  return found;
}

function areSame(a: Row, b: Row): boolean {
  const away = metresBetween(a.lon, a.lat, b.lon, b.lat);
  if (away > NAMESAKE_M) return false;
  const names = [plain(a.name), plain(b.name)];
  if (names[0] && names[0] === names[1]) return a.flat.level === b.flat.level;
  const tellsApart = names[0] !== "" && names[1] !== "";
  return (
    away <= SAME_SPOT_M &&
    !tellsApart &&
    a.flat.level === b.flat.level &&
    (a.where === b.where || !a.where || !b.where)
  );
}

const plain = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/[\p{M}\p{P}\s]/gu, "")
    .toLowerCase();

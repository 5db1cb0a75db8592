import { beforeAll, expect, test } from "vitest";
import type { PointFeature } from "../model";

let rows: typeof import("./rows");
let problems: typeof import("./problems");

beforeAll(async () => {
  Object.assign(globalThis, { document: { documentElement: { lang: "en" } } });
  rows = await import("./rows");
  problems = await import("./problems");
});

const METRE = 1 / 111_320;

function row(id: string, properties: Record<string, unknown> = {}, north = 0) {
  const point = {
    type: "Feature",
    id,
    geometry: { type: "Point", coordinates: [7.4123456, 43.7123456 + north * METRE] },
    properties: {
      id,
      kind: "aed",
      status: "active",
      visibility: "public",
      revision: 1,
      changed_at: "",
      ...properties,
    },
  } as PointFeature;
  return rows.rowOf(point, new Map());
}

const SCENE = { country: "CN", hasHours: (kind: string) => kind !== "fire_hydrant", isInside: () => true };
const found = (properties: Record<string, unknown>) => problems.ownProblems(row("a", properties), SCENE);
const SOUND = { verified_on: "2026-01-01", opening_hours: "24/7", address: "1 Quai" };

test("a point that says everything has no problem, and a removed one none either", () => {
  expect(found(SOUND)).toEqual([]);
  expect(found({ status: "removed" })).toEqual([]);
});

test("each lack is a problem of its own", () => {
  expect(found({})).toEqual(["unverified", "no_hours", "no_where"]);
  expect(found({ ...SOUND, opening_hours: null, kind: "fire_hydrant" })).toEqual([]);
  expect(found({ ...SOUND, phone: "138 0013 8000" })).toEqual(["mobile"]);
  expect(found({ ...SOUND, phone: "+86 755 1234 5678" })).toEqual([]);
  expect(found({ ...SOUND, accuracy_m: 20 })).toEqual(["approximate"]);
  expect(found({ ...SOUND, locked: true })).toEqual(["locked"]);
  expect(found({ ...SOUND, locked: true, how_to_open: { en: "Ask the guard" } })).toEqual([]);
  expect(found({ ...SOUND, kind: "micro_fire_station" })).toEqual(["no_phone"]);
});

test("coordinates of three decimals in both directions are rounded", () => {
  const rounded = row("a", SOUND);
  Object.assign(rounded, { lon: 7.412, lat: 43.71 });
  expect(problems.ownProblems(rounded, SCENE)).toEqual(["rounded"]);
});

test("namesakes of one kind within 30 m, and nameless ones on one spot, may be one thing recorded twice", () => {
  const twice = (...all: ReturnType<typeof row>[]) => [...problems.duplicates(all)].sort();
  expect(twice(row("a", { name: "Gare" }), row("b", { name: "GARE." }, 29))).toEqual(["a", "b"]);
  expect(twice(row("a", { name: "Gare" }), row("b", { name: "Gare" }, 31))).toEqual([]);
  expect(twice(row("a", { name: "Gare" }), row("b", { name: "Port" }, 1))).toEqual([]);
  expect(twice(row("a"), row("b", {}, 4))).toEqual(["a", "b"]);
  expect(twice(row("a"), row("b", {}, 6))).toEqual([]);
  expect(twice(row("a", { level: "1" }), row("b", { level: "2" }, 1)), "one above the other").toEqual([]);
  expect(twice(row("a"), row("b", { kind: "fire_hose" }, 1))).toEqual([]);
  expect(twice(row("a"), row("b", { status: "removed" }, 1))).toEqual([]);
});

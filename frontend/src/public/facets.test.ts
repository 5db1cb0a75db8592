import { expect, test } from "vitest";
import { countFacets } from "./facets";
import { NO_FILTERS, passes } from "./filters";
import type { Ranked } from "./nearest";

const point = (kind: string, more: Partial<Ranked["point"]> = {}, always = false, open = true): Ranked => ({
  point: { id: "aaaaaaa", kind, lon: 0, lat: 0, status: "active", ...more },
  state: open ? "open" : "closed",
  hours: { state: open ? "open" : "closed", always },
  usable: open,
});

const all = [
  point("aed", { level: "0", wheelchair: "yes" }, true),
  point("aed", { level: "0;1" }),
  point("aed", { level: "-1", wheelchair: "limited" }, false, false),
  point("fire_hose", { level: "10", wheelchair: "yes" }),
];
const count = (filters: object) => all.filter((one) => passes({ ...NO_FILTERS, ...filters }, one)).length;

test("each filter lets through what is known to fit, and they narrow one another", () => {
  expect(count({})).toBe(4);
  expect(count({ openOnly: true })).toBe(3);
  expect(count({ alwaysOnly: true })).toBe(1);
  expect(count({ stepFreeOnly: true })).toBe(2);
  expect(count({ level: "0" })).toBe(2);
  expect(count({ level: "1" })).toBe(1);
  expect(count({ chosenKinds: ["aed"], level: "0", stepFreeOnly: true })).toBe(1);
});

test("a chip tells what its filter would leave", () => {
  const facets = countFacets(all, { ...NO_FILTERS, chosenKinds: ["aed"], stepFreeOnly: true });
  expect([...facets.kinds]).toEqual([
    ["aed", 1],
    ["fire_hose", 1],
  ]);
  expect(facets).toMatchObject({ open: 1, always: 1, stepFree: 1 });
});

test("floors come from below, those that the other filters empty too", () => {
  expect(countFacets(all, { ...NO_FILTERS, openOnly: true }).levels).toEqual([
    ["-1", 0],
    ["0", 2],
    ["1", 1],
    ["10", 1],
  ]);
});

import { expect, test } from "vitest";
import type { Point } from "./directory";
import { type Hours, TIMELESS } from "./hours";
import { isUsable, metresBetween, rank, stateOf } from "./nearest";

const point = (id: string, lon: number, more: Partial<Point> = {}): Point => ({
  id,
  kind: "aed",
  lon,
  lat: 0,
  status: "active",
  ...more,
});
const OPEN: Hours = { state: "open" };
const CLOSED: Hours = { state: "closed" };

test("a degree of longitude on the equator is 111.2 km", () => {
  expect(metresBetween({ lon: 0, lat: 0 }, { lon: 1, lat: 0 })).toBeCloseTo(111_195, -1);
});

test("a short distance over the 180th meridian is short", () => {
  expect(metresBetween({ lon: 179.9995, lat: 0 }, { lon: -179.9995, lat: 0 })).toBeCloseTo(111.2, 0);
});

test("usable points come first, each group by distance", () => {
  const points = [
    point("far-open", 0.003),
    point("near-closed", 0.001, { opening_hours: "off" }),
    point("near-private", 0.0005, { access: "private" }),
    point("near-unknown", 0.002),
  ];
  const ranked = rank(points, { lon: 0, lat: 0 }, (one) =>
    one.opening_hours ? CLOSED : { state: "unknown" },
  );
  expect(ranked.map((one) => one.point.id)).toEqual([
    "near-unknown",
    "far-open",
    "near-private",
    "near-closed",
  ]);
  expect(ranked.map((one) => one.usable)).toEqual([true, true, false, false]);
});

test("without a spot the order stays and no distance is made up", () => {
  const ranked = rank([point("b", 1), point("a", 0)], null, () => OPEN);
  expect(ranked.map((one) => one.point.id)).toEqual(["b", "a"]);
  expect(ranked[0].metres).toBeUndefined();
});

test.each([
  [{ status: "planned" }, "planned"],
  [{ status: "out_of_service" }, "out_of_service"],
  [{ serviceable: "failed" }, "out_of_service"],
  [{ serviceable: "expired" }, "out_of_service"],
  [{ serviceable: "overdue" }, "open"],
])("%o while its doors are open is %s", (more, state) => {
  expect(stateOf(point("p", 0, more), OPEN)).toBe(state);
});

test("unknown hours do not rule a point out, closed doors do", () => {
  expect(isUsable(point("p", 0), "unknown")).toBe(true);
  expect(isUsable(point("p", 0), "closed")).toBe(false);
});

test("a hydrant, whose hours nobody records, is there without a question mark", () => {
  expect(stateOf(point("p", 0, { kind: "fire_hydrant" }), TIMELESS)).toBe("open");
  expect(stateOf(point("p", 0, { status: "out_of_service" }), TIMELESS)).toBe("out_of_service");
});

test("the soonest on foot comes first, whatever the crow says, and what is not reached on foot comes after", () => {
  const walks = new Map([
    ["far", { ms: 60_000, metres: 80 }],
    ["near", { ms: 600_000, metres: 800 }],
  ]);
  const points = [point("cut-off", 0.0001), point("near", 0.001), point("far", 0.002)];
  const ranked = rank(points, { lon: 0, lat: 0 }, () => OPEN, walks);
  expect(ranked.map((one) => one.point.id)).toEqual(["far", "near", "cut-off"]);
  expect(ranked[2].walk).toBeUndefined();
});

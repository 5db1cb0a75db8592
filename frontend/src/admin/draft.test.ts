import { describe, expect, test } from "vitest";
import { bodyOf, changedKeys, divergences, type Flat, flatten, merge, withValue } from "./draft";
import type { PointFeature } from "./model";

const AED: PointFeature = {
  type: "Feature",
  id: "abc1234",
  geometry: { type: "Point", coordinates: [7.42, 43.73] },
  properties: {
    id: "abc1234",
    kind: "aed",
    name: "Gare",
    placement: { en: "Left of the lift" },
    attributes: { brand: "Zoll", adult_pads: true },
    equipment: [],
    status: "active",
    visibility: "public",
    revision: 3,
    changed_at: "2026-11-21T10:00:00Z",
  },
};

describe("a body to send", () => {
  const before = flatten(AED);

  test("holds only what changed, nested objects whole, and null for what was emptied", () => {
    const after = withValue(withValue(before, "placement.zh-Hans", "电梯左侧"), "name", "");
    expect(bodyOf(before, after)).toEqual({
      name: null,
      placement: { en: "Left of the lift", "zh-Hans": "电梯左侧" },
    });
  });

  test("moves both coordinates together", () => {
    expect(bodyOf(before, withValue(before, "lat", 43.74))).toEqual({ lon: 7.42, lat: 43.74 });
  });

  test("empties the equipment with an empty list", () => {
    const one = withValue(before, "equipment", [{ item: "Hose", count: 1 }]);
    expect(bodyOf(one, withValue(one, "equipment", []))).toEqual({ equipment: [] });
  });

  test("does not take a null that the server leaves out for a change", () => {
    const served = withValue(before, "equipment", [{ item: "Hose" }]);
    const typed = withValue(before, "equipment", [{ item: "Hose", count: null, made_on: "" }]);
    expect(changedKeys(served, typed)).toEqual([]);
  });
});

describe("two editors on one point", () => {
  const base: Flat = { name: "Gare", phone: "1", address: "Quai" };
  const mine: Flat = { name: "Gare SNCF", phone: "2", address: "Quai" };
  const theirs: Flat = { name: "Gare", phone: "3", address: "Quai Albert", level: "2" };

  test("clash only where both changed the same field differently", () => {
    expect(
      divergences(base, mine, theirs)
        .filter((one) => one.clash)
        .map((one) => one.key),
    ).toEqual(["phone"]);
    expect(
      divergences(base, mine, theirs)
        .map((one) => one.key)
        .sort(),
    ).toEqual(["address", "level", "phone"]);
  });

  test("lose nothing: what only one of them touched is kept from both", () => {
    expect(merge(base, mine, theirs)).toEqual({
      name: "Gare SNCF",
      phone: "2",
      address: "Quai Albert",
      level: "2",
    });
    expect(merge(base, mine, theirs, new Set(["phone"])).phone).toBe("3");
  });

  test("keep what I emptied empty", () => {
    const { phone: _, ...emptied } = base;
    expect("phone" in merge(base, emptied, theirs)).toBe(false);
  });
});

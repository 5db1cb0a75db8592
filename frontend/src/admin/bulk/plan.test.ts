import { beforeAll, expect, test } from "vitest";
import type { PointFeature } from "../model";

let rowOf: typeof import("../list/rows").rowOf;
let plans: typeof import("./plan");

beforeAll(async () => {
  Object.assign(globalThis, { document: { documentElement: { lang: "en" } } });
  ({ rowOf } = await import("../list/rows"));
  plans = await import("./plan");
});

const row = (id: string, properties: object) =>
  rowOf(
    {
      type: "Feature",
      id,
      geometry: { type: "Point", coordinates: [7, 43] },
      properties: {
        id,
        kind: "aed",
        status: "active",
        visibility: "public",
        revision: 4,
        changed_at: "",
        ...properties,
      },
    } as PointFeature,
    new Map(),
  );

test("only points that would differ are changed, each from its own revision", () => {
  const plan = plans.planChange([row("a", { operator: "X" }), row("b", { operator: "Y" })], "operator", "Y");
  expect(plan.unchanged).toBe(1);
  expect(plans.bodiesOf(plan.changes)).toEqual([{ id: "a", revision: 4, operator: "Y" }]);
});

test("a field of the kind keeps the point's other fields, and empty takes the value out", () => {
  const plan = plans.planChange(
    [row("a", { attributes: { brand: "X", model: "M" } })],
    "attributes.brand",
    undefined,
  );
  expect(plans.bodiesOf(plan.changes)).toEqual([{ id: "a", revision: 4, attributes: { model: "M" } }]);
});

test("a removal carries its reason, and a return to service lets the old reason go", () => {
  const removal = plans.planChange([row("a", {})], "status", "removed", "vanished");
  expect(plans.bodiesOf(removal.changes)).toEqual([
    { id: "a", revision: 4, status: "removed", status_reason: "vanished" },
  ]);
  const back = plans.planChange(
    [row("a", { status: "removed", status_reason: "vanished" })],
    "status",
    "active",
  );
  expect(plans.bodiesOf(back.changes)).toEqual([
    { id: "a", revision: 4, status: "active", status_reason: null },
  ]);
});

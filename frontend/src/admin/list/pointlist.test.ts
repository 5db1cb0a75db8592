import { expect, test } from "vitest";
import type { PointFeature } from "../model";
import { NO_FILTER } from "./filter";
import { PointList } from "./pointlist";

const point = (id: string, name: string, revision: number): PointFeature => ({
  type: "Feature",
  id,
  geometry: { type: "Point", coordinates: [7.42, 43.73] },
  properties: { id, kind: "aed", name, status: "active", visibility: "public", revision, changed_at: "" },
});
const names = (list: PointList) => list.show(NO_FILTER).map((row) => row.name);

test("an answer that is older than a save takes nothing of it back", () => {
  const list = new PointList(null, new Map());
  list.setPoints([point("a", "Old", 1), point("b", "Other", 1)]);
  list.expect();
  list.put([point("a", "Saved", 2), point("c", "Added", 1)]);
  list.setPoints([point("a", "Old", 1), point("b", "Other 2", 2)]);
  expect(names(list)).toEqual(["Added", "Other 2", "Saved"]);
});

test("what an answer to a later question lacks is gone", () => {
  const list = new PointList(null, new Map());
  list.put([point("a", "Imported", 1)]);
  list.expect();
  list.setPoints([]);
  expect(names(list)).toEqual([]);
});

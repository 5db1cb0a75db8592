import { expect, test } from "vitest";
import { isReviewed, may, mayWhole, reachable } from "./rights";

const EDITOR = ["view", "propose_points", "edit_points", "publish_points", "import", "edit_areas"];

test("an account without limits may in every place what its role allows", () => {
  const own = { rights: EDITOR, areas: [] };
  expect(may("edit_points", "town", own)).toBe(true);
  expect(may("import", "town", own)).toBe(true);
  expect(may("accounts", null, own)).toBe(false);
});

test("limited to part of a place it changes points there and nothing of the whole place", () => {
  const own = { rights: EDITOR, areas: ["town.west"] };
  expect(may("edit_points", "town", own)).toBe(true);
  expect(may("edit_points", "town-2", own)).toBe(false);
  expect(may("import", "town", own)).toBe(false);
  expect(mayWhole("publish_points", "town", own)).toBe(false);
  expect(mayWhole("publish_points", "town", { ...own, areas: ["town"] })).toBe(true);
});

test("whose changes are reviewed is who may propose and not edit", () => {
  expect(isReviewed({ rights: ["view", "propose_points"], areas: [] })).toBe(true);
  expect(isReviewed({ rights: EDITOR, areas: [] })).toBe(false);
  expect(isReviewed({ rights: ["view"], areas: [] })).toBe(false);
});

test("is shown the places that it reaches", () => {
  const places = [{ id: "harbour" }, { id: "town" }];
  const own = (areas: string[]) => ({ rights: EDITOR, areas });
  expect(reachable(places, own(["town.west"]))).toEqual([{ id: "town" }]);
  expect(reachable(places, own([]))).toEqual(places);
  expect(reachable(places, own(["gone"]))).toEqual([]);
});

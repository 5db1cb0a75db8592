import { expect, test } from "vitest";
import { NOTHING, select, selectAll } from "./selection";

const SHOWN = ["a", "b", "c", "d"];
const ids = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort().join("");

test("a range runs from the last single one, either way, as the list stands", () => {
  const one = select(NOTHING, SHOWN, "c", "toggle");
  expect(ids(select(one, SHOWN, "a", "range"))).toBe("abc");
  expect(ids(select(select(one, SHOWN, "d", "range"), SHOWN, "b", "range"))).toBe("bcd");
});

test("a range without a beginning takes that row alone, and a second toggle takes it out", () => {
  const one = select(NOTHING, SHOWN, "b", "range");
  expect(ids(one)).toBe("b");
  expect(ids(select(one, SHOWN, "b", "toggle"))).toBe("");
});

test("all that is listed comes in, keeping what a filter hides, and goes out when all of it was in", () => {
  const hidden = select(NOTHING, SHOWN, "z", "toggle");
  const all = selectAll(hidden, SHOWN);
  expect(ids(all)).toBe("abcdz");
  expect(ids(selectAll(all, SHOWN))).toBe("z");
});

import { expect, test } from "vitest";
import { compare, toggled } from "./sort";

const collator = new Intl.Collator("en", { numeric: true });
const sorted = (values: string[], descending: boolean) =>
  [...values].sort((a, b) => compare(a, b, descending, collator));

test("numbers are ordered as numbers, and nothing stays last either way round", () => {
  expect(sorted(["0.9", "", "0.1", "1e-3"], false)).toEqual(["1e-3", "0.1", "0.9", ""]);
  expect(sorted(["0.9", "", "0.1", "1e-3"], true)).toEqual(["0.9", "0.1", "1e-3", ""]);
});

test("names are ordered as the language does", () => {
  expect(sorted(["Zürich", "Åbo", "Bern 10", "Bern 9"], false)).toEqual([
    "Åbo",
    "Bern 9",
    "Bern 10",
    "Zürich",
  ]);
});

test("a heading's address turns the order round and keeps the rest", () => {
  expect(toggled("http://x/report/a?standard=s&sort=p50#areas", "p50", true)).toBe(
    "http://x/report/a?standard=s&sort=-p50#areas",
  );
});

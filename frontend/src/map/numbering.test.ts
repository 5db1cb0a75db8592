import { expect, test } from "vitest";
import { ranges, together } from "./numbering";

test("numbers in a row are a range", () => {
  expect(ranges([1, 2, 3, 7])).toBe("1–3, 7");
  expect(ranges([4, 5])).toBe("4, 5");
  expect(ranges([12])).toBe("12");
});

test("each spot is in one group, and groups stand apart", () => {
  const spots = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 10, y: 5 },
    { x: 100, y: 27 },
  ];
  expect(together(spots, 26)).toEqual([[1, 3], [2], [4]]);
});

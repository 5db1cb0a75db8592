import { expect, test } from "vitest";
import { rowsToShow, type Samples, spotsInView } from "./inview";
import { WHATS } from "./model";

const SHENZHEN = [113.7, 22.4, 114.7, 22.9] as const;
const SAMPLES: Samples = {
  WGS84: [[114.23, 22.55]],
  GCJ02: [[114.225, 22.553]],
  "EPSG:3067": [[27.1, 62.9]],
};

test("while nothing is chosen every system's rows are in view, but for those on another continent", () => {
  expect(rowsToShow(SAMPLES, null, SHENZHEN)).toEqual([
    [114.23, 22.55],
    [114.225, 22.553],
  ]);
});

test("what is chosen is in view wherever it lies, but for single rows astray", () => {
  expect(rowsToShow(SAMPLES, "EPSG:3067", SHENZHEN)).toEqual([[27.1, 62.9]]);
  expect(rowsToShow({ WGS84: [...SAMPLES.WGS84, [2.3, 48.9]] }, "WGS84", SHENZHEN)).toEqual(SAMPLES.WGS84);
  expect(rowsToShow(SAMPLES, "EPSG:1", SHENZHEN)).toEqual([]);
});

test("where no system fits the place, all that there is is shown", () => {
  expect(rowsToShow({ WGS84: [[2.3, 48.9]] }, null, SHENZHEN)).toEqual([[2.3, 48.9]]);
  expect(rowsToShow({ WGS84: [[2.3, 48.9]] }, null, null)).toEqual([[2.3, 48.9]]);
});

test("a row with a problem on another continent does not hide the others, but is in view when it is what is asked for", () => {
  const spots = { whats: WHATS, number: [2, 3], lon: [114.2, 2.3], lat: [22.5, 48.9] };
  expect(spotsInView({ ...spots, what: [0, 4] })).toEqual([[22.5, 114.2]]);
  expect(spotsInView({ ...spots, what: [4, 4] })).toEqual([
    [22.5, 114.2],
    [48.9, 2.3],
  ]);
});

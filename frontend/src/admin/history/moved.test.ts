import { expect, test } from "vitest";
import { bearing } from "./moved";

test.each([
  [7.42, 43.74, 0],
  [7.43, 43.73, 90],
  [7.42, 43.72, 180],
  [7.41, 43.73, 270],
])("to %f %f it is %f degrees", (lon, lat, degrees) => {
  expect(bearing({ from: [7.42, 43.73], to: [lon, lat] })).toBeCloseTo(degrees, 3);
});

test("a degree of longitude is shorter than one of latitude at Monaco", () => {
  expect(bearing({ from: [7.42, 43.73], to: [7.43, 43.74] })).toBeCloseTo(35.9, 0);
});

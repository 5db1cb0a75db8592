import { expect, test } from "vitest";
import type { Standard } from "../model";
import { hasTarget, sizeText } from "./form";

test("a yard reads in square metres, a village in square kilometres", () => {
  expect(sizeText(120)).toBe("120 平方米");
  expect(sizeText(9_999)).toMatch(/^9.999 平方米$/);
  expect(sizeText(10_000)).toBe("0.01 平方公里");
  expect(sizeText(1_250_000)).toBe("1.25 平方公里");
});

test("a target per cent is asked for where a standard says how far its points reach, not where how dense", () => {
  expect(hasTarget({ id: "aed-100m", metric: "route" } as Standard)).toBe(true);
  expect(hasTarget({ id: "per-km2", metric: null, density_km2_per_point: 4 } as Standard)).toBe(false);
});

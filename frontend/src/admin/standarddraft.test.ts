import { expect, test } from "vitest";
import type { Standard } from "./model";
import { latestOf } from "./standarddraft";

test("of each standard the latest version counts, in whatever order they come", () => {
  const one = (id: string, version: number) => ({ id, version }) as Standard;
  const versions = [one("a", 3), one("a", 2), one("b", 1), one("b", 2), one("a", 1)];
  expect(latestOf(versions)).toEqual([one("a", 3), one("b", 2)]);
});

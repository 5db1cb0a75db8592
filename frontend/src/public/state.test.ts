import { expect, test } from "vitest";
import { firstState, readHash, writeHash } from "./state";

test("the address keeps point and filters", () => {
  const hash = writeHash({
    ...firstState(),
    selected: "k3v9q2p",
    chosenKinds: ["aed", "fire_hose"],
    openOnly: true,
    alwaysOnly: true,
    stepFreeOnly: true,
    level: "-1",
    overlay: "aed-100m",
  });
  expect(hash).toBe("#point=k3v9q2p&kind=aed,fire_hose&open=now&247=1&stepfree=1&level=-1&coverage=aed-100m");
  expect(readHash(hash)).toEqual({
    selected: "k3v9q2p",
    chosenKinds: ["aed", "fire_hose"],
    openOnly: true,
    alwaysOnly: true,
    stepFreeOnly: true,
    level: "-1",
    overlay: "aed-100m",
  });
});

test("the address never holds a position or a search", () => {
  const origin = { lon: 7.42, lat: 43.73, from: "device", accuracyM: 5 } as const;
  expect(writeHash({ ...firstState(), origin, query: "rue grimaldi" })).toBe("");
});

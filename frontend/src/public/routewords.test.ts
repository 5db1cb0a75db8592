import { afterEach, expect, test, vi } from "vitest";
import en from "../i18n/en.json";
import zhHans from "../i18n/zh-Hans.json";
import type { WalkStep, WalkTurn } from "../walk";
import { stepWords, walkMinutes } from "./routewords";

const GRIMALDI = { name: "Rue Grimaldi", zh: "格里马尔迪街" };
const step = (turn: WalkTurn, street: WalkStep["street"] = null): WalkStep => ({
  turn,
  street,
  metres: 41,
  ms: 30_000,
  lon: 0,
  lat: 0,
});
const inLanguage = (language: string, texts: Record<string, string>) =>
  vi.stubGlobal("sanfenWords", { language, names: {}, texts });

afterEach(() => vi.unstubAllGlobals());

test("a step is one plain sentence", () => {
  inLanguage("en", en);
  expect(stepWords(step("left", GRIMALDI))).toBe("Turn left into Rue Grimaldi, 41 m");
  expect(stepWords(step("right"))).toBe("Turn right, 41 m");
  expect(stepWords(step("stairs"))).toBe("Take the stairs, 41 m");
  expect(stepWords(step("arrive"))).toBe("You are there");
});

test("in Chinese it is Chinese, with the street's Chinese name", () => {
  inLanguage("zh-Hans", zhHans);
  expect(stepWords(step("start", GRIMALDI))).toBe("沿格里马尔迪街走41米");
  expect(stepWords(step("left", GRIMALDI))).toBe("左转进入格里马尔迪街，走41米");
  expect(stepWords(step("stairs"))).toBe("走楼梯，41米");
});

test.each<WalkTurn>([
  "start",
  "straight",
  "slight_left",
  "left",
  "sharp_left",
  "slight_right",
  "right",
  "sharp_right",
  "back",
  "stairs",
])("%s says how far, with and without a name", (turn) => {
  inLanguage("en", en);
  expect(stepWords(step(turn))).toMatch(/41 m$/);
  expect(stepWords(step(turn, GRIMALDI))).toMatch(/Rue Grimaldi.*41 m$/);
});

test("minutes are rounded up, and there is no such thing as none", () => {
  expect([0, 1, 60_000, 60_001, 190_000].map(walkMinutes)).toEqual([1, 1, 1, 2, 4]);
});

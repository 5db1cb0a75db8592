import { expect, test } from "vitest";
import { momentWords, sizeWords } from "./words";

const at = new Date("2026-11-21T06:02:00Z");

test("data is dated by the clock of its place", () => {
  expect(momentWords(at, "Asia/Shanghai", "en")).toBe("21 Nov, 14:02");
  expect(momentWords(at, "Asia/Shanghai", "zh-Hans")).toBe("11月21日 14:02");
  expect(momentWords(at, "Europe/Monaco", "en")).toBe("21 Nov, 07:02");
});

test("midnight is not 24 o'clock", () => {
  expect(momentWords(new Date("2026-11-21T16:00:00Z"), "Asia/Shanghai", "en")).toBe("22 Nov, 00:00");
});

test.each([
  [0, "0.1 MB"],
  [620_000, "0.6 MB"],
  [1_000_000, "1.0 MB"],
  [12_345_678, "12 MB"],
])("%i bytes read %s", (bytes, words) => {
  expect(sizeWords(bytes, "en")).toBe(words);
});

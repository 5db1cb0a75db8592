import { beforeAll, describe, expect, test, vi } from "vitest";
import en from "../i18n/en.json";
import zhHans from "../i18n/zh-Hans.json";
import { HoursReader, plainHours, wallClock } from "./hours";
import { saysMore, weekWords } from "./print/weekwords";

const MONACO = { zone: "Europe/Monaco", lon: 7.42, lat: 43.73 };
const SATURDAY_NOON = new Date("2026-11-21T12:00:00Z"); // 13:00 in Monaco

test("the wall clock is the place's, wherever the visitor's device is", () => {
  const wall = wallClock(new Date("2026-11-21T23:30:00Z"), "Asia/Shanghai");
  expect([wall.getDate(), wall.getHours(), wall.getMinutes()]).toEqual([22, 7, 30]);
});

test("no hours are unknown, never open", () => {
  expect(plainHours(undefined)).toEqual({ state: "unknown" });
  expect(plainHours("  ")).toEqual({ state: "unknown" });
});

test("24/7 needs no parser", () => {
  expect(plainHours("24/7")).toEqual({ state: "open", always: true });
});

test("until the parser is there, hours are unknown", () => {
  expect(new HoursReader(MONACO).read("Mo-Fr 08:00-18:00", SATURDAY_NOON).state).toBe("unknown");
});

describe("with the parser", () => {
  const reader = new HoursReader(MONACO);
  beforeAll(() => reader.loadParser(), 60_000);

  test.each([
    ["Mo-Fr 08:00-18:00", "closed"],
    ["Mo-Sa 08:00-18:00", "open"],
    ["Sa 12:30-13:30", "open"],
    ["Sa 11:30-12:30", "closed"],
    ["nonsense at noon", "unknown"],
    ['"by arrangement"', "unknown"],
  ])("%s on Saturday at 13:00 in Monaco is %s", (text, state) => {
    expect(reader.read(text, SATURDAY_NOON).state).toBe(state);
  });

  test("tells when a closed point opens", () => {
    const { until } = reader.read("Mo-Fr 08:00-18:00", SATURDAY_NOON);
    expect([until?.getDay(), until?.getHours()]).toEqual([1, 8]);
  });

  test("a minute later the answer is a new one", () => {
    expect(reader.read("Sa 13:00-13:30", SATURDAY_NOON).state).toBe("open");
    expect(reader.read("Sa 13:00-13:30", new Date("2026-11-21T12:31:00Z")).state).toBe("closed");
  });
});

test("the open stretches of today are told, one over midnight too", async () => {
  const reader = new HoursReader({ zone: "UTC", lon: 0, lat: 0 });
  await reader.loadParser();
  const monday = new Date("2026-11-23T09:00:00Z");
  const told = (text: string) =>
    reader
      .today(text, monday)
      ?.map(({ from, to }) => `${from.getDate()} ${from.getHours()}-${to.getDate()} ${to.getHours()}`);
  expect(told("Mo-Fr 08:00-12:00,14:00-18:00")).toEqual(["23 8-23 12", "23 14-23 18"]);
  expect(told("Mo 22:00-02:00")).toEqual(["23 22-24 2"]);
  expect(told("Tu 08:00-12:00")).toEqual([]);
  expect(told("no such hours")).toBeUndefined();
});

test("an ordinary week is told day by day, without holidays and with nights where they begin", async () => {
  const reader = new HoursReader({ zone: "UTC", lon: 0, lat: 0 });
  await reader.loadParser();
  reader.setHolidays([{ from: "2026-11-24", to: "2026-11-24", kind: "public" }]);
  const monday = new Date("2026-11-23T09:00:00Z");
  const words = (text: string) => {
    const week = reader.week(text, monday);
    return week && weekWords(week);
  };
  vi.stubGlobal("sanfenWords", { language: "en", names: {}, texts: en });
  expect(words("Mo-Fr 08:00-12:00,14:00-18:00; Sa 09:00-12:00; PH off")).toBe(
    "Mon–Fri 08:00–12:00, 14:00–18:00; Sat 09:00–12:00; Sun closed",
  );
  expect(words("Mo-Su 20:00-06:00")).toBe("daily 20:00–06:00");
  expect(words("Mo-Fr 00:00-24:00")).toBe("Mon–Fri 00:00–24:00; Sat, Sun closed");
  expect(words("whenever the caretaker is in")).toBeNull();
  expect(["Mo-Fr 08:00-12:00; PH off", "Mar-Oct: 08:00-18:00", "sunrise-sunset"].every(saysMore)).toBe(true);
  expect(["Mo-Fr 08:00-12:00", "24/7", "Sa,Su 10:00-12:00"].some(saysMore)).toBe(false);
  vi.stubGlobal("sanfenWords", { language: "zh-Hans", names: {}, texts: zhHans });
  expect(words("Mo-Fr 08:00-12:00; Su 10:00-12:00")).toBe(
    "周一至周五 08:00–12:00；周六 不开放；周日 10:00–12:00",
  );
  vi.unstubAllGlobals();
});

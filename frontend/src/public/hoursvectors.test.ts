import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import file from "../../../src/test/resources/hours/vectors.json";
import { type HolidayDays, HoursReader } from "./hours";

// What org.sanfen.directory.HoursVectorsTest holds the server to, whatever clock the visitor's device goes by.
beforeAll(() => import("opening_hours"), 60_000); // large, and given the place's holidays as it is read
afterEach(() => vi.unstubAllEnvs());

describe.each(["UTC", "Asia/Shanghai", "America/Los_Angeles"])("on a device in %s", (device) => {
  test.each(file.vectors)(
    "$hours at $at ($about) is $state",
    async ({ hours, lon, lat, zone, at, state }) => {
      vi.stubEnv("TZ", device);
      const reader = new HoursReader({ zone, lon: 0, lat: 0 });
      await reader.loadParser();
      reader.setHolidays(file.holidays as HolidayDays[]);
      expect(reader.read(hours, new Date(at), { lon, lat }).state).toBe(state);
    },
  );
});

describe("what the page can't know it does not say", () => {
  const shenzhen = { zone: "Asia/Shanghai", lon: 114.06, lat: 22.54 };

  test("hours that name holidays are unknown until the holidays are there", async () => {
    const reader = new HoursReader(shenzhen);
    await reader.loadParser();
    const monday = new Date("2026-11-23T10:00:00+08:00");
    expect(reader.read("24/7; PH off", monday).state).toBe("unknown");
    expect(reader.read("Mo-Fr 08:00-18:00", monday).state).toBe("open");
    reader.setHolidays([]);
    expect(reader.read("24/7; PH off", monday)).toEqual({ state: "open", until: undefined, always: true });
  });

  test("a closing time beyond a day worked in exchange is not told", async () => {
    const reader = new HoursReader(shenzhen);
    await reader.loadParser();
    reader.setHolidays(file.holidays as HolidayDays[]);
    const friday = new Date("2026-10-09T19:00:00+08:00");
    expect(reader.read("Mo-Fr 08:00-18:00", friday)).toEqual({
      state: "closed",
      until: undefined,
      always: false,
    });
  });
});

import { expect, test } from "vitest";
import type { Kind } from "../model";
import { fieldHints, lineHint, yearsLater } from "./lifecycle";

const EXTINGUISHER: Kind = {
  id: "fire_extinguisher",
  names: { "zh-Hans": "灭火器", en: "Fire extinguisher" },
  group: "fire",
  fields: [
    {
      id: "agent",
      type: "choice",
      names: { en: "Agent" },
      values: [
        { id: "powder", names: { "zh-Hans": "干粉", en: "Dry powder" } },
        { id: "co2", names: { "zh-Hans": "二氧化碳", en: "Carbon dioxide" } },
      ],
    },
  ],
  life_cycle: {
    made_on_field: "made_on",
    serviced_on_field: "last_serviced_on",
    rules: [
      {
        field: "agent",
        value: "powder",
        scrap_after_years: 10,
        first_service_after_years: 5,
        service_every_years: 2,
      },
      {
        field: "agent",
        value: "co2",
        scrap_after_years: 12,
        first_service_after_years: 5,
        service_every_years: 2,
      },
    ],
  },
};
const TODAY = "2026-11-22";
const days = (draft: Record<string, unknown>) =>
  Object.fromEntries(
    [...fieldHints(EXTINGUISHER, draft, TODAY)].map(([field, { day, passed }]) => [field, [day, passed]]),
  );

test("a powder extinguisher of 2021 is scrapped in 2031 and serviced in 2026", () => {
  const draft = { "attributes.agent": "powder", "attributes.made_on": "2021-06-01" };
  expect(days(draft)).toEqual({ made_on: ["2031-06-01", false], last_serviced_on: ["2026-06-01", true] });
  expect(fieldHints(EXTINGUISHER, draft, TODAY).get("made_on")?.text).toContain("10");
});

test("after a service the next one is counted from it, and none is due after the end of its life", () => {
  const draft = {
    "attributes.agent": "powder",
    "attributes.made_on": "2017-06-01",
    "attributes.last_serviced_on": "2024-01-10",
  };
  expect(days(draft).last_serviced_on).toEqual(["2026-01-10", true]);
  expect(days({ ...draft, "attributes.last_serviced_on": "2026-01-10" }).last_serviced_on).toBeUndefined();
});

test("nothing is hinted at without an agent or a date", () => {
  expect(days({ "attributes.made_on": "2021-06-01" })).toEqual({});
  expect(days({ "attributes.agent": "co2" })).toEqual({});
});

test("printed expiry is the date itself", () => {
  const aed: Kind = { ...EXTINGUISHER, life_cycle: { expiry_fields: ["battery_expires_on"] } };
  const hints = fieldHints(aed, { "attributes.battery_expires_on": "2025-01-01" }, TODAY);
  expect(hints.get("battery_expires_on")?.passed).toBe(true);
});

test("a line of equipment is known by its words in either language", () => {
  expect(lineHint([EXTINGUISHER], "4 kg dry powder fire extinguisher", "2021-06-01", TODAY)?.day).toBe(
    "2031-06-01",
  );
  expect(lineHint([EXTINGUISHER], "二氧化碳灭火器", "2021-06-01", TODAY)?.day).toBe("2033-06-01");
  expect(lineHint([EXTINGUISHER], "Fire blanket", "2021-06-01", TODAY)).toBeNull();
  expect(lineHint([EXTINGUISHER], "干粉灭火器", null, TODAY)).toBeNull();
});

test("29 February gives way to 1 March", () => {
  expect(yearsLater("2024-02-29", 10)).toBe("2034-03-01");
});

import { expect, test } from "vitest";
import { match, plain, Search } from "./search";

test("accents, case and punctuation don't matter", () => {
  expect(plain("Rue de l'Église")).toBe("rue de l eglise");
  expect(plain("盐田路12号")).toBe("盐田路12号");
});

test.each([
  ["rue gri", "rue grimaldi", 3],
  ["grim", "rue grimaldi 12", 2],
  ["12 grimaldi", "rue grimaldi 12bis", 2],
  ["maldi", "rue grimaldi", 1],
  ["grimm", "rue grimaldi", 0],
  ["田路", "盐田路", 1],
])("%s in %s scores %i", (query, text, score) => {
  expect(match(query, text)).toBe(score);
});

const search = new Search();
search.setPoints(
  [
    {
      id: "aaaaaaa",
      kind: "aed",
      lon: 0,
      lat: 0,
      status: "active",
      placement: { en: "Lobby, left of the lift" },
    },
    { id: "bbbbbbb", kind: "aed", lon: 0, lat: 0, status: "active", name: "Casino" },
  ],
  () => "AED",
);
search.setIndex({
  streets: [{ name: "Rue Grimaldi", en: "Grimaldi Street", lon: 1, lat: 1 }],
  addresses: [{ name: "Rue Grimaldi 12", lon: 2, lat: 2 }],
});

test("finds points by name and placement, streets by either name, addresses by street and number", () => {
  const types = (query: string) => search.find(query).map((found) => found.type);
  expect(types("lobby lift")).toEqual(["point"]);
  expect(types("casino")).toEqual(["point"]);
  expect(types("grimaldi")).toEqual(["street", "address"]);
  expect(types("grimaldi street")).toEqual(["street"]);
  expect(types("12 rue grimaldi")).toEqual(["address"]);
  expect(types("")).toEqual([]);
});

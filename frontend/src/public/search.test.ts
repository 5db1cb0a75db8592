import table from "virtual:pinyin-table";
import { expect, test } from "vitest";
import { Pinyin } from "./pinyin";
import { match, plain } from "./plain";
import { Search } from "./search";

test("accents, case and punctuation don't matter", () => {
  expect(plain("Rue de l'Église")).toBe("rue de l eglise");
  expect(plain("盐田路12号")).toBe("盐田路12号");
  expect(plain("ＡＥＤ　１２")).toBe("aed 12");
  expect(plain("Hôpital")).toBe(plain("hopital"));
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

test("a house that is not known leaves its street to start from", () => {
  const names = (query: string) =>
    search.find(query).map((found) => found.type !== "point" && found.entry.name);
  expect(names("7bis rue grimaldi")).toEqual(["Rue Grimaldi", "Rue Grimaldi 12"]);
  expect(names("12 rue grimaldi")).toEqual(["Rue Grimaldi 12"]);
  expect(names("12")).toEqual(["Rue Grimaldi 12"]);
  expect(names("99")).toEqual([]);
  const chinese = new Search();
  chinese.setIndex({ streets: [{ name: "盐田路", lon: 1, lat: 1 }], addresses: [] });
  expect(chinese.find("盐田路18号")).toHaveLength(1);
  expect(chinese.find("梅沙路18号")).toEqual([]);
});

test("names come before other words, and the number on the sign before all", () => {
  const point = (id: string, name: string, address?: string) =>
    ({ id, name, address, kind: "aed", lon: 0, lat: 0, status: "active" }) as const;
  const found = new Search();
  found.setPoints(
    [
      point("k3v9q2p", "Old port", "Casino square 1"),
      point("ccccccc", "The casino"),
      point("ddddddd", "Casino"),
      point("eeeeeee", "K3v9 bar"),
    ],
    () => "AED",
  );
  const ids = (query: string) => found.find(query).map((one) => one.type === "point" && one.point.id);
  expect(ids("casino")).toEqual(["ddddddd", "ccccccc", "k3v9q2p"]);
  expect(ids("K3V9")).toEqual(["k3v9q2p", "eeeeeee"]);
  expect(ids("port casino")).toEqual(["k3v9q2p"]);
});

test("Chinese names are found by initials and by full pinyin, once the table is there", () => {
  const found = new Search();
  found.setPoints(
    [
      {
        id: "aaaaaaa",
        name: "福民社区微型消防站",
        kind: "micro_fire_station",
        lon: 0,
        lat: 0,
        status: "active",
      },
      { id: "bbbbbbb", name: "微型消防站", kind: "micro_fire_station", lon: 0, lat: 0, status: "active" },
      { id: "ccccccc", name: "Wxxfz bar", kind: "aed", lon: 0, lat: 0, status: "active" },
    ],
    () => "点位",
  );
  const ids = (query: string) => found.find(query).map((one) => one.type === "point" && one.point.id);
  expect(ids("wxxfz")).toEqual(["ccccccc"]);
  found.setPinyin(new Pinyin(table));
  expect(ids("wxxfz")).toEqual(["ccccccc", "bbbbbbb", "aaaaaaa"]);
  expect(ids("fumin")).toEqual(["aaaaaaa"]);
  expect(ids("ＷＸＸ")).toEqual(["ccccccc", "bbbbbbb", "aaaaaaa"]);
});

test("what was typed before the texts were made ready is found all the same", async () => {
  const found = new Search();
  const points = Array.from({ length: 9000 }, (_, i) => ({
    id: `p${i}`,
    name: `Post ${i}`,
    kind: "aed",
    lon: 0,
    lat: 0,
    status: "active",
  }));
  found.setPoints(points, () => "AED");
  const ready = found.prepare();
  expect(found.find("post 8999")).toHaveLength(1);
  await ready;
  expect(found.find("post 8999")).toHaveLength(1);
});

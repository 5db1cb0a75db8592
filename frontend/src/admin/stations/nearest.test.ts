import { expect, test } from "vitest";
import { metresBetween, nearestStations, type Station, stepped } from "./nearest";

const STATIONS: Station[] = [
  { id: "aaaaaaa", label: "Port", kind: "Micro fire station", lon: 7.42, lat: 43.73 },
  { id: "bbbbbbb", label: "Gare", kind: "Micro fire station", lon: 7.43, lat: 43.73 },
  { id: "ccccccc", label: "Gare nord", kind: "Fire station", lon: 7.44, lat: 43.73 },
];
const ids = (words: string, lon: number, most = 8) =>
  nearestStations(STATIONS, words, lon, 43.73, most).map((station) => station.id);

test("the nearest comes first, wherever the point stands", () => {
  expect(ids("", 7.42)).toEqual(["aaaaaaa", "bbbbbbb", "ccccccc"]);
  expect(ids("", 7.441)).toEqual(["ccccccc", "bbbbbbb", "aaaaaaa"]);
  expect(ids("", 7.441, 2)).toEqual(["ccccccc", "bbbbbbb"]);
});

test("every word counts, of the name, the kind or the id", () => {
  expect(ids("gare", 7.42)).toEqual(["bbbbbbb", "ccccccc"]);
  expect(ids("gare micro", 7.42)).toEqual(["bbbbbbb"]);
  expect(ids("ccc", 7.42)).toEqual(["ccccccc"]);
  expect(ids("nowhere", 7.42)).toEqual([]);
});

test("a hundredth of a degree of longitude is 804 m at Monaco", () => {
  expect(metresBetween(7.42, 43.73, 7.43, 43.73)).toBeCloseTo(803.6, 0);
});

test("a step is as long as it says, whichever way", () => {
  expect(metresBetween(7.42, 43.73, ...stepped(7.42, 43.73, 10, 0))).toBeCloseTo(10, 5);
  expect(metresBetween(7.42, 43.73, ...stepped(7.42, 43.73, 0, -10))).toBeCloseTo(10, 5);
});

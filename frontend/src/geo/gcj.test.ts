import { expect, test } from "vitest";
import { bdToGcj, gcjToBd, gcjToWgs, wgsToGcj } from "./gcj";
import { inMainlandChina } from "./mainland";

const CASES = [
  { name: "the Forbidden City", lon: 116.397, lat: 39.917 },
  { name: "the harbour of Yantian", lon: 114.27, lat: 22.575 },
  { name: "Kashgar in the far west", lon: 75.99, lat: 39.47 },
  { name: "Harbin in the far north", lon: 126.63, lat: 45.75 },
  { name: "Sanya in the far south", lon: 109.51, lat: 18.25 },
];
const METRES_A_DEGREE = 111_195;

function metres(a: { lon: number; lat: number }, b: { lon: number; lat: number }): number {
  const east = (a.lon - b.lon) * Math.cos((a.lat / 180) * Math.PI);
  return Math.hypot(east, a.lat - b.lat) * METRES_A_DEGREE;
}

test("Tiananmen lies where Chinese maps draw it", () => {
  const gcj = wgsToGcj({ lon: 116.391263, lat: 39.907229 });
  expect(gcj.lon).toBeCloseTo(116.397506, 5);
  expect(gcj.lat).toBeCloseTo(39.908633, 5);
});

test.each(CASES)("$name is bent by a few hundred metres, and unbent to a hair", (at) => {
  const gcj = wgsToGcj(at);
  const bd = gcjToBd(gcj);
  expect(metres(at, gcj)).toBeGreaterThan(100);
  expect(metres(at, gcj)).toBeLessThan(800);
  expect(metres(gcj, bd)).toBeGreaterThan(500);
  const back = gcjToWgs(bdToGcj(bd));
  expect(Math.abs(back.lon - at.lon)).toBeLessThan(1e-6);
  expect(Math.abs(back.lat - at.lat)).toBeLessThan(1e-6);
});

test.each([
  ["Yantian, opposite Hong Kong", 114.24, 22.56, true],
  ["Luohu station", 114.119, 22.533, true],
  ["Qianhai", 113.9, 22.53, true],
  ["Zhuhai", 113.55, 22.27, true],
  ["Sha Tin", 114.19, 22.38, false],
  ["Lok Ma Chau's village", 114.07, 22.49, false],
  ["Macau's ruins of St Paul", 113.541, 22.1975, false],
  ["Taipei", 121.56, 25.03, false],
  ["Urumqi", 87.6, 43.8, true],
  ["Lhasa", 91.1, 29.65, true],
  ["Seoul", 126.98, 37.57, false],
  ["Hanoi", 105.85, 21.03, false],
  ["Kathmandu", 85.32, 27.72, false],
  ["Ulan Bator", 106.9, 47.9, false],
  ["Almaty", 76.9, 43.25, false],
  ["Monaco", 7.42, 43.73, false],
])("%s", (_name, lon, lat, mainland) => {
  expect(inMainlandChina({ lon, lat })).toBe(mainland);
});

test("a place's own country comes first, but a strip of Hong Kong in an extract of Shenzhen stays unbent", () => {
  expect(inMainlandChina({ lon: 87.6, lat: 43.8 }, "KZ")).toBe(false);
  expect(inMainlandChina({ lon: 131.3, lat: 43.9 }, "CN")).toBe(true);
  expect(inMainlandChina({ lon: 114.19, lat: 22.38 }, "CN")).toBe(false);
});

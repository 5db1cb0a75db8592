import type { LonLat } from "./gcj";

/**
 * Where maps are bent (GCJ-02): in mainland China, not in Hong Kong, Macau and Taiwan. A place's country decides, where it
 * has one; but an extract of Shenzhen may hold a strip of Hong Kong, so those three are told by their outlines even then.
 * Without a country a coarse outline of the mainland decides: within some 30 km of a land border it may err, and then a
 * hand-off is up to 700 m off; the customary box of latitudes and longitudes errs over half of Asia instead.
 */
export function inMainlandChina(at: LonLat, country?: string | null): boolean {
  if (country && country !== "CN") return false;
  if ([HONG_KONG, MACAU, TAIWAN].some((outline) => inside(at, outline))) return false;
  return country === "CN" || inside(at, MAINLAND);
}

type Outline = readonly (readonly [lon: number, lat: number])[];

// Along the Shenzhen river and through the two bays, good to half a kilometre.
const HONG_KONG: Outline = [
  [113.82, 22.14],
  [114.51, 22.14],
  [114.51, 22.42],
  [114.455, 22.5],
  [114.455, 22.56],
  [114.33, 22.562],
  [114.235, 22.547],
  [114.222, 22.545],
  [114.19, 22.556],
  [114.16, 22.559],
  [114.145, 22.541],
  [114.113, 22.531],
  [114.08, 22.513],
  [114.055, 22.5],
  [114.03, 22.502],
  [113.98, 22.48],
  [113.93, 22.45],
  [113.87, 22.415],
  [113.82, 22.38],
];

const MACAU: Outline = [
  [113.528, 22.217],
  [113.558, 22.217],
  [113.61, 22.16],
  [113.61, 22.1],
  [113.552, 22.1],
  [113.545, 22.13],
  [113.54, 22.16],
  [113.528, 22.185],
];

const TAIWAN: Outline = [
  [119.3, 23.1],
  [120.2, 21.7],
  [121.8, 21.7],
  [122.3, 25.5],
  [121, 25.6],
  [119.8, 24.6],
];

const MAINLAND: Outline = [
  [73.5, 39.4],
  [74.9, 37.2],
  [77.8, 35.4],
  [79, 32.5],
  [78.8, 31],
  [81.2, 30],
  [84, 28.8],
  [86, 27.9],
  [88.9, 27.3],
  [92, 26.9],
  [97.3, 28.2],
  [98.7, 27.5],
  [97.6, 24],
  [99, 22],
  [101.2, 21.2],
  [102.2, 22.4],
  [105.4, 23.1],
  [108, 21.4],
  [107.8, 18],
  [111, 17.8],
  [117.2, 22.8],
  [119.3, 25],
  [122.8, 29.5],
  [122.2, 32.5],
  [123.2, 37.5],
  [124.3, 39.9],
  [126, 41.3],
  [128.2, 41.9],
  [129.9, 42.9],
  [131.2, 43.5],
  [131, 45],
  [133.2, 45.2],
  [134.8, 48.4],
  [130.8, 47.8],
  [127.5, 50],
  [125.5, 53.1],
  [121, 53.4],
  [120, 52.3],
  [117.5, 49.6],
  [115.8, 47.8],
  [119.7, 46.8],
  [116, 46.2],
  [111.9, 45.1],
  [111.9, 43.8],
  [105, 41.7],
  [97, 42.8],
  [91, 45.2],
  [87.8, 49.1],
  [85.6, 47.2],
  [82.5, 45.2],
  [80.2, 42.2],
  [76, 40.4],
];

/** Even-odd rule. */
function inside({ lon, lat }: LonLat, outline: Outline): boolean {
  let within = false;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const [x, y] = outline[i];
    const [px, py] = outline[j];
    if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) within = !within;
  }
  return within;
}

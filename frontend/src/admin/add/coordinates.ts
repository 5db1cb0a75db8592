import { bdToGcj, gcjToWgs, type LonLat } from "../../geo/gcj";

export const SYSTEMS = ["wgs84", "gcj02", "bd09"] as const;
export type System = (typeof SYSTEMS)[number];

/** A typed pair as it was understood, latitude first unless letters or sizes said otherwise. */
export interface Typed {
  lat: number;
  lon: number;
  /** Whether letters (N, E, 北, 东 …) named the two; then their order is no guess. */
  isNamed: boolean;
}

/** Full-width figures and signs, primes of every sort and the words for degrees, as one simple alphabet. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[′’‘`´]/g, "'")
    .replace(/[″“”]|''/g, '"')
    .replace(/[−–—]/g, "-")
    .replace(/度/g, "°")
    .replace(/分/g, "'")
    .replace(/秒/g, '"')
    .replace(/北纬|北緯|北/g, "N")
    .replace(/南纬|南緯|南/g, "S")
    .replace(/东经|東経|東經|东|東/g, "E")
    .replace(/西经|西経|西經|西/g, "W")
    .toUpperCase();
}

const NUMBER = "-?\\d+(?:\\.\\d+)?";
const ONE = new RegExp(
  `([NSEW])?\\s*(?:LAT|LON|LNG)?[:=]?\\s*(${NUMBER})(?:\\s*°\\s*(?:(\\d+(?:\\.\\d+)?)\\s*'\\s*(?:(\\d+(?:\\.\\d+)?)\\s*"?)?)?)?\\s*([NSEW](?![\\w.]))?`,
  "g",
);

/** Degrees, minutes and seconds with nothing but room between them, as handsets show them: N22 34.067 E114 14.067. */
const SPACED = /([NSEW])\s*(\d{1,3})\s+(\d{1,2}(?:\.\d+)?)(?:\s+(\d{1,2}(?:\.\d+)?))?(?=\s*(?:[NSEW,;]|$))/g;

/** Both with a decimal comma, and apart by something else. */
const DECIMAL_COMMAS = /^\s*(-?\d+),(\d+)\s*[;\s]\s*(-?\d+),(\d+)\s*$/;

/** Reads two coordinates: decimal, degrees and minutes, degrees, minutes and seconds, in any of these with letters; null if not. */
export function readCoordinates(text: string): Typed | null {
  const found = [
    ...plain(text)
      .replace(
        SPACED,
        (_, letter, degrees, minutes, seconds = "0") => `${letter}${degrees}°${minutes}'${seconds}" `,
      )
      .replace(DECIMAL_COMMAS, "$1.$2 $3.$4")
      .replace(/[,;，、]/g, " ")
      .matchAll(ONE),
  ].filter((one) => one[2] !== undefined);
  if (found.length !== 2) return null;
  const values = found.map(([, before, degrees, minutes = "0", seconds = "0", after]) => {
    const letter = before ?? after ?? "";
    const [whole, min, sec] = [Number(degrees), Number(minutes), Number(seconds)];
    if (min >= 60 || sec >= 60) return null;
    const size = Math.abs(whole) + min / 60 + sec / 3600;
    const sign = degrees.startsWith("-") || letter === "S" || letter === "W" ? -1 : 1;
    return { value: sign * size, letter };
  });
  const [a, b] = values;
  if (!a || !b) return null;
  const isLon = ({ letter }: { letter: string }) => letter === "E" || letter === "W";
  const isNamed = a.letter !== "" && b.letter !== "" && isLon(a) !== isLon(b);
  if ((a.letter || b.letter) && !isNamed) return null;
  const lonFirst = isNamed ? isLon(a) : Math.abs(a.value) > 90;
  const [lat, lon] = lonFirst ? [b.value, a.value] : [a.value, b.value];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon, isNamed } : null;
}

export function swapped({ lat, lon, isNamed }: Typed): Typed {
  return { lat: lon, lon: lat, isNamed };
}

type Bounds = readonly [number, number, number, number];

/** Shifted coordinates lie up to about this far off. */
const SLACK_DEG = 0.03;

/** Whether a pair only makes sense in a place with its two numbers swapped. */
export function looksSwapped(typed: Typed, bounds: Bounds | null | undefined): boolean {
  if (!bounds || isIn(typed, bounds)) return false;
  return isIn(swapped(typed), bounds);
}

export function isIn(
  { lat, lon }: { lat: number; lon: number },
  [west, south, east, north]: Bounds,
): boolean {
  return (
    lon >= west - SLACK_DEG && lon <= east + SLACK_DEG && lat >= south - SLACK_DEG && lat <= north + SLACK_DEG
  );
}

/** The same spot in WGS-84. */
export function toWgs({ lon, lat }: LonLat, system: System): LonLat {
  if (system === "gcj02") return gcjToWgs({ lon, lat });
  return system === "bd09" ? gcjToWgs(bdToGcj({ lon, lat })) : { lon, lat };
}

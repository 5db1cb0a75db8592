/**
 * A flat metric frame around a latitude, for whole units of 1e-7 degrees: org.sanfen.street.engine.LocalFrame to the letter,
 * because both sides must measure alike.
 */
export interface Frame {
  /** Metres in a unit of longitude. */
  xMetres: number;
  /** Metres in a unit of latitude. */
  yMetres: number;
}

/** Units in a degree. */
export const UNITS = 1e7;

const ROUND = 360 * UNITS;
const RADIANS = Math.PI / 180;

/** Degrees to the nearest unit. */
export function units(degrees: number): number {
  return Math.round(degrees * UNITS);
}

/** The frame at a latitude in units. */
export function frameAt(latitude: number): Frame {
  const c = Math.cos((latitude / UNITS) * RADIANS);
  const c2 = 2 * c * c - 1;
  const c4 = 2 * c2 * c2 - 1;
  const c6 = c2 * (4 * c2 * c2 - 3);
  const c3 = c * (2 * c2 - 1);
  const c5 = c * (2 * c4 - 2 * c2 + 1);
  const y = 111132.92 - 559.82 * c2 + 1.175 * c4 - 0.0023 * c6;
  const x = 111412.84 * c - 93.5 * c3 + 0.118 * c5;
  return { xMetres: Math.max(x, 1e-3) / UNITS, yMetres: y / UNITS };
}

/** Units of longitude in the short way round to another meridian: the 180th is one like any other. */
export function eastOf(origin: number, lon: number): number {
  return ((((lon - origin + ROUND / 2) % ROUND) + ROUND) % ROUND) - ROUND / 2;
}

const EARTH_M = 6371008.8;

/** Metres along the great circle, degrees in (haversine). */
export function greatCircleM(lonA: number, latA: number, lonB: number, latB: number): number {
  const dLat = Math.sin(((latB - latA) * RADIANS) / 2);
  const dLon = Math.sin(((lonB - lonA) * RADIANS) / 2);
  const h = dLat * dLat + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * dLon * dLon;
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

import type { Point } from "./directory";

/** A property of all points: its distinct values, and the index of each point's, -1 for none (MapPointsIT has an example). */
interface Column {
  values: unknown[];
  /** Missing where every point has its own value, or all have one. */
  rows?: number[];
}

/** GET /api/map-points: a place's points column by column. */
export interface PointColumns {
  count: number;
  /** Units of 1e-7 degrees, each as its distance to the one before. */
  lon: number[];
  lat: number[];
  columns: Record<string, Column>;
}

const UNITS_A_DEGREE = 1e7;

/** The points as the page knows them. Values that points share are one object. */
export function readColumns({ count, lon, lat, columns }: PointColumns): Point[] {
  const points: Point[] = new Array(count);
  const named = Object.entries(columns);
  // Every point is made with every property, so that all have one shape: properties added one by one take ten times as long.
  const blank = Object.fromEntries(named.map(([name]) => [name, undefined]));
  let east = 0;
  let north = 0;
  for (let i = 0; i < count; i++) {
    east = (east + lon[i]) | 0; // over the 180th meridian the server's differences wrap as whole numbers of 32 bits do
    north = (north + lat[i]) | 0;
    const point: Record<string, unknown> = {
      ...blank,
      lon: east / UNITS_A_DEGREE,
      lat: north / UNITS_A_DEGREE,
      near: undefined,
    };
    for (const [name, { values, rows }] of named) {
      const index = rows ? rows[i] : values.length === 1 ? 0 : i;
      if (index >= 0) point[name] = values[index];
    }
    points[i] = point as unknown as Point;
  }
  return points;
}

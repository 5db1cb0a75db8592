/** A point that another may belong to. */
export interface Station {
  id: string;
  label: string;
  kind: string;
  lon: number;
  lat: number;
}

export interface NearStation extends Station {
  metres: number;
}

export const METRES_A_DEGREE = 111_195;

/** Straight distance in metres; on the few kilometres of a place a plane does. */
export function metresBetween(fromLon: number, fromLat: number, lon: number, lat: number): number {
  const east = (lon - fromLon) * METRES_A_DEGREE * Math.cos((((lat + fromLat) / 2) * Math.PI) / 180);
  const north = (lat - fromLat) * METRES_A_DEGREE;
  return Math.hypot(east, north);
}

/** The position so many metres to the east and north. */
export function stepped(lon: number, lat: number, eastM: number, northM: number): [number, number] {
  const narrowing = Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return [lon + eastM / (METRES_A_DEGREE * narrowing), lat + northM / METRES_A_DEGREE];
}

/** The stations whose name, kind or id holds every word, nearest first; a name that begins with them is no nearer. */
export function nearestStations(
  stations: Station[],
  words: string,
  lon: number,
  lat: number,
  most: number,
): NearStation[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found: NearStation[] = [];
  for (const station of stations) {
    const text = `${station.label} ${station.kind} ${station.id}`.toLowerCase();
    if (!wanted.every((word) => text.includes(word))) continue;
    const near = { ...station, metres: metresBetween(lon, lat, station.lon, station.lat) };
    if (found.length === most && near.metres >= found[most - 1].metres) continue;
    const at = found.findIndex((other) => other.metres > near.metres);
    found.splice(at < 0 ? found.length : at, 0, near);
    found.length = Math.min(found.length, most);
  }
  return found;
}

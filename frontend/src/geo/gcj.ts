/**
 * The coordinate systems of Chinese maps. GCJ-02 is WGS-84 bent by up to 700 m inside mainland China; BD-09 bends that once
 * more. The formulae are the publicly known ones (eviltransform and its kin); they have no closed inverse, so going back is
 * iterated.
 */
export interface LonLat {
  lon: number;
  lat: number;
}

const AXIS_M = 6378245; // Krasovsky 1940
const ECCENTRICITY_2 = 0.006693421622965943;
const BD_ANGLE = (Math.PI * 3000) / 180;
const CLOSE_DEG = 1e-9;
const MOST_ROUNDS = 30;

/** WGS-84 to GCJ-02. Only sensible in mainland China: see mainland.ts. */
export function wgsToGcj({ lon, lat }: LonLat): LonLat {
  const x = lon - 105;
  const y = lat - 35;
  const phi = (lat / 180) * Math.PI;
  const magic = 1 - ECCENTRICITY_2 * Math.sin(phi) ** 2;
  const root = Math.sqrt(magic);
  return {
    lon: lon + (eastM(x, y) * 180) / ((AXIS_M / root) * Math.cos(phi) * Math.PI),
    lat: lat + (northM(x, y) * 180) / (((AXIS_M * (1 - ECCENTRICITY_2)) / (magic * root)) * Math.PI),
  };
}

export function gcjToWgs(gcj: LonLat): LonLat {
  return invert(wgsToGcj, gcj);
}

export function gcjToBd({ lon, lat }: LonLat): LonLat {
  const radius = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * BD_ANGLE);
  const angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * BD_ANGLE);
  return { lon: radius * Math.cos(angle) + 0.0065, lat: radius * Math.sin(angle) + 0.006 };
}

export function bdToGcj(bd: LonLat): LonLat {
  return invert(gcjToBd, bd);
}

/** Walks back by what the forward step overshoots; each round leaves a thousandth of the error or so. */
function invert(forward: (at: LonLat) => LonLat, wanted: LonLat): LonLat {
  let at = wanted;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const there = forward(at);
    const [east, north] = [wanted.lon - there.lon, wanted.lat - there.lat];
    at = { lon: at.lon + east, lat: at.lat + north };
    if (Math.abs(east) < CLOSE_DEG && Math.abs(north) < CLOSE_DEG) break;
  }
  return at;
}

function waves(of: number, [long, short, longM, shortM]: [number, number, number, number]): number {
  const at = of * Math.PI;
  return ((longM * Math.sin(at / long) + shortM * Math.sin(at / short)) * 2) / 3;
}

function ripple(x: number): number {
  return ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3;
}

function northM(x: number, y: number): number {
  const plane = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  const near = ((20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * 2) / 3;
  return plane + ripple(x) + near + waves(y, [12, 30, 160, 320]);
}

function eastM(x: number, y: number): number {
  const plane = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  const near = ((20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * 2) / 3;
  return plane + ripple(x) + near + waves(x, [12, 30, 150, 300]);
}

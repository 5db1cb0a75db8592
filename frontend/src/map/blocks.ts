/**
 * The blocks in which basemap tiles are asked for. A block is a tile no smaller than 2 km by 2 km on the ground anywhere
 * in the place, so that asking for one says no more about a visitor than that (directory.md, "Nobody is tracked").
 * The server computes the same zoom (org.sanfen.tile.Blocks); blocks.test.ts and BlocksTest share their examples.
 */
export interface Tile {
  z: number;
  x: number;
  y: number;
}

export type Bounds = [west: number, south: number, east: number, north: number];

const EQUATOR_KM = 40075.016686;
const SMALLEST_KM = 2;
const RADIANS = Math.PI / 180;

/** Above the block zoom, tiles every so many zooms show the whole place in outline. */
const OVERVIEW_STEP = 3;
/** An overview level of at most so many tiles is loaded whole, so that asking for it depends on the place only. */
export const WHOLE_LEVEL = 16;
const FEW = 4;

export function tileAt(lon: number, lat: number, z: number): Tile {
  const size = 2 ** z;
  const sin = Math.sin(lat * RADIANS);
  const x = Math.floor(((lon + 180) / 360) * size);
  const y = Math.floor((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * size);
  return { z, x: clamp(x, size), y: clamp(y, size) };
}

/** Latitude of a tile row's northern edge. */
export function latitudeOfRow(y: number, z: number): number {
  return Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) / RADIANS;
}

/** The largest zoom whose tiles all over the place are at least 2 km wide, at their narrower (poleward) edge. */
export function blockZoom(bounds: Bounds): number {
  const [west, south, , north] = bounds;
  for (let z = 15; z > 0; z--) {
    const top = latitudeOfRow(tileAt(west, north, z).y, z);
    const bottom = latitudeOfRow(tileAt(west, south, z).y + 1, z);
    const poleward = Math.max(Math.abs(top), Math.abs(bottom));
    if ((EQUATOR_KM * Math.cos(poleward * RADIANS)) / 2 ** z >= SMALLEST_KM) return z;
  }
  return 0;
}

/** The nine blocks around one, always all and always in this order. */
export function nineAround(block: Tile): Tile[] {
  const size = 2 ** block.z;
  const nine: Tile[] = [];
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const y = block.y + dy;
      if (y >= 0 && y < size) nine.push({ z: block.z, x: (block.x + dx + size) % size, y });
    }
  }
  return nine;
}

/** Zooms of the overview, finest first; the last shows the place in a few tiles. */
export function overviewZooms(bounds: Bounds): number[] {
  const zooms: number[] = [];
  for (let z = blockZoom(bounds) - OVERVIEW_STEP; z >= 0; z -= OVERVIEW_STEP) {
    zooms.push(z);
    if (tilesOver(bounds, z).length <= FEW) break;
  }
  return zooms;
}

/** All tiles of a zoom that the place's box touches, row by row. */
export function tilesOver(bounds: Bounds, z: number): Tile[] {
  const first = tileAt(bounds[0], bounds[3], z);
  const last = tileAt(bounds[2], bounds[1], z);
  const columns = ((last.x - first.x + 2 ** z) % 2 ** z) + 1;
  const tiles: Tile[] = [];
  for (let y = first.y; y <= last.y; y++) {
    for (let i = 0; i < columns; i++) tiles.push({ z, x: (first.x + i) % 2 ** z, y });
  }
  return tiles;
}

export function tileKey(tile: Tile): string {
  return `${tile.z}/${tile.x}/${tile.y}`;
}

/** The tile of a coarser zoom that holds another. */
export function ancestor(tile: Tile, z: number): Tile {
  const shift = 2 ** (tile.z - z);
  return { z, x: Math.floor(tile.x / shift), y: Math.floor(tile.y / shift) };
}

function clamp(index: number, size: number): number {
  return Math.min(Math.max(index, 0), size - 1);
}

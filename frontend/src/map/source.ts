import { getBytes } from "../http";
import {
  ancestor,
  blockZoom,
  nineAround,
  overviewZooms,
  type Tile,
  tileAt,
  tileKey,
  tilesOver,
  WHOLE_LEVEL,
} from "./blocks";
import { type DecodedTile, decodeTile, EMPTY_TILE } from "./decode";
import { basemapVersion, type PlaceInfo } from "./place";

/**
 * Loads a place's basemap and guards the visitor: until a position is known, the view asks for the blocks it shows. From
 * then on the view asks for nothing; the nine blocks around the position's block are loaded, all of them and in one order,
 * and further ones only when the visitor himself pans out of those. Overview levels are loaded whole or not at all.
 */
export class BasemapSource {
  readonly blockZoom: number;
  readonly overviews: number[];
  private readonly tiles = new Map<string, DecodedTile>();
  private readonly asked = new Map<string, Promise<void>>();
  private readonly blocksOfPlace: Set<string> | null;
  private readonly failed = new Map<string, Tile>();
  private readonly allowed = new Set<string>();
  private anchored = false;

  /** Called with each tile that arrives, and with a failure when one doesn't. */
  onTile: (tile: Tile) => void = () => {};
  onError: (cause: unknown) => void = () => {};

  constructor(private readonly place: PlaceInfo) {
    const bounds = place.bounds ?? [-180, -85, 180, 85];
    this.blockZoom = blockZoom(bounds);
    this.overviews = overviewZooms(bounds);
    for (const z of this.overviews) {
      const level = tilesOver(bounds, z);
      if (level.length <= WHOLE_LEVEL) for (const tile of level) void this.load(tile);
    }
    const blocks = tilesOver(bounds, this.blockZoom);
    this.blocksOfPlace = blocks.length <= 100_000 ? new Set(blocks.map(tileKey)) : null;
  }

  /** The finest loaded tile that holds a display tile; asks for a better one where the guard allows. */
  best(display: Tile): { tile: Tile; data: DecodedTile } | null {
    if (display.z >= this.blockZoom) {
      const block = ancestor(display, this.blockZoom);
      this.wantBlock(block);
      const data = this.tiles.get(tileKey(block));
      if (data) return { tile: block, data };
    }
    for (const z of this.overviews) {
      if (z > display.z) continue;
      const tile = ancestor(display, z);
      if (!this.anchored) void this.load(tile);
      const data = this.tiles.get(tileKey(tile));
      if (data) return { tile, data };
    }
    return null;
  }

  /** Loaded blocks under a display zoom and pixel box; for labels. */
  loaded(z: number, inView: (tile: Tile) => boolean): { tile: Tile; data: DecodedTile }[] {
    const zoom = z >= this.blockZoom ? this.blockZoom : this.overviews.find((overview) => overview <= z);
    const found: { tile: Tile; data: DecodedTile }[] = [];
    for (const [key, data] of this.tiles) {
      const [tz, x, y] = key.split("/").map(Number);
      if (tz === zoom && inView({ z: tz, x, y })) found.push({ tile: { z: tz, x, y }, data });
    }
    return found;
  }

  /** The page knows a position now: only its block, never the position itself, decides what is asked for. */
  anchor(lon: number, lat: number): void {
    this.anchored = true;
    this.allowNine(tileAt(lon, lat, this.blockZoom));
  }

  /** The visitor has panned by hand: what lies beyond the allowed blocks may be loaded, nine at a time. */
  pannedTo(lon: number, lat: number): void {
    const block = tileAt(lon, lat, this.blockZoom);
    if (this.anchored && !this.allowed.has(tileKey(block))) this.allowNine(block);
  }

  /** Asks once more for what failed. */
  retry(): void {
    const again = [...this.failed.values()];
    this.failed.clear();
    for (const tile of again) {
      this.asked.delete(tileKey(tile));
      void this.load(tile);
    }
  }

  private allowNine(block: Tile): void {
    for (const one of nineAround(block)) {
      this.allowed.add(tileKey(one));
      void this.load(one);
    }
  }

  private wantBlock(block: Tile): void {
    if (this.anchored) return;
    if (this.blocksOfPlace?.has(tileKey(block)) ?? true) void this.load(block);
  }

  private load(tile: Tile): Promise<void> {
    const key = tileKey(tile);
    let asked = this.asked.get(key);
    if (!asked) {
      asked = getBytes(`/tiles/basemap/${this.place.id}/${basemapVersion(this.place)}/${key}`).then(
        (bytes) => {
          this.tiles.set(key, bytes ? decodeTile(bytes) : EMPTY_TILE);
          this.onTile(tile);
        },
        (cause) => {
          this.failed.set(key, tile);
          this.onError(cause);
        },
      );
      this.asked.set(key, asked);
    }
    return asked;
  }
}

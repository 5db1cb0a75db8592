import { getBytes } from "../http";
import { BlockGuard } from "./blockguard";
import {
  ancestor,
  type Bounds,
  blockZoom,
  overviewZooms,
  type Tile,
  tileKey,
  tilesOver,
  WHOLE_LEVEL,
} from "./blocks";
import type { PlaceInfo } from "./place";

const WORLD: Bounds = [-180, -85, 180, 85];

/**
 * Loads a place's tiles of one kind, block by block, as far as the guard allows. Overview levels are loaded whole or not at
 * all, so that asking for them depends on the place only.
 */
export class BlockSource<T> {
  readonly blockZoom: number;
  readonly overviews: number[];
  readonly guard: BlockGuard;
  private readonly tiles = new Map<string, T>();
  private readonly asked = new Map<string, Promise<void>>();
  private readonly blocksOfPlace: Set<string> | null;
  private readonly failed = new Map<string, Tile>();

  /** Called with each tile that arrives, and with a failure when one doesn't. */
  onTile: (tile: Tile) => void = () => {};
  onError: (cause: unknown) => void = () => {};

  /**
   * @param address of the tiles, up to the zoom
   * @param decode what to keep of a tile's bytes; null for an empty tile
   * @param guard of the map that the tiles are for; without one of its own, the source makes it
   */
  constructor(
    place: PlaceInfo,
    private readonly address: string,
    private readonly decode: (bytes: ArrayBuffer | null) => T,
    guard?: BlockGuard,
  ) {
    const bounds = place.bounds ?? WORLD;
    this.blockZoom = blockZoom(bounds);
    this.overviews = overviewZooms(bounds);
    this.guard = guard ?? new BlockGuard(this.blockZoom);
    const blocks = tilesOver(bounds, this.blockZoom);
    this.blocksOfPlace = blocks.length <= 100_000 ? new Set(blocks.map(tileKey)) : null;
    for (const z of this.overviews) {
      const level = tilesOver(bounds, z);
      if (level.length <= WHOLE_LEVEL) for (const tile of level) void this.load(tile);
    }
    this.guard.onAllowed(this.loadAll);
  }

  /** No longer follows the guard. */
  close(): void {
    this.guard.offAllowed(this.loadAll);
  }

  /** The finest loaded tile that holds a display tile; asks for a better one where the guard allows. */
  best(display: Tile): { tile: Tile; data: T } | null {
    if (display.z >= this.blockZoom) {
      const block = ancestor(display, this.blockZoom);
      this.wantBlock(block);
      const data = this.tiles.get(tileKey(block));
      if (data) return { tile: block, data };
    }
    for (const z of this.overviews) {
      if (z > display.z) continue;
      const tile = ancestor(display, z);
      if (!this.guard.isAnchored) void this.load(tile);
      const data = this.tiles.get(tileKey(tile));
      if (data) return { tile, data };
    }
    return null;
  }

  /** Loaded blocks under a display zoom and pixel box; for labels. */
  loaded(z: number, inView: (tile: Tile) => boolean): { tile: Tile; data: T }[] {
    const zoom = z >= this.blockZoom ? this.blockZoom : this.overviews.find((overview) => overview <= z);
    const found: { tile: Tile; data: T }[] = [];
    for (const [key, data] of this.tiles) {
      const [tz, x, y] = key.split("/").map(Number);
      if (tz === zoom && inView({ z: tz, x, y })) found.push({ tile: { z: tz, x, y }, data });
    }
    return found;
  }

  /** Nothing has arrived yet. */
  get isEmpty(): boolean {
    return this.tiles.size === 0;
  }

  anchor(lon: number, lat: number): void {
    this.guard.anchor(lon, lat);
  }

  pannedTo(lon: number, lat: number): void {
    this.guard.pannedTo(lon, lat);
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

  private readonly loadAll = (blocks: Tile[]) => {
    for (const block of blocks) void this.load(block);
  };

  private wantBlock(block: Tile): void {
    if (this.guard.isAnchored) return;
    if (this.blocksOfPlace?.has(tileKey(block)) ?? true) void this.load(block);
  }

  private load(tile: Tile): Promise<void> {
    const key = tileKey(tile);
    let asked = this.asked.get(key);
    if (!asked) {
      asked = getBytes(`${this.address}/${key}`).then(
        (bytes) => {
          this.tiles.set(key, this.decode(bytes));
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

import * as L from "leaflet";
import type { BlockGuard } from "./blockguard";
import { ancestor, type Tile } from "./blocks";
import { BlockSource } from "./blocksource";
import { type CoverageLines, coverageLines, paintCoverage } from "./coveragepaint";
import { decodeTile, EMPTY_TILE } from "./decode";
import { TILE_PX } from "./paint";
import { PaintQueue } from "./paintqueue";
import type { PlaceInfo } from "./place";

/**
 * Covered streets, those covered by day only, uncovered ones, and quietly those beyond the border, drawn on canvases at
 * every zoom from tiles of the place's block zoom or coarser. Lines are traced whole across a block, so that dashes run on
 * from one canvas to the next. What is asked for is what the map's guard allows, as for the basemap.
 */
export class CoverageLayer extends L.GridLayer {
  private readonly source: BlockSource<CoverageLines>;
  private readonly queue = new PaintQueue();

  /**
   * @param tiles address of the tiles up to the zoom
   * @param guard of the map; none where no position is ever known
   */
  constructor(tiles: string, place: PlaceInfo, guard?: BlockGuard, options: L.GridLayerOptions = {}) {
    super({ tileSize: TILE_PX, updateWhenZooming: false, keepBuffer: 1, zIndex: 5, ...options });
    const decode = (bytes: ArrayBuffer | null) => coverageLines(bytes ? decodeTile(bytes) : EMPTY_TILE);
    this.source = new BlockSource(place, tiles, decode, guard);
    this.source.onTile = (tile) => this.refresh(tile);
    this.on("remove", () => this.source.close());
    this.on("tileunload", ({ tile }) => this.queue.drop(tile as HTMLElement));
  }

  /** Told of tiles that can't be loaded. */
  set onError(told: (cause: unknown) => void) {
    this.source.onError = told;
  }

  protected override createTile(coords: L.Coords): HTMLElement {
    const canvas = L.DomUtil.create("canvas") as HTMLCanvasElement;
    canvas.className = "coverage-tile";
    this.plan(canvas, coords);
    return canvas;
  }

  /** Paints again what a newly arrived tile lies under. */
  private refresh(arrived: Tile): void {
    const shown: Record<string, { el: HTMLCanvasElement; coords: L.Coords }> =
      (this as unknown as { _tiles?: Record<string, never> })._tiles ?? {};
    for (const { el, coords } of Object.values(shown)) {
      const display = wrapped(coords);
      if (display.z < arrived.z) continue;
      const over = ancestor(display, arrived.z);
      if (over.x === arrived.x && over.y === arrived.y) this.plan(el, coords);
    }
  }

  private plan(canvas: HTMLCanvasElement, coords: L.Coords): void {
    const display = wrapped(coords);
    const found = this.source.best(display); // asks for what is missing
    if (found) this.queue.add(canvas, () => paintCoverage(canvas, display, found.tile, found.data));
  }
}

function wrapped({ x, y, z }: L.Coords): Tile {
  const size = 2 ** z;
  return { z, x: ((x % size) + size) % size, y };
}

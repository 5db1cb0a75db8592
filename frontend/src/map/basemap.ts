import * as L from "leaflet";
import { ancestor, type Tile } from "./blocks";
import { ExactGrid } from "./exactgrid";
import { paintTile, TILE_PX } from "./paint";
import { PaintQueue } from "./paintqueue";
import type { BasemapSource } from "./source";
import type { Palette } from "./style";

/** The basemap's ground, streets and buildings, painted tile by tile from blocks; names are LabelLayer's. */
export class BasemapLayer extends ExactGrid {
  private palette: Palette;
  private readonly queue = new PaintQueue();
  /** Who is told of a tile's first painting; until there is data for it, it has none. */
  private readonly told = new WeakMap<HTMLElement, L.DoneCallback>();

  constructor(
    private readonly source: BasemapSource,
    palette: Palette,
    options: L.GridLayerOptions,
  ) {
    super({ tileSize: TILE_PX, updateWhenZooming: false, keepBuffer: 1, ...options });
    this.palette = palette;
    this.on("tileunload", ({ tile }) => this.queue.drop(tile as HTMLElement));
  }

  /** Called when all that was to be painted is. */
  set onPainted(told: () => void) {
    this.queue.onEmpty = told;
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    for (const { el, coords } of this.shown) this.plan(el, coords);
  }

  /** Paints again what a newly arrived data tile lies under. */
  refresh(arrived: Tile): void {
    for (const { el, coords } of this.shown) {
      const display = this.wrapped(coords);
      if (display.z < arrived.z) continue;
      const over = ancestor(display, arrived.z);
      if (over.x === arrived.x && over.y === arrived.y) this.plan(el, coords);
    }
  }

  // Leaflet takes a function of two parameters for one that tells when it is done, and shows the last zoom until then.
  protected override createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const canvas = L.DomUtil.create("canvas") as HTMLCanvasElement;
    this.told.set(canvas, done);
    this.plan(canvas, coords);
    return canvas;
  }

  protected override resized(canvas: HTMLCanvasElement, coords: L.Coords): void {
    this.plan(canvas, coords);
  }

  private plan(canvas: HTMLCanvasElement, coords: L.Coords): void {
    const found = this.source.best(this.wrapped(coords)); // asks for what is missing
    if (!found) return;
    this.queue.add(canvas, () => {
      const corners = this.paint(canvas, coords);
      this.told.get(canvas)?.(undefined, canvas);
      this.told.delete(canvas);
      return corners;
    });
  }

  private paint(canvas: HTMLCanvasElement, coords: L.Coords): number {
    const display = this.wrapped(coords);
    const found = this.source.best(display);
    const context = found && canvas.getContext("2d");
    if (!context) return 0;
    const pixelRatio = Math.min(window.devicePixelRatio || 1, 3);
    canvas.width = Number.parseFloat(canvas.style.width) * pixelRatio;
    canvas.height = Number.parseFloat(canvas.style.height) * pixelRatio;
    context.fillStyle = found.data.layers.inside ? this.palette.land : this.palette.outside;
    context.fillRect(0, 0, canvas.width, canvas.height);
    return paintTile(
      context,
      display,
      found.tile,
      found.data,
      this.palette,
      pixelRatio * this.stretch(display.z),
    );
  }

  private wrapped({ x, y, z }: L.Coords): Tile {
    const size = 2 ** z;
    return { z, x: ((x % size) + size) % size, y };
  }
}

import * as L from "leaflet";

interface Level {
  origin: L.Point;
  /** Whole: the zoom that its tiles are counted in. */
  zoom: number;
  /** The map's zoom that its tiles are laid out for. */
  laid?: number;
}

/** Parts of Leaflet's grid that its types leave out. */
interface Grid {
  _level?: Level;
  _levels: Record<number, Level | undefined>;
  _tiles: Record<string, { el: HTMLCanvasElement; coords: L.Coords }>;
  _setView(center: L.LatLng, zoom: number, noPrune?: boolean, noUpdate?: boolean): void;
}

/** Tiles lap over each other by this much, CSS pixels: while a zoom is animated their edges would show as hairlines. */
const LAP_PX = 1;
const leaflets = L.GridLayer.prototype as unknown as Grid;

/**
 * A grid of canvases laid out in the very size that they are seen in, between whole zooms too, where Leaflet stretches tiles
 * of the nearest one. So what is painted is sharp, and a browser that puts a page together without a graphics processor does
 * not stretch the whole view anew for each frame of a drag (2026-11-22: 34 ms of its compositor a frame, now 4).
 */
export abstract class ExactGrid extends L.GridLayer {
  /** The zoom that the map shows or is about to show. */
  private target = 0;

  constructor(options: L.GridLayerOptions) {
    super(options);
    this.on("tileloadstart", ({ tile, coords }) => this.fit(tile, coords));
  }

  /** Its size has changed: what it shows is stretched until it is painted anew. */
  protected abstract resized(tile: HTMLCanvasElement, coords: L.Coords): void;

  /** How much larger tiles of a whole zoom are laid out than they are at it. */
  protected stretch(z: number): number {
    const laid = this.grid._levels[z]?.laid ?? z;
    return 2 ** (laid - z);
  }

  protected get shown(): { el: HTMLCanvasElement; coords: L.Coords }[] {
    return Object.values(this.grid._tiles ?? {});
  }

  // Leaflet calls these three.
  protected _setView(center: L.LatLng, zoom: number, noPrune?: boolean, noUpdate?: boolean): void {
    this.target = zoom; // a level that is made now is laid out for where the animation ends
    leaflets._setView.call(this, center, zoom, noPrune, noUpdate);
    const level = this.grid._level;
    if (noPrune || !level || level.laid === zoom) return;
    level.laid = zoom;
    this._setZoomTransform(level, center, zoom);
    for (const { el, coords } of this.shown) {
      if (coords.z !== level.zoom) continue;
      L.DomUtil.setPosition(el, this._getTilePos(coords));
      this.fit(el, coords);
      this.resized(el, coords);
    }
  }

  protected _setZoomTransform(level: Level & { el?: HTMLElement }, center: L.LatLng, zoom: number): void {
    level.laid ??= this.target;
    const map = this._map as L.Map & { _getNewPixelOrigin(center: L.LatLng, zoom: number): L.Point };
    const scale = map.getZoomScale(zoom, level.laid);
    const corner = level.origin.multiplyBy(this.stretch(level.zoom) * scale);
    if (level.el) {
      L.DomUtil.setTransform(level.el, corner.subtract(map._getNewPixelOrigin(center, zoom)).round(), scale);
    }
  }

  protected _getTilePos(coords: L.Point & { z: number }): L.Point {
    const origin = this.grid._levels[coords.z]?.origin ?? L.point(0, 0);
    return coords.scaleBy(this.getTileSize()).subtract(origin).multiplyBy(this.stretch(coords.z)).round();
  }

  private fit(tile: HTMLElement, { x, y, z }: L.Coords): void {
    const corner = this._getTilePos(Object.assign(L.point(x, y), { z }));
    const size = this._getTilePos(Object.assign(L.point(x + 1, y + 1), { z })).subtract(corner);
    tile.style.width = `${size.x + LAP_PX}px`;
    tile.style.height = `${size.y + LAP_PX}px`;
  }

  private get grid(): Grid {
    return this as unknown as Grid;
  }
}

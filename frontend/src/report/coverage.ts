import { getBytes } from "../http";
import { L, type PlaceInfo } from "../map";
import { ancestor, blockZoom, overviewZooms, type Tile, tileKey } from "../map/blocks";
import { type DecodedTile, decodeTile, EMPTY_TILE, type Feature } from "../map/decode";

const TILE_PX = 256;
const BLEED_PX = 8;

/** How each state is drawn: never by colour alone (screens.md). The later one lies on top. */
const STATES = [
  { state: "outside", colour: "--no-data", dash: [], thin: true },
  { state: "covered", colour: "--covered", dash: [], thin: false },
  { state: "night", colour: "--night", dash: [4, 1.2, 1, 1.2], thin: false },
  { state: "uncovered", colour: "--uncovered", dash: [3.2, 2], thin: false },
] as const;

/** A part of a line with its box, so that one off the canvas is skipped. */
interface Part {
  points: Int32Array;
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

type Lines = { extent: number; parts: Record<string, Part[]> };

/**
 * Covered streets, those covered by day only, uncovered ones, and quietly those beyond the border, drawn on canvases at every zoom from tiles of the place's block zoom or coarser. Lines are
 * traced whole across a block, so that dashes run on from one canvas to the next.
 */
export class CoverageLayer extends L.GridLayer {
  private readonly loaded = new Map<string, Promise<Lines>>();
  private readonly block: number;
  private readonly overviews: number[];

  /** @param tiles address of the tiles up to the zoom */
  constructor(
    private readonly tiles: string,
    place: PlaceInfo,
    options: L.GridLayerOptions = {},
  ) {
    super({ tileSize: TILE_PX, updateWhenZooming: false, keepBuffer: 1, zIndex: 5, ...options });
    const bounds = place.bounds ?? [-180, -85, 180, 85];
    this.block = blockZoom(bounds);
    this.overviews = overviewZooms(bounds);
  }

  protected override createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const canvas = L.DomUtil.create("canvas") as HTMLCanvasElement;
    const size = 2 ** coords.z;
    const display = { z: coords.z, x: ((coords.x % size) + size) % size, y: coords.y };
    const source = ancestor(display, this.sourceZoom(display.z));
    this.load(source).then(
      (lines) => {
        paint(canvas, display, source, lines);
        done(undefined, canvas);
      },
      (cause) => done(cause, canvas),
    );
    return canvas;
  }

  private sourceZoom(z: number): number {
    return z >= this.block ? this.block : (this.overviews.find((overview) => overview <= z) ?? 0);
  }

  private load(tile: Tile): Promise<Lines> {
    const key = tileKey(tile);
    let lines = this.loaded.get(key);
    if (!lines) {
      lines = getBytes(`${this.tiles}/${key}`).then((bytes) =>
        linesOf(bytes ? decodeTile(bytes) : EMPTY_TILE),
      );
      lines.catch(() => this.loaded.delete(key)); // asked for again when the view next needs it
      this.loaded.set(key, lines);
    }
    return lines;
  }
}

function linesOf(tile: DecodedTile): Lines {
  const parts: Record<string, Part[]> = {};
  for (const feature of tile.layers.coverage ?? []) {
    const state = String(feature.props.state);
    parts[state] = [...(parts[state] ?? []), ...feature.parts.map(boxed)];
  }
  return { extent: tile.extent, parts };
}

function boxed(points: Feature["parts"][number]): Part {
  const part = { points, minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (let i = 0; i < points.length; i += 2) {
    part.minX = Math.min(part.minX, points[i]);
    part.maxX = Math.max(part.maxX, points[i]);
    part.minY = Math.min(part.minY, points[i + 1]);
    part.maxY = Math.max(part.maxY, points[i + 1]);
  }
  return part;
}

function paint(canvas: HTMLCanvasElement, display: Tile, source: Tile, lines: Lines): void {
  const ratio = Math.min(window.devicePixelRatio || 1, 3);
  canvas.width = canvas.height = TILE_PX * ratio;
  const context = canvas.getContext("2d");
  if (!context) return;
  const zoomIn = 2 ** (display.z - source.z);
  const scale = (zoomIn * TILE_PX) / lines.extent;
  const left = (display.x - source.x * zoomIn) * TILE_PX;
  const top = (display.y - source.y * zoomIn) * TILE_PX;
  const inView = (part: Part) =>
    part.maxX * scale >= left - BLEED_PX &&
    part.minX * scale <= left + TILE_PX + BLEED_PX &&
    part.maxY * scale >= top - BLEED_PX &&
    part.minY * scale <= top + TILE_PX + BLEED_PX;
  const colours = getComputedStyle(document.documentElement);
  const width = lineWidth(display.z);
  context.setTransform(ratio, 0, 0, ratio, -left * ratio, -top * ratio);
  context.lineJoin = "round";
  for (const { state, colour, dash, thin } of STATES) {
    context.lineWidth = thin ? width / 2 : width;
    context.strokeStyle = colours.getPropertyValue(colour).trim();
    context.setLineDash(dash.map((times) => times * width));
    context.beginPath();
    for (const part of (lines.parts[state] ?? []).filter(inView)) trace(context, part.points, scale);
    context.stroke();
  }
}

function trace(context: CanvasRenderingContext2D, points: Int32Array, scale: number): void {
  context.moveTo(points[0] * scale, points[1] * scale);
  for (let i = 2; i < points.length; i += 2) context.lineTo(points[i] * scale, points[i + 1] * scale);
}

/** CSS pixels: thin over a city, broad in a street. */
export function lineWidth(z: number): number {
  return Math.min(5, Math.max(1.2, 1.6 + (z - 14) * 0.7));
}

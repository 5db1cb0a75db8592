import type { Tile } from "./blocks";
import type { DecodedTile, Feature } from "./decode";
import { TILE_PX } from "./paint";

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

export type CoverageLines = { extent: number; parts: Record<string, Part[]> };

/** What is drawn of a tile: the parts of each state. */
export function coverageLines(tile: DecodedTile): CoverageLines {
  const parts: Record<string, Part[]> = {};
  for (const feature of tile.layers.coverage ?? []) {
    const state = String(feature.props.state);
    parts[state] ??= [];
    parts[state].push(...feature.parts.map(boxed));
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

/** Draws a display tile anew from what a tile at its zoom or a coarser one holds. @returns how many corners it drew */
export function paintCoverage(
  canvas: HTMLCanvasElement,
  display: Tile,
  source: Tile,
  lines: CoverageLines,
): number {
  const ratio = Math.min(window.devicePixelRatio || 1, 3);
  canvas.width = canvas.height = TILE_PX * ratio;
  const context = canvas.getContext("2d");
  if (!context) return 0;
  let corners = 0;
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
    for (const part of (lines.parts[state] ?? []).filter(inView)) {
      trace(context, part.points, scale);
      corners += part.points.length / 2;
    }
    context.stroke();
  }
  return corners;
}

function trace(context: CanvasRenderingContext2D, points: Int32Array, scale: number): void {
  context.moveTo(points[0] * scale, points[1] * scale);
  for (let i = 2; i < points.length; i += 2) context.lineTo(points[i] * scale, points[i + 1] * scale);
}

/** CSS pixels: thin over a city, broad in a street. */
export function lineWidth(z: number): number {
  return Math.min(5, Math.max(1.2, 1.6 + (z - 14) * 0.7));
}

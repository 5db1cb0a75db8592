import type { Tile } from "./blocks";
import type { DecodedTile, Feature } from "./decode";
import { type Palette, RULES, type Rule } from "./style";

/** Edge of a display tile, CSS pixels. */
export const TILE_PX = 256;
const BLEED_PX = 24;

/**
 * Paints one display tile from a data tile of the same or a coarser zoom. Coordinates stay in the data tile's units; the
 * canvas's own transform scales them, and features outside the display tile are skipped by their boxes.
 *
 * @returns how many corners were drawn: what painting them costs
 */
export function paintTile(
  context: CanvasRenderingContext2D,
  display: Tile,
  source: Tile,
  data: DecodedTile,
  palette: Palette,
  pixelRatio: number,
): number {
  const zoomIn = 2 ** (display.z - source.z);
  const scale = (zoomIn * TILE_PX) / data.extent;
  const left = (display.x - source.x * zoomIn) * TILE_PX;
  const top = (display.y - source.y * zoomIn) * TILE_PX;
  const window = {
    minX: (left - BLEED_PX) / scale,
    minY: (top - BLEED_PX) / scale,
    maxX: (left + TILE_PX + BLEED_PX) / scale,
    maxY: (top + TILE_PX + BLEED_PX) / scale,
  };
  context.setTransform(pixelRatio * scale, 0, 0, pixelRatio * scale, -left * pixelRatio, -top * pixelRatio);
  context.lineJoin = "round";
  let corners = 0;
  for (const rule of RULES) {
    if (display.z < (rule.minZoom ?? 0)) continue;
    const features = data.layers[rule.layer];
    if (rule.outside) {
      corners += coverOutside(context, rule, features ?? [], window, palette);
      continue;
    }
    if (!features) continue;
    corners += drawRule(context, rule, features, window, palette, display.z, scale);
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
  return corners;
}

type Window = Pick<Feature, "minX" | "minY" | "maxX" | "maxY">;

function drawRule(
  context: CanvasRenderingContext2D,
  rule: Rule,
  features: Feature[],
  window: Window,
  palette: Palette,
  z: number,
  scale: number,
): number {
  const polygons = rule.fill === true;
  context.beginPath();
  let corners = 0;
  for (const feature of features) {
    if (polygons && feature.type !== 3) continue;
    if (
      feature.maxX < window.minX ||
      feature.minX > window.maxX ||
      feature.maxY < window.minY ||
      feature.minY > window.maxY
    )
      continue;
    if (rule.only && !rule.only(feature.props)) continue;
    for (const part of feature.parts) corners += trace(context, part);
  }
  if (corners === 0) return 0;
  context.globalAlpha = rule.alpha ?? 1;
  if (polygons) {
    context.fillStyle = palette[rule.colour];
    context.fill("nonzero");
  } else {
    const width = rule.width?.(z) ?? 1;
    context.strokeStyle = palette[rule.colour];
    context.lineWidth = width / scale;
    context.lineCap = rule.cap ?? "butt";
    context.setLineDash(rule.dash?.map((length) => (length * Math.max(1, width * 0.8)) / scale) ?? []);
    context.stroke();
  }
  context.globalAlpha = 1;
  return corners;
}

function coverOutside(
  context: CanvasRenderingContext2D,
  rule: Rule,
  inside: Feature[],
  window: Window,
  palette: Palette,
): number {
  let corners = 0;
  context.beginPath();
  context.rect(window.minX, window.minY, window.maxX - window.minX, window.maxY - window.minY);
  for (const feature of inside) for (const part of feature.parts) corners += trace(context, part);
  context.globalAlpha = rule.alpha ?? 1;
  context.fillStyle = palette[rule.colour];
  context.fill("evenodd");
  context.globalAlpha = 1;
  return corners;
}

function trace(context: CanvasRenderingContext2D, part: Int32Array): number {
  context.moveTo(part[0], part[1]);
  for (let i = 2; i < part.length; i += 2) context.lineTo(part[i], part[i + 1]);
  return part.length / 2;
}

import type * as L from "leaflet";
import type { Tile } from "./blocks";
import type { DecodedTile, Feature } from "./decode";
import { alongLine, Occupied } from "./labelplaces";
import { TILE_PX } from "./paint";
import type { BasemapSource } from "./source";
import { type Palette, streetImportance } from "./style";
import { ViewCanvas } from "./viewcanvas";

const FONT =
  '-apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", Roboto, sans-serif';
const REPEAT_PX = 320;

interface Candidate {
  text: string;
  size: number;
  weight: number;
  colour: keyof Palette;
  /** The larger is placed first. */
  importance: number;
  feature: Feature;
  data: DecodedTile;
  tile: Tile;
}

/** All names of the view on one canvas, drawn after each move, so that none is cut at a tile's edge or said twice. */
export class LabelLayer extends ViewCanvas {
  private language: string;

  constructor(
    private readonly source: BasemapSource,
    private palette: Palette,
    language: string,
    options: L.RendererOptions,
  ) {
    super("basemap-labels", options);
    this.language = language;
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.refresh();
  }

  protected isEmpty(): boolean {
    return this.source.isEmpty;
  }

  protected draw(context: CanvasRenderingContext2D, origin: L.Point, size: L.Point, zoom: number): void {
    const occupied = new Occupied(size.x, size.y);
    const said = new Map<string, { x: number; y: number }[]>();
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    const scale = this.typeScale();
    for (const label of this.candidates(origin, size, zoom)) {
      const height = label.size * scale;
      context.font = `${label.weight} ${height}px ${FONT}`;
      const width = context.measureText(label.text).width;
      for (const part of label.feature.parts) {
        for (const place of this.places(label, part, origin, width, zoom)) {
          const others = said.get(label.text) ?? [];
          if (others.some((other) => Math.hypot(other.x - place.x, other.y - place.y) < REPEAT_PX)) continue;
          if (!occupied.take(place.x, place.y, width, height, place.angle)) continue;
          said.set(label.text, [...others, place]);
          this.write(context, label, place);
        }
      }
    }
  }

  private write(
    context: CanvasRenderingContext2D,
    label: Candidate,
    place: { x: number; y: number; angle: number },
  ): void {
    context.save();
    context.translate(place.x, place.y);
    context.rotate(place.angle);
    context.strokeStyle = this.palette.halo;
    context.globalAlpha = 0.85;
    context.lineWidth = 3;
    context.strokeText(label.text, 0, 0);
    context.globalAlpha = 1;
    context.fillStyle = this.palette[label.colour];
    context.fillText(label.text, 0, 0);
    context.restore();
  }

  private places(label: Candidate, part: Int32Array, origin: L.Point, width: number, zoom: number) {
    const zoomIn = 2 ** (zoom - label.tile.z) * TILE_PX;
    const scale = zoomIn / label.data.extent;
    const left = this.column(label.tile, zoomIn) * zoomIn - origin.x;
    const top = label.tile.y * zoomIn - origin.y;
    if (label.feature.type === 2) return alongLine(part, scale, left, top, width, REPEAT_PX);
    return [{ x: part[0] * scale + left, y: part[1] * scale + top, angle: 0 }];
  }

  /** A tile's column in the turn of the world that is in view. */
  private column({ z, x }: Tile, edge: number): number {
    const middle = this._map.project(this._map.getCenter(), this._map.getZoom()).x / edge;
    return x + 2 ** z * Math.round((middle - x) / 2 ** z);
  }

  /** @param exact the zoom, which may lie between whole ones */
  private candidates(origin: L.Point, size: L.Point, exact: number): Candidate[] {
    const zoom = Math.round(exact);
    const inView = ({ z, x, y }: Tile) => {
      const edge = 2 ** (exact - z) * TILE_PX;
      const left = this.column({ z, x, y }, edge) * edge - origin.x;
      const top = y * edge - origin.y;
      return left < size.x && top < size.y && left + edge > 0 && top + edge > 0;
    };
    const found: Candidate[] = [];
    for (const { tile, data } of this.source.loaded(zoom, inView)) {
      const add = (
        layer: string,
        describe: (feature: Feature) => Omit<Candidate, "text" | "feature" | "data" | "tile">,
      ) => {
        for (const feature of data.layers[layer] ?? []) {
          const text = this.name(feature);
          if (text) found.push({ text, feature, data, tile, ...describe(feature) });
        }
      };
      add("place", ({ props }) => placeLabel(String(props.class), Number(props.rank ?? 0)));
      if (zoom >= 14) {
        add("street", ({ props }) => ({
          size: streetImportance(props) > 1 ? 13 : 12,
          weight: 400,
          colour: "text",
          importance: 20 + streetImportance(props),
        }));
      }
      if (zoom >= 15) {
        add("green_name", () => ({ size: 12, weight: 400, colour: "textGreen", importance: 15 }));
        add("water_name", () => ({ size: 12, weight: 400, colour: "textWater", importance: 16 }));
      }
      if (zoom >= 17)
        add("building_name", () => ({ size: 11, weight: 400, colour: "textSoft", importance: 10 }));
      if (zoom >= 18) add("address", () => ({ size: 11, weight: 400, colour: "textSoft", importance: 5 }));
    }
    return found.sort((a, b) => b.importance - a.importance || a.text.length - b.text.length);
  }

  private name({ props }: Feature): string | undefined {
    const local =
      this.language === "en" ? props.name_en : this.language.startsWith("zh") ? props.name_zh : undefined;
    const text = local ?? props.name;
    return text === undefined ? undefined : String(text);
  }
}

function placeLabel(kind: string, rank: number) {
  const large = ["city", "town", "municipality", "country", "state"].includes(kind);
  return {
    size: large ? 16 : kind === "suburb" || kind === "village" ? 14 : 13,
    weight: large ? 600 : 500,
    colour: (large ? "text" : "textSoft") as keyof Palette,
    importance:
      (large ? 60 : kind === "suburb" || kind === "village" ? 50 : 40) + Math.min(9, Math.log10(rank + 1)),
  };
}

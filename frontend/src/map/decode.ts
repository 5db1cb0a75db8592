import { VectorTile } from "@mapbox/vector-tile";
import Pbf from "pbf";

/** A thing to draw, in the units of its tile. */
export interface Feature {
  /** 1 points, 2 lines, 3 polygons. */
  type: 0 | 1 | 2 | 3;
  /** Each part as x, y, x, y ... */
  parts: Int32Array[];
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
  props: Record<string, string | number | boolean>;
}

/** A decoded tile: its layers by name, and its edge in units. */
export interface DecodedTile {
  extent: number;
  layers: Record<string, Feature[]>;
}

export const EMPTY_TILE: DecodedTile = { extent: 4096, layers: {} };

export function decodeTile(bytes: ArrayBuffer): DecodedTile {
  const layers: Record<string, Feature[]> = {};
  let extent = EMPTY_TILE.extent;
  for (const [name, layer] of Object.entries(new VectorTile(new Pbf(bytes)).layers)) {
    extent = layer.extent;
    const features: Feature[] = [];
    for (let i = 0; i < layer.length; i++) features.push(feature(layer.feature(i)));
    layers[name] = features;
  }
  return { extent, layers };
}

function feature(source: ReturnType<VectorTile["layers"][string]["feature"]>): Feature {
  const made: Feature = {
    type: source.type,
    parts: [],
    minX: Infinity,
    minY: Infinity,
    maxX: -Infinity,
    maxY: -Infinity,
    props: source.properties,
  };
  for (const points of source.loadGeometry()) {
    const part = new Int32Array(points.length * 2);
    points.forEach(({ x, y }, i) => {
      part[2 * i] = x;
      part[2 * i + 1] = y;
      made.minX = Math.min(made.minX, x);
      made.minY = Math.min(made.minY, y);
      made.maxX = Math.max(made.maxX, x);
      made.maxY = Math.max(made.maxY, y);
    });
    made.parts.push(part);
  }
  return made;
}

import type { Barriers } from "./barriers";
import { eastOf, type Frame, frameAt, units } from "./frame";
import type { WalkGraph } from "./graph";
import { SegmentGrid } from "./grid";

/** Where a spot meets the network: inside an edge, at the end of a straight leg. */
export interface Snap {
  edge: number;
  /** Along the edge's shape from its start. */
  offsetMm: number;
  legMm: number;
}

/** The nearest place on one edge, with its position for the barriers. */
interface Place extends Snap {
  x: number;
  y: number;
}

const FIRST_RADIUS_MM = 12_500;

/**
 * Finds the nearest place on an edge by a straight leg that crosses no barrier; not into tunnels, and no farther than the
 * longest leg. Of equally near edges the first in the pack, as org.sanfen.street.engine.Snapper does.
 */
export class Snapper {
  private readonly edgeOfVertex: Int32Array;
  private readonly grid: SegmentGrid;

  constructor(
    private readonly graph: WalkGraph,
    private readonly barriers: Barriers,
    private readonly longestLegMm: number,
  ) {
    const vertices = graph.xy.length / 2;
    this.edgeOfVertex = new Int32Array(vertices);
    const starts = new Int32Array(vertices - graph.edgeCount);
    let segments = 0;
    for (let edge = 0; edge < graph.edgeCount; edge++) {
      const last = graph.firstVertex[edge + 1] - 1;
      for (let vertex = graph.firstVertex[edge]; vertex <= last; vertex++) {
        this.edgeOfVertex[vertex] = edge;
        if (vertex < last && !graph.tunnels[edge]) starts[segments++] = vertex;
      }
    }
    this.grid = new SegmentGrid(graph.xy, starts.subarray(0, segments));
  }

  /** From a position in degrees; null when it is unlinked. */
  findSpot(lon: number, lat: number): Snap | null {
    return this.find(eastOf(this.graph.originLon, units(lon)), units(lat));
  }

  /** The same from units of the graph. */
  find(x: number, y: number): Snap | null {
    const frame = frameAt(y);
    const blocked = new Set<number>();
    // Most legs are short: a small search first, and wider ones only while nothing is found.
    let tried = 0;
    for (let wide = Math.min(FIRST_RADIUS_MM, this.longestLegMm); tried < this.longestLegMm; wide *= 2) {
      const radiusMm = Math.min(wide, this.longestLegMm);
      for (const place of this.around(frame, x, y, radiusMm)) {
        if (blocked.has(place.edge)) continue;
        if (!this.barriers.block(frame, x, y, place.x, place.y)) return place;
        blocked.add(place.edge);
      }
      tried = radiusMm;
    }
    return null;
  }

  /** Of every edge within the radius its nearest place, the nearest first. */
  private around(frame: Frame, x: number, y: number, radiusMm: number): Place[] {
    const padX = Math.ceil(radiusMm / 1000 / frame.xMetres);
    const padY = Math.ceil(radiusMm / 1000 / frame.yMetres);
    const best = new Map<number, Place>();
    this.grid.visit(x - padX, y - padY, x + padX, y + padY, (vertex) => {
      const place = this.nearest(frame, x, y, vertex);
      if (place.legMm > radiusMm) return;
      const known = best.get(place.edge);
      if (!known || isNearer(place, known)) best.set(place.edge, place);
    });
    return [...best.values()].sort((a, b) => a.legMm - b.legMm || a.edge - b.edge || a.offsetMm - b.offsetMm);
  }

  private nearest(frame: Frame, x: number, y: number, vertex: number): Place {
    const { xy, offsetsMm } = this.graph;
    const ax = xy[2 * vertex];
    const ay = xy[2 * vertex + 1];
    const bx = (xy[2 * vertex + 2] - ax) * frame.xMetres;
    const by = (xy[2 * vertex + 3] - ay) * frame.yMetres;
    const px = (x - ax) * frame.xMetres;
    const py = (y - ay) * frame.yMetres;
    const lengthSquared = bx * bx + by * by;
    const t = lengthSquared === 0 ? 0 : Math.max(0, Math.min(1, (px * bx + py * by) / lengthSquared));
    const ex = px - t * bx;
    const ey = py - t * by;
    const start = offsetsMm[vertex];
    return {
      edge: this.edgeOfVertex[vertex],
      offsetMm: start + Math.round(t * (offsetsMm[vertex + 1] - start)),
      legMm: Math.round(Math.sqrt(ex * ex + ey * ey) * 1000),
      x: ax + (t * bx) / frame.xMetres,
      y: ay + (t * by) / frame.yMetres,
    };
  }
}

function isNearer(a: Place, b: Place): boolean {
  return a.legMm < b.legMm || (a.legMm === b.legMm && a.offsetMm < b.offsetMm);
}

import type { StreetName } from "./types";

/**
 * A place's public walking network in typed arrays. Edges and nodes are numbered as they stand in the pack; positions are
 * units of 1e-7 degrees: longitudes east of the origin, latitudes from the equator.
 */
export interface WalkGraph {
  nodeCount: number;
  edgeCount: number;
  originLon: number;
  tails: Int32Array;
  heads: Int32Array;
  lengthsMm: Int32Array;
  /** Walking time of a whole edge, ms. */
  costs: Int32Array;
  steps: Uint8Array;
  tunnels: Uint8Array;
  /** Number of an edge's name in `names`, from 1; 0 for none. */
  nameNumbers: Int32Array;
  names: StreetName[];
  /** Of each edge, its first vertex; one more entry than edges. */
  firstVertex: Int32Array;
  /** Longitude and latitude of the vertices in turn. */
  xy: Int32Array;
  /** Millimetres from its edge's start to each vertex. */
  offsetsMm: Int32Array;
  /** Of each node, where its edges start in `outEdges`; one more entry than nodes. */
  firstOut: Int32Array;
  outEdges: Int32Array;
  outNodes: Int32Array;
}

/** What walking costs, as org.sanfen.street.engine.WalkCost has it: whole milliseconds, rounded up. */
export interface WalkSpeeds {
  levelMmPerS: number;
  stepsMmPerS: number;
}

export function costMs(speeds: WalkSpeeds, mm: number, steps: number): number {
  return Math.ceil((mm * 1000) / (steps ? speeds.stepsMmPerS : speeds.levelMmPerS));
}

/** The edges at each node; a loop is there twice. */
export function edgesOfNodes(
  nodeCount: number,
  tails: Int32Array,
  heads: Int32Array,
): Pick<WalkGraph, "firstOut" | "outEdges" | "outNodes"> {
  const firstOut = new Int32Array(nodeCount + 1);
  for (let edge = 0; edge < tails.length; edge++) {
    firstOut[tails[edge] + 1]++;
    firstOut[heads[edge] + 1]++;
  }
  for (let node = 0; node < nodeCount; node++) firstOut[node + 1] += firstOut[node];
  const fill = firstOut.slice();
  const outEdges = new Int32Array(2 * tails.length);
  const outNodes = new Int32Array(2 * tails.length);
  for (let edge = 0; edge < tails.length; edge++) {
    const forward = fill[tails[edge]]++;
    outEdges[forward] = edge;
    outNodes[forward] = heads[edge];
    const backward = fill[heads[edge]]++;
    outEdges[backward] = edge;
    outNodes[backward] = tails[edge];
  }
  return { firstOut, outEdges, outNodes };
}

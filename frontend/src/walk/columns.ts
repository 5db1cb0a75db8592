import { BrokenPack, type ByteReader } from "./bytes";
import { frameAt } from "./frame";
import { costMs, edgesOfNodes, type WalkGraph, type WalkSpeeds } from "./graph";
import type { StreetName } from "./types";

const STEPS = 1;
const TUNNEL = 2;
/** The shape does not start and end where the nodes lie: all of it is written. */
const OWN_ENDS = 4;

/** Positions that each tell how far they are from the one before; easts, then norths. */
export function readLines(body: ByteReader, positions: number, originLat: number): Int32Array {
  const xy = new Int32Array(2 * positions);
  let x = 0;
  for (let i = 0; i < positions; i++) {
    x += body.signed();
    xy[2 * i] = x;
  }
  let y = originLat;
  for (let i = 0; i < positions; i++) {
    y += body.signed();
    xy[2 * i + 1] = y;
  }
  return xy;
}

/** Reads the columns of org.sanfen.street.pack.PackEdges. */
export function readEdges(
  body: ByteReader,
  originLon: number,
  originLat: number,
  names: StreetName[],
  speeds: WalkSpeeds,
): WalkGraph {
  const nodeCount = body.count();
  const edgeCount = body.count();
  const bendCount = body.count();
  const ends = nodesOf(body.column(edgeCount), body.column(edgeCount), nodeCount);
  const flags = body.column(edgeCount);
  const nameNumbers = namesOf(body.column(edgeCount), names.length);
  const bends = body.column(edgeCount);
  const lengthsMm = body.column(edgeCount);
  const easts = body.signedColumn(nodeCount + bendCount);
  const norths = body.signedColumn(nodeCount + bendCount);
  const shapes = shapesOf(ends, flags, bends, easts, norths, originLat);
  const steps = Uint8Array.from(flags, (flag) => flag & STEPS);
  return {
    nodeCount,
    edgeCount,
    originLon,
    tails: ends.tails,
    heads: ends.heads,
    lengthsMm,
    costs: lengthsMm.map((mm, edge) => costMs(speeds, mm, steps[edge])),
    steps,
    tunnels: Uint8Array.from(flags, (flag) => flag & TUNNEL),
    nameNumbers,
    names,
    ...shapes,
    offsetsMm: measure(shapes.firstVertex, shapes.xy, lengthsMm),
    ...edgesOfNodes(nodeCount, ends.tails, ends.heads),
  };
}

interface Ends {
  tails: Int32Array;
  heads: Int32Array;
  /** Bit 1 where an edge's tail comes up first, bit 2 where its head does. */
  firsts: Uint8Array;
  nodeCount: number;
}

function nodesOf(tailCodes: Int32Array, headCodes: Int32Array, nodeCount: number): Ends {
  const tails = new Int32Array(tailCodes.length);
  const heads = new Int32Array(tailCodes.length);
  const firsts = new Uint8Array(tailCodes.length);
  let nodes = 0;
  for (let edge = 0; edge < tailCodes.length; edge++) {
    const tailCode = tailCodes[edge];
    if (tailCode === 1) firsts[edge] |= 1;
    if (tailCode === 0 && edge === 0) throw new BrokenPack("the first edge has none before");
    tails[edge] = tailCode === 0 ? heads[edge - 1] : tailCode === 1 ? nodes++ : nodes + 1 - tailCode;
    const headCode = headCodes[edge];
    if (headCode === 0) firsts[edge] |= 2;
    heads[edge] = headCode === 0 ? nodes++ : nodes - headCode;
    if (tails[edge] < 0 || heads[edge] < 0) throw new BrokenPack("an edge ends nowhere");
  }
  if (nodes !== nodeCount) throw new BrokenPack("nodes do not add up");
  return { tails, heads, firsts, nodeCount };
}

function namesOf(codes: Int32Array, names: number): Int32Array {
  let last = 0;
  return codes.map((code) => {
    if (code > names + 1) throw new BrokenPack("a name is missing");
    if (code > 0) last = code - 1;
    return last;
  });
}

function shapesOf(
  { tails, heads, firsts, nodeCount }: Ends,
  flags: Int32Array,
  bends: Int32Array,
  easts: Int32Array,
  norths: Int32Array,
  originLat: number,
): Pick<WalkGraph, "firstVertex" | "xy"> {
  const firstVertex = new Int32Array(tails.length + 1);
  let vertices = 0;
  for (let edge = 0; edge < tails.length; edge++) {
    vertices += bends[edge] + (flags[edge] & OWN_ENDS ? 0 : 2);
    firstVertex[edge + 1] = vertices;
    if (vertices - firstVertex[edge] < 2) throw new BrokenPack("an edge has no shape");
  }
  const nodeXy = new Int32Array(2 * nodeCount);
  const xy = new Int32Array(2 * vertices);
  let [x, y, read, at] = [0, originLat, 0, 0];
  const goTo = (node: number, isNew: boolean, ownEnds: boolean) => {
    if (isNew) {
      nodeXy[2 * node] = x + easts[read];
      nodeXy[2 * node + 1] = y + norths[read++];
    }
    x = nodeXy[2 * node];
    y = nodeXy[2 * node + 1];
    if (ownEnds) return;
    xy[at++] = x;
    xy[at++] = y;
  };
  for (let edge = 0; edge < tails.length; edge++) {
    const ownEnds = (flags[edge] & OWN_ENDS) !== 0;
    goTo(tails[edge], (firsts[edge] & 1) !== 0, ownEnds);
    for (let left = bends[edge]; left > 0; left--) {
      x += easts[read];
      y += norths[read++];
      xy[at++] = x;
      xy[at++] = y;
    }
    goTo(heads[edge], (firsts[edge] & 2) !== 0, ownEnds);
  }
  if (read !== easts.length) throw new BrokenPack("positions do not add up");
  return { firstVertex, xy };
}

/** Spreads each edge's geodesic length over its vertices by their distances in the local frame. */
function measure(firstVertex: Int32Array, xy: Int32Array, lengthsMm: Int32Array): Int32Array {
  const offsets = new Int32Array(xy.length / 2);
  const along = new Float64Array(offsets.length);
  for (let edge = 0; edge < lengthsMm.length; edge++) {
    const first = firstVertex[edge];
    const last = firstVertex[edge + 1] - 1;
    if (last - first > 1) {
      const { xMetres, yMetres } = frameAt(xy[2 * first + 1]);
      for (let v = first + 1; v <= last; v++) {
        const dx = (xy[2 * v] - xy[2 * v - 2]) * xMetres;
        const dy = (xy[2 * v + 1] - xy[2 * v - 1]) * yMetres;
        along[v] = along[v - 1] + Math.sqrt(dx * dx + dy * dy);
      }
      const whole = along[last];
      for (let v = first; v < last; v++) {
        offsets[v] = whole === 0 ? 0 : Math.round(lengthsMm[edge] * (along[v] / whole));
      }
    }
    offsets[last] = lengthsMm[edge];
  }
  return offsets;
}

import { UNITS } from "./frame";
import { costMs, type WalkGraph } from "./graph";
import { type Arrival, fromNode, type Ground } from "./nearest";
import { BY_HEAD, BY_TAIL, type Search } from "./search";
import type { Snap } from "./snap";

/** A piece of a walk along one edge, in walking order: from one offset to the other, forward or back. */
export interface Piece {
  edge: number;
  fromMm: number;
  toMm: number;
  ms: number;
}

/** The pieces from the start to an arrival of the search's last run. */
export function piecesTo(ground: Ground, search: Search, from: Snap, arrival: Arrival): Piece[] {
  const { graph } = ground;
  const { edge, offsetMm } = arrival.snap;
  const steps = graph.steps[edge];
  if (edge === from.edge) {
    const direct = piece(ground, edge, from.offsetMm, offsetMm);
    const legs = costMs(ground, from.legMm, 0) + costMs(ground, arrival.snap.legMm, 0);
    if (legs + direct.ms === arrival.ms) return [direct];
  }
  const tail = graph.tails[edge];
  const head = graph.heads[edge];
  const byTail =
    search.costs[tail] + fromNode(ground, tail, arrival.snap) === arrival.ms &&
    (tail !== head ||
      costMs(ground, offsetMm, steps) <= costMs(ground, graph.lengthsMm[edge] - offsetMm, steps));
  const last = piece(ground, edge, byTail ? 0 : graph.lengthsMm[edge], offsetMm);
  return [...piecesToNode(ground, search, from, byTail ? tail : head), last];
}

function piecesToNode(ground: Ground, search: Search, from: Snap, end: number): Piece[] {
  const { graph } = ground;
  const pieces: Piece[] = [];
  let node = end;
  let via = search.via[node];
  while (via >= 0) {
    const length = graph.lengthsMm[via];
    const forward = graph.heads[via] === node;
    pieces.push(piece(ground, via, forward ? 0 : length, forward ? length : 0));
    node = forward ? graph.tails[via] : graph.heads[via];
    via = search.via[node];
  }
  const startsTo = via === BY_TAIL ? 0 : graph.lengthsMm[from.edge];
  if (via === BY_TAIL || via === BY_HEAD) pieces.push(piece(ground, from.edge, from.offsetMm, startsTo));
  return pieces.reverse();
}

function piece(ground: Ground, edge: number, fromMm: number, toMm: number): Piece {
  return { edge, fromMm, toMm, ms: costMs(ground, Math.abs(toMm - fromMm), ground.graph.steps[edge]) };
}

/** Length of a walk with both legs, mm. */
export function lengthMm(pieces: Piece[], from: Snap, to: Snap): number {
  return pieces.reduce((sum, { fromMm, toMm }) => sum + Math.abs(toMm - fromMm), from.legMm + to.legMm);
}

/** A position of the graph at an offset of an edge: units, not rounded. */
export function positionAt(graph: WalkGraph, edge: number, offsetMm: number): [number, number] {
  const { xy, offsetsMm, firstVertex } = graph;
  const last = firstVertex[edge + 1] - 1;
  let v = firstVertex[edge];
  while (v + 1 < last && offsetsMm[v + 1] < offsetMm) v++;
  const length = offsetsMm[v + 1] - offsetsMm[v];
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, (offsetMm - offsetsMm[v]) / length));
  return [xy[2 * v] + t * (xy[2 * v + 2] - xy[2 * v]), xy[2 * v + 1] + t * (xy[2 * v + 3] - xy[2 * v + 1])];
}

/** Positions of a walk along its edges, without its legs; of pieces without length nothing but their place. */
export function positionsOf(graph: WalkGraph, pieces: Piece[]): [number, number][] {
  const positions: [number, number][] = [];
  const add = (position: [number, number]) => {
    const last = positions[positions.length - 1];
    if (!last || last[0] !== position[0] || last[1] !== position[1]) positions.push(position);
  };
  for (const { edge, fromMm, toMm } of pieces) {
    add(positionAt(graph, edge, fromMm));
    for (const v of bendsBetween(graph, edge, fromMm, toMm)) add([graph.xy[2 * v], graph.xy[2 * v + 1]]);
    add(positionAt(graph, edge, toMm));
  }
  return positions;
}

function bendsBetween(graph: WalkGraph, edge: number, fromMm: number, toMm: number): number[] {
  const [low, high] = fromMm < toMm ? [fromMm, toMm] : [toMm, fromMm];
  const bends: number[] = [];
  for (let v = graph.firstVertex[edge]; v < graph.firstVertex[edge + 1]; v++) {
    if (graph.offsetsMm[v] > low && graph.offsetsMm[v] < high) bends.push(v);
  }
  return fromMm < toMm ? bends : bends.reverse();
}

/** Units east of the origin to degrees, on whichever side of the 180th meridian the walker started. */
export function degreesFrom(
  graph: WalkGraph,
  startLon: number,
  startX: number,
): (position: [number, number]) => [number, number] {
  const turns = Math.round(startLon / 360 - (graph.originLon + startX) / UNITS / 360);
  return ([x, y]) => [(graph.originLon + x) / UNITS + 360 * turns, y / UNITS];
}

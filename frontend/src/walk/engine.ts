import { Barriers } from "./barriers";
import { eastOf, UNITS, units } from "./frame";
import { costMs } from "./graph";
import { type Arrival, type Ground, NearestTargets } from "./nearest";
import { readPack, type WalkPack } from "./pack";
import { degreesFrom, lengthMm, type Piece, piecesTo, positionsOf } from "./path";
import { Search } from "./search";
import { type Snap, Snapper } from "./snap";
import { stretchesOf } from "./steps";
import type { Spot, WalkRoute, WalkStep } from "./types";

/** A target by its number among those given. */
export interface Reached {
  target: number;
  ms: number;
  metres: number;
}

/** Answers questions on one pack, in whatever thread. Knows no target's id and keeps nothing of what it was asked. */
export class WalkEngine {
  readonly pack: WalkPack;
  private readonly ground: Ground;
  private readonly search: Search;

  /** Throws a WalkError when the pack can't be used. */
  constructor(bytes: ArrayBuffer) {
    this.pack = readPack(bytes);
    const { graph, barriers, longestLegMm, levelMmPerS, stepsMmPerS } = this.pack;
    const snapper = new Snapper(graph, new Barriers(barriers.xy, barriers.starts), longestLegMm);
    this.ground = { graph, snapper, levelMmPerS, stepsMmPerS };
    this.search = new Search(graph, this.ground);
  }

  /** Walks here and there, so that the first question of somebody in a hurry does not wait for the compiler. */
  warmUp(): void {
    const { graph } = this.ground;
    const vertices = graph.xy.length / 2;
    const spots = Array.from({ length: 64 }, (_, i): [number, number] => {
      const vertex = Math.floor((i * vertices) / 64);
      return [(graph.originLon + graph.xy[2 * vertex]) / UNITS, graph.xy[2 * vertex + 1] / UNITS];
    });
    const targets = Float64Array.from(spots.flat());
    for (const [lon, lat] of spots.slice(0, 16)) this.nearest({ lon, lat }, targets, 5);
  }

  unlinked({ lon, lat }: Spot): boolean {
    return this.ground.snapper.findSpot(lon, lat) === null;
  }

  /** @param targets longitude and latitude in turn, degrees */
  nearest(from: Spot, targets: Float64Array, count: number): Reached[] {
    const snap = this.ground.snapper.findSpot(from.lon, from.lat);
    if (!snap) return [];
    return this.arrivals(from, snap, targets, count).map((arrival) => ({
      target: arrival.target,
      ms: arrival.ms,
      metres: lengthMm(this.pieces(snap, arrival), snap, arrival.snap) / 1000,
    }));
  }

  route(from: Spot, to: Spot): WalkRoute | null {
    const snap = this.ground.snapper.findSpot(from.lon, from.lat);
    if (!snap) return null;
    const [arrival] = this.arrivals(from, snap, Float64Array.of(to.lon, to.lat), 1);
    if (!arrival) return null;
    const pieces = this.pieces(snap, arrival);
    const { graph } = this.ground;
    const start: [number, number] = [eastOf(graph.originLon, units(from.lon)), units(from.lat)];
    const end: [number, number] = [eastOf(graph.originLon, units(to.lon)), units(to.lat)];
    const degrees = degreesFrom(graph, from.lon, start[0]);
    return {
      ms: arrival.ms,
      metres: lengthMm(pieces, snap, arrival.snap) / 1000,
      line: [start, ...positionsOf(graph, pieces), end].map(degrees),
      steps: this.steps(pieces, snap, arrival.snap, degrees(start), degrees(end), degrees),
    };
  }

  private arrivals(from: Spot, snap: Snap, targets: Float64Array, count: number): Arrival[] {
    return new NearestTargets(this.ground, this.search, snap, [from.lon, from.lat], targets).find(count);
  }

  private pieces(from: Snap, arrival: Arrival): Piece[] {
    return piecesTo(this.ground, this.search, from, arrival);
  }

  /** Legs go with the first and the last stretch, so that the steps add up to the route. */
  private steps(
    pieces: Piece[],
    from: Snap,
    to: Snap,
    start: [number, number],
    end: [number, number],
    degrees: (position: [number, number]) => [number, number],
  ): WalkStep[] {
    const { graph } = this.ground;
    const stretches = stretchesOf(graph, pieces, graph.names);
    if (stretches.length === 0) stretches.push({ turn: "start", street: null, mm: 0, ms: 0, at: [0, 0] });
    const first = stretches[0];
    const last = stretches[stretches.length - 1];
    first.mm += from.legMm;
    first.ms += costMs(this.ground, from.legMm, 0);
    last.mm += to.legMm;
    last.ms += costMs(this.ground, to.legMm, 0);
    const steps = stretches.map(({ turn, street, mm, ms, at }, number): WalkStep => {
      const [lon, lat] = number === 0 ? start : degrees(at);
      return { turn, street, metres: mm / 1000, ms, lon, lat };
    });
    return [...steps, { turn: "arrive", street: null, metres: 0, ms: 0, lon: end[0], lat: end[1] }];
  }
}

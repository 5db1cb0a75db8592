import { greatCircleM } from "./frame";
import { costMs, type WalkGraph, type WalkSpeeds } from "./graph";
import { KeyHeap } from "./heap";
import { NEVER, type Search } from "./search";
import type { Snap, Snapper } from "./snap";

/** A target at the end of its leg. */
export interface Arrival {
  /** Number of the target, in the order given. */
  target: number;
  snap: Snap;
  ms: number;
}

/** The sphere is off the ellipsoid by up to 0.6 %; a bound must not be. */
const SURELY = 0.99;

/** What is asked of the network. */
export interface Ground extends WalkSpeeds {
  graph: WalkGraph;
  snapper: Snapper;
}

/**
 * The targets soonest reached from a start. Walks outwards and puts a target on the network only when the walk has come as
 * far as its straight line: whoever is farther by straight line can't be nearer on foot, so most never are.
 */
export class NearestTargets {
  /** Targets that wait, by the least time that they could take. */
  private readonly waiting = new KeyHeap();
  /** Targets on the network, by the least time known. */
  private readonly known = new KeyHeap();
  private readonly best = new Map<number, Arrival>();
  private readonly atNode = new Map<number, number[]>();
  private last: { lon: number; lat: number; snap: Snap | null } | null = null;

  /**
   * @param spot degrees, longitude first
   * @param targets degrees, longitude and latitude in turn
   */
  constructor(
    private readonly ground: Ground,
    private readonly search: Search,
    private readonly from: Snap,
    spot: [number, number],
    private readonly targets: Float64Array,
  ) {
    for (let target = 0; 2 * target < targets.length; target++) {
      const metres = greatCircleM(spot[0], spot[1], targets[2 * target], targets[2 * target + 1]);
      const least = Math.floor((metres * SURELY * 1e6) / ground.levelMmPerS);
      if (least >= 0) this.waiting.push(Math.min(least, NEVER - 1), target); // what is no position is nowhere
    }
  }

  /** At most so many, the soonest first; of equally soon ones the first given. */
  find(count: number): Arrival[] {
    const { search, waiting, known } = this;
    const found = new Map<number, Arrival>();
    search.begin(this.from);
    while (found.size < count) {
      const least = waiting.isEmpty ? NEVER : waiting.leastKey;
      const frontier = search.frontier;
      const sure = Math.min(frontier, least);
      if (!known.isEmpty && known.leastKey < sure) {
        const target = known.pop();
        const arrival = this.best.get(target);
        if (arrival && !found.has(target)) found.set(target, arrival);
      } else if (least <= frontier && least !== NEVER) {
        this.place(waiting.pop());
      } else if (frontier !== NEVER) {
        this.reach(search.settle());
      } else {
        break;
      }
    }
    return [...found.values()];
  }

  private place(target: number): void {
    const { graph, snapper } = this.ground;
    const lon = this.targets[2 * target];
    const lat = this.targets[2 * target + 1];
    const { last } = this;
    // Thousands of points may share one building: they come one after the other.
    const snap = last?.lon === lon && last.lat === lat ? last.snap : snapper.findSpot(lon, lat);
    this.last = { lon, lat, snap };
    if (!snap) return;
    this.best.set(target, { target, snap, ms: NEVER });
    if (snap.edge === this.from.edge) this.offer(target, this.along(snap));
    for (const node of new Set([graph.tails[snap.edge], graph.heads[snap.edge]])) {
      const there = this.atNode.get(node);
      if (there) there.push(target);
      else this.atNode.set(node, [target]);
      if (this.search.isSettled(node)) this.reachBy(node, target);
    }
  }

  /** Both on one edge: along it. */
  private along(snap: Snap): number {
    const { ground, from } = this;
    const mm = Math.abs(snap.offsetMm - from.offsetMm);
    return (
      costMs(ground, from.legMm, 0) +
      costMs(ground, mm, ground.graph.steps[snap.edge]) +
      costMs(ground, snap.legMm, 0)
    );
  }

  private reach(node: number): void {
    for (const target of this.atNode.get(node) ?? []) this.reachBy(node, target);
  }

  private reachBy(node: number, target: number): void {
    const arrival = this.best.get(target);
    if (!arrival) return;
    this.offer(target, this.search.costs[node] + fromNode(this.ground, node, arrival.snap));
  }

  private offer(target: number, ms: number): void {
    const arrival = this.best.get(target);
    if (!arrival || ms >= arrival.ms) return;
    arrival.ms = ms;
    this.known.push(ms, target);
  }
}

/** From a node of its edge to a target, leg included. */
export function fromNode(ground: Ground, node: number, { edge, offsetMm, legMm }: Snap): number {
  const { graph } = ground;
  const steps = graph.steps[edge];
  const leg = costMs(ground, legMm, 0);
  let part = NEVER;
  if (graph.tails[edge] === node) part = costMs(ground, offsetMm, steps);
  if (graph.heads[edge] === node) {
    part = Math.min(part, costMs(ground, graph.lengthsMm[edge] - offsetMm, steps));
  }
  return part + leg;
}

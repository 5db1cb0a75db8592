import { costMs, type WalkGraph, type WalkSpeeds } from "./graph";
import { KeyHeap } from "./heap";
import type { Snap } from "./snap";

/** Cost of a node that is not reached. */
export const NEVER = 2 ** 31 - 1;

/** Instead of a node's last edge: the start's own edge, left by its tail or by its head. */
export const BY_TAIL = -1;
export const BY_HEAD = -2;

/**
 * Walks outwards from a start until nobody asks further (Dijkstra 1959). Holds its arrays over searches and clears only
 * what it touched, so that a near target costs little in a large city. One search at a time.
 */
export class Search {
  /** Walking time from the start to each node, ms; final below `frontier`. */
  readonly costs: Int32Array;
  /** The edge by which each reached node is entered, or BY_TAIL, BY_HEAD. */
  readonly via: Int32Array;
  private readonly settled: Uint8Array;
  private readonly queue = new KeyHeap();
  private touched: number[] = [];

  constructor(
    private readonly graph: WalkGraph,
    private readonly speeds: WalkSpeeds,
  ) {
    this.costs = new Int32Array(graph.nodeCount).fill(NEVER);
    this.via = new Int32Array(graph.nodeCount);
    this.settled = new Uint8Array(graph.nodeCount);
  }

  begin(from: Snap): void {
    const { graph, speeds } = this;
    for (const node of this.touched) {
      this.costs[node] = NEVER;
      this.settled[node] = 0;
    }
    this.touched = [];
    this.queue.clear();
    const leg = costMs(speeds, from.legMm, 0);
    const steps = graph.steps[from.edge];
    const rest = graph.lengthsMm[from.edge] - from.offsetMm;
    this.offer(graph.tails[from.edge], leg + costMs(speeds, from.offsetMm, steps), BY_TAIL);
    this.offer(graph.heads[from.edge], leg + costMs(speeds, rest, steps), BY_HEAD);
  }

  /** What costs less is known; NEVER once everything that can be reached is. */
  get frontier(): number {
    return this.queue.isEmpty ? NEVER : this.queue.leastKey;
  }

  isSettled(node: number): boolean {
    return this.settled[node] === 1;
  }

  /** Settles one more node and returns it; -1 for one that was settled already. The frontier is not NEVER. */
  settle(): number {
    const { graph, costs, settled } = this;
    const node = this.queue.pop();
    if (settled[node]) return -1;
    settled[node] = 1;
    const cost = costs[node];
    for (let out = graph.firstOut[node]; out < graph.firstOut[node + 1]; out++) {
      const next = graph.outNodes[out];
      if (!settled[next]) {
        const edge = graph.outEdges[out];
        this.offer(next, cost + graph.costs[edge], edge);
      }
    }
    return node;
  }

  private offer(node: number, cost: number, via: number): void {
    const before = this.costs[node];
    if (cost >= before) return;
    if (before === NEVER) this.touched.push(node);
    this.costs[node] = cost;
    this.via[node] = via;
    this.queue.push(cost, node);
  }
}

import { openWalker, type Spot, WalkError, type Walker, type WalkTarget } from "../walk";
import type { Ranked } from "./nearest";
import { isFarAway } from "./position";
import type { Stage } from "./stage";
import type { Walks } from "./walks";

/** So many rows are timed; whoever wants more than that is not in a hurry. */
const TIMED = 40;
const TIMED_UNUSABLE = 20;

type Job = () => Promise<void>;

/**
 * Keeps the walking times and the drawn way in step with the state, one question after the other; all of it on the
 * device. The pack is fetched before anybody says where they are.
 */
export class Walking {
  private walker: Walker | null = null;
  private working = false;
  private timed: unknown[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly onWay: () => void,
  ) {}

  async prepare(): Promise<void> {
    const { place } = this.stage.state;
    if (!place || this.walker) return;
    try {
      this.walker = await openWalker(place);
      await this.stage.arrive({ walks: { ...this.stage.state.walks, streets: "ready" } });
    } catch (cause) {
      this.set({ streets: cause instanceof WalkError ? cause.reason : "broken" });
    }
  }

  /** Called after each change of the state. */
  follow(): void {
    if (!this.working && this.next()) void this.work();
  }

  private async work(): Promise<void> {
    this.working = true;
    try {
      for (let job = this.next(); job; job = this.next()) await job();
    } catch {
      this.walker = null; // a pack that fails once is not asked again; straight lines are left
      this.set({ streets: "broken", times: new Map(), way: null });
    } finally {
      this.working = false;
    }
  }

  private next(): Job | null {
    const { walker, stage } = this;
    const { origin, place, walks } = stage.state;
    if (!walker || !origin || isFarAway(origin, place)) return null;
    const wanted = [origin, ...stage.ranking.membership];
    if (wanted.some((one, i) => one !== this.timed[i])) return () => this.time(walker, origin, wanted);
    const to = this.target();
    if (walks.unlinked || (walks.from === origin && walks.way?.to === to?.point.id)) return null;
    return () => this.findWay(walker, origin, to);
  }

  private async time(walker: Walker, origin: Spot, wanted: unknown[]): Promise<void> {
    const { listed } = this.stage.ranking;
    const unlinked = await walker.unlinked(origin);
    const times = new Map<string, { id: string; ms: number; metres: number }>();
    for (const usable of [true, false]) {
      const targets = listed.filter((one) => one.usable === usable).map(target);
      if (unlinked || targets.length === 0) continue;
      const reached = await walker.nearest(origin, targets, usable ? TIMED : TIMED_UNUSABLE);
      for (const one of reached) times.set(one.id, one);
    }
    this.timed = wanted;
    const { origin: now, walks } = this.stage.state;
    if (now === origin)
      this.set({ from: origin, unlinked, times, way: walks.from === origin ? walks.way : null });
  }

  private async findWay(walker: Walker, origin: Spot, to: Ranked | undefined): Promise<void> {
    const way = to ? { to: to.point.id, route: await walker.route(origin, target(to)) } : null;
    if (this.stage.state.origin !== origin) return;
    this.set({ way });
    if (way?.route && this.target()?.point.id === way.to) this.onWay();
  }

  private target(): Ranked | undefined {
    const { state, ranking } = this.stage;
    if (state.selected) return ranking.find(state.selected);
    return ranking.listed.find((one) => one.usable && one.walk);
  }

  private set(part: Partial<Walks>): void {
    this.stage.change({ walks: { ...this.stage.state.walks, ...part } });
  }
}

function target({ point: { id, lon, lat } }: Ranked): WalkTarget {
  return { id, lon, lat };
}

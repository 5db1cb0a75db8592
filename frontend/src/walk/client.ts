import type { Reached } from "./engine";
import { aborted, type Host, PageHost, WorkerHost, WorkerLost } from "./host";
import type { Answer, Question } from "./questions";
import {
  type Spot,
  WalkError,
  type Walker,
  type WalkReached,
  type WalkRoute,
  type WalkTarget,
} from "./types";

/** Asks a worker, and the page's own thread where there is none or it dies. */
export class WalkClient implements Walker {
  readonly streets: number;
  readonly madeAt: Date;
  private rescue: Promise<Host> | null = null;

  private constructor(
    private host: Host,
    /** Kept, because a worker that dies takes its copy along. */
    private bytes: ArrayBuffer | null,
  ) {
    this.streets = host.facts.streets;
    this.madeAt = new Date(host.facts.madeAt);
  }

  /** Throws a WalkError when the pack can't be used. */
  static async open(bytes: ArrayBuffer, makeWorker: () => Worker): Promise<WalkClient> {
    try {
      return new WalkClient(await WorkerHost.open(makeWorker, bytes), bytes);
    } catch (cause) {
      if (cause instanceof WalkError) throw cause;
      return new WalkClient(await PageHost.open(bytes), bytes);
    }
  }

  async nearest(
    from: Spot,
    targets: WalkTarget[],
    count: number,
    signal?: AbortSignal,
  ): Promise<WalkReached[]> {
    const spots = new Float64Array(2 * targets.length);
    targets.forEach(({ lon, lat }, i) => {
      spots[2 * i] = lon;
      spots[2 * i + 1] = lat;
    });
    const question: Question = { kind: "nearest", from: bare(from), targets: spots, count };
    const reached = (await this.ask(question, signal)) as Reached[];
    return reached.map(({ target, ms, metres }) => ({ id: targets[target].id, ms, metres }));
  }

  async route(from: Spot, to: WalkTarget, signal?: AbortSignal): Promise<WalkRoute | null> {
    return (await this.ask({ kind: "route", from: bare(from), to: bare(to) }, signal)) as WalkRoute | null;
  }

  async unlinked(spot: Spot): Promise<boolean> {
    return (await this.ask({ kind: "unlinked", spot: bare(spot) })) as boolean;
  }

  close(): void {
    this.bytes = null;
    this.host.close();
  }

  private async ask(question: Question, signal?: AbortSignal): Promise<Answer> {
    try {
      return await this.host.ask(question, signal);
    } catch (cause) {
      const { bytes } = this;
      if (!(cause instanceof WorkerLost)) throw cause;
      if (!bytes) throw aborted(); // it was closed
      this.rescue ??= PageHost.open(bytes);
      this.host = await this.rescue;
      return this.host.ask(question, signal);
    }
  }
}

/** Without whatever else the caller's object holds: a worker can't be given everything. */
function bare({ lon, lat }: Spot): Spot {
  return { lon, lat };
}

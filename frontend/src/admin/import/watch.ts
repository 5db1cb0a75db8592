import { Problem } from "../../http";
import { isPassing } from "../complaint";

interface Watched<P> {
  progress(id: number): Promise<P>;
  isAtWork(progress: P): boolean;
  /** How far it is now; also after a failure, when the server answers again. */
  moved(progress: P): void;
  /** It is at rest: fetches and shows what came of it. */
  rested(id: number): Promise<void>;
  /** Once for each time the server can't be reached; it is asked again all the same. */
  lost(problem: Problem): void;
  /** The server refuses to tell; nobody asks any more. */
  refused(problem: unknown): void;
}

/** Asks how far a job is until it is at rest, without an answer too. Stopping it does not stop the job. */
export class ProgressWatch<P> {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;
  private isLost = false;

  constructor(
    private readonly watched: Watched<P>,
    private readonly everyMs = 700,
  ) {}

  start(id: number): void {
    this.stop();
    this.isLost = false;
    this.arm(id, this.turn);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.turn++;
  }

  private arm(id: number, turn: number): void {
    this.timer = setTimeout(() => this.look(id, turn), this.everyMs);
  }

  private async look(id: number, turn: number): Promise<void> {
    try {
      const progress = await this.watched.progress(id);
      if (turn !== this.turn) return;
      this.isLost = false;
      if (this.watched.isAtWork(progress)) {
        this.watched.moved(progress);
        this.arm(id, turn);
      } else await this.watched.rested(id);
    } catch (problem) {
      if (turn === this.turn) this.failed(problem, id, turn);
    }
  }

  private failed(problem: unknown, id: number, turn: number): void {
    if (!(problem instanceof Problem) || !isPassing(problem)) {
      this.watched.refused(problem);
      return;
    }
    if (!this.isLost) this.watched.lost(problem);
    this.isLost = true;
    this.arm(id, turn);
  }
}

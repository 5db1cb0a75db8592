import { Problem } from "../../http";
import { isAtWork, type Job } from "./model";

export type Progress = Pick<Job, "state" | "step" | "done" | "total">;

interface Watched {
  progress(id: number): Promise<Progress>;
  /** How far it is now; also after a failure, when the server answers again. */
  moved(progress: Progress): void;
  /** It is at rest: fetches and shows what came of it. */
  rested(id: number): Promise<void>;
  /** Once for each time the server can't be reached; it is asked again all the same. */
  lost(problem: Problem): void;
  /** The server refuses to tell; nobody asks any more. */
  refused(problem: unknown): void;
}

/** Asks how far a job is until it is at rest, without an answer too. Stopping it does not stop the job. */
export class ProgressWatch {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;
  private isLost = false;

  constructor(
    private readonly watched: Watched,
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
      if (isAtWork(progress.state)) {
        this.watched.moved(progress);
        this.arm(id, turn);
      } else await this.watched.rested(id);
    } catch (problem) {
      if (turn === this.turn) this.failed(problem, id, turn);
    }
  }

  private failed(problem: unknown, id: number, turn: number): void {
    const passes = problem instanceof Problem && (problem.status === 0 || problem.status >= 500);
    if (!passes) {
      this.watched.refused(problem);
      return;
    }
    if (!this.isLost) this.watched.lost(problem);
    this.isLost = true;
    this.arm(id, turn);
  }
}

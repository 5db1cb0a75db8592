import { Problem } from "../../http";
import { isPassing } from "../complaint";
import type { GroundJob } from "./model";

interface Door {
  begin(): Promise<GroundJob>;
  addFile(id: number, file: File): Promise<GroundJob>;
  discard(id: number): Promise<unknown>;
  /** What is on its way now; empty for nothing. */
  sending(name: string): void;
  /** The job as it stands with what was taken so far. */
  taken(job: GroundJob): void;
}

/**
 * Sends files into a job one after another; those that come meanwhile wait for their turn, and one that is refused costs the
 * others nothing. A job that was begun for them is let go of where all were refused, and else stays, whoever still looks.
 */
export class Sending {
  private waiting: File[] = [];
  private isUnderWay = false;

  constructor(private readonly door: Door) {}

  /**
   * @param job where they go; null to begin one, unless others that are on their way have begun it
   * @return why files were refused; nothing to whom only added to what is on its way
   */
  async send(files: readonly File[], job: GroundJob | null): Promise<Problem[]> {
    this.waiting.push(...files);
    if (this.isUnderWay) return [];
    this.isUnderWay = true;
    try {
      return await this.sendAll(job);
    } finally {
      this.isUnderWay = false;
      this.waiting = [];
      this.door.sending("");
    }
  }

  private async sendAll(given: GroundJob | null): Promise<Problem[]> {
    const refused: Problem[] = [];
    let job = given;
    for (let file = this.waiting.shift(); file; file = this.waiting.shift()) {
      this.door.sending(file.name);
      job ??= await this.door.begin();
      try {
        job = await this.door.addFile(job.id, file);
      } catch (problem) {
        if (!(problem instanceof Problem) || isPassing(problem)) {
          this.door.taken(job); // the file may have arrived; that is seen there
          throw problem;
        }
        refused.push(problem);
        continue;
      }
      this.door.taken(job);
    }
    if (!given && job?.files.length === 0) await this.door.discard(job.id);
    return refused;
  }
}

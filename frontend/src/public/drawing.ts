import { turn } from "../turn";

/** Draws the parts of the page: all at once for what somebody does, each in a turn of its own for what comes by itself. */
export class Drawing {
  private isStale = false;
  private running: Promise<void> | null = null;

  constructor(private readonly parts: (() => void)[]) {}

  now(): void {
    for (const draw of this.parts) draw();
  }

  /** However much arrives at a time, it is drawn once. Done when all is drawn. */
  inTurns(): Promise<void> {
    this.isStale = true;
    this.running ??= this.run();
    return this.running;
  }

  private async run(): Promise<void> {
    try {
      while (this.isStale) {
        for (const [i, draw] of this.parts.entries()) {
          await turn();
          if (i === 0) this.isStale = false; // from here on it may change between two parts
          draw();
        }
      }
    } finally {
      this.running = null;
    }
  }
}

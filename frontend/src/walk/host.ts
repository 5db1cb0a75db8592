import type { WalkEngine } from "./engine";
import type { Answer, Facts, FromWorker, Question, ToWorker } from "./questions";
import { WalkError } from "./types";

/** Where an engine runs. */
export interface Host {
  readonly facts: Facts;
  ask(question: Question, signal?: AbortSignal): Promise<Answer>;
  close(): void;
}

/** The worker never came, or is gone; the same may be asked without it. */
export class WorkerLost extends Error {}

/** A worker that has not read a pack by now is not going to: some built-in browsers have workers in name only. */
const PATIENCE_MS = 8000;

export function aborted(): DOMException {
  return new DOMException("No longer asked for", "AbortError");
}

interface Pending {
  resolve(answer: Answer): void;
  reject(cause: Error): void;
}

/** An engine in a worker. */
export class WorkerHost implements Host {
  facts: Facts = { streets: 0, madeAt: 0 };
  private readonly pending = new Map<number, Pending>();
  private lost: WorkerLost | null = null;
  private asked = 0;

  private constructor(private readonly worker: Worker) {}

  /** @param make a worker; may throw */
  static open(make: () => Worker, bytes: ArrayBuffer): Promise<WorkerHost> {
    return new Promise((resolve, reject) => {
      const host = new WorkerHost(make());
      const tooLate = setTimeout(() => host.lose("it does not answer"), PATIENCE_MS);
      host.pending.set(0, { resolve: () => resolve(host), reject });
      host.worker.onerror = (event) => {
        event.preventDefault?.(); // nothing is lost by it, so nothing is said on the console
        host.lose(event.message);
      };
      host.worker.onmessageerror = () => host.lose("unreadable message");
      host.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        clearTimeout(tooLate);
        host.hear(data);
      };
      host.tell({ open: bytes });
    });
  }

  ask(question: Question, signal?: AbortSignal): Promise<Answer> {
    if (this.lost) return Promise.reject(this.lost);
    if (signal?.aborted) return Promise.reject(aborted());
    const id = ++this.asked;
    return new Promise<Answer>((resolve, reject) => {
      const stop = () => {
        this.tell({ drop: id });
        this.take(id)?.reject(aborted());
      };
      signal?.addEventListener("abort", stop, { once: true });
      const done = () => signal?.removeEventListener("abort", stop);
      this.pending.set(id, {
        resolve: (answer) => {
          done();
          resolve(answer);
        },
        reject: (cause) => {
          done();
          reject(cause);
        },
      });
      this.tell({ id, question });
    });
  }

  close(): void {
    this.lose("closed");
  }

  private tell(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  private take(id: number): Pending | undefined {
    const pending = this.pending.get(id);
    this.pending.delete(id);
    return pending;
  }

  private hear(message: FromWorker): void {
    if ("opened" in message) {
      this.facts = message.opened;
      this.take(0)?.resolve(null);
    } else if ("refused" in message) {
      this.take(0)?.reject(new WalkError(message.refused));
      this.close();
    } else if ("answer" in message) {
      this.take(message.id)?.resolve(message.answer);
    } else {
      this.take(message.id)?.reject(new WorkerLost(message.failed));
    }
  }

  private lose(why: string): void {
    this.lost ??= new WorkerLost(why);
    this.worker.terminate();
    for (const { reject } of this.pending.values()) reject(this.lost);
    this.pending.clear();
  }
}

/** An engine on the page's own thread. Its code is loaded only where it is needed. */
export class PageHost implements Host {
  private constructor(
    private engine: WalkEngine | null,
    private readonly work: (engine: WalkEngine, question: Question) => Answer,
    readonly facts: Facts,
  ) {}

  static async open(bytes: ArrayBuffer): Promise<PageHost> {
    const [{ WalkEngine }, { answer, factsOf }] = await Promise.all([
      import("./engine"),
      import("./questions"),
    ]);
    const engine = new WalkEngine(bytes);
    engine.warmUp();
    return new PageHost(engine, answer, factsOf(engine));
  }

  async ask(question: Question, signal?: AbortSignal): Promise<Answer> {
    await new Promise((resolve) => setTimeout(resolve)); // what the visitor just did is painted first
    if (!this.engine || signal?.aborted) throw aborted();
    return this.work(this.engine, question);
  }

  close(): void {
    this.engine = null;
  }
}

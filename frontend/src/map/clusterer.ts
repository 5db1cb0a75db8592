import { ClusterIndex, type Standing, unpack, type View } from "./clusters";
import type { ClusterQuestion, ClusterReply } from "./clusterworker";

/** More points than these are clustered in a worker; fewer take a few milliseconds. */
const MANY = 1_000;

/**
 * Clusters points wherever it is best: few at once, many in a worker, and without one on the page's own thread. Answers come
 * to the callback, at once or later; of several questions that are still open only the last one's does.
 */
export class Clusterer {
  private local: ClusterIndex | null = null;
  private positions: Float64Array = new Float64Array();
  private worker: Worker | null = null;
  private isRefused = false;
  private set = 0;
  private asked = 0;
  private readonly waiting = new Map<number, (found: Float64Array | number) => void>();

  setPoints(positions: Float64Array): void {
    this.set++;
    this.positions = positions;
    this.waiting.clear();
    this.local = null;
    if (positions.length / 2 > MANY) this.tryWorker();
    else this.local = new ClusterIndex(positions);
  }

  /** @param told with what stands in the view */
  inView(view: View, zoom: number, told: (standing: Standing[]) => void): void {
    if (this.local) {
      told(unpack(this.local.inView(view, zoom)));
      return;
    }
    this.waiting.clear();
    this.ask(
      (ask) => ({ set: this.set, ask, view, zoom }),
      (found) => told(unpack(found as Float64Array)),
    );
  }

  /** @param told with the zoom that takes the cluster apart, or with its points' indexes */
  open(cluster: number, told: (found: number | number[]) => void): void {
    const plain = (found: number | Float64Array) => told(typeof found === "number" ? found : [...found]);
    if (this.local) plain(this.local.open(cluster));
    else this.ask((ask) => ({ set: this.set, ask, open: cluster }), plain);
  }

  private ask(
    question: (ask: number) => ClusterQuestion,
    told: (found: Float64Array | number) => void,
  ): void {
    this.asked++;
    this.waiting.set(this.asked, told);
    this.worker?.postMessage(question(this.asked));
  }

  private tryWorker(): void {
    if (!this.worker && !this.isRefused) {
      try {
        this.worker = new Worker(new URL("./clusterworker.ts", import.meta.url), { type: "module" });
        this.worker.onmessage = ({ data }: MessageEvent<ClusterReply>) => {
          const told = this.waiting.get(data.ask);
          this.waiting.delete(data.ask);
          told?.(data.found);
        };
        this.worker.onerror = () => this.goLocal();
      } catch {
        this.isRefused = true; // no worker in this browser
      }
    }
    if (this.worker) this.worker.postMessage({ set: this.set, positions: this.positions });
    else this.local = new ClusterIndex(this.positions);
  }

  /** A browser that has workers, but not of modules, says so late. */
  private goLocal(): void {
    this.worker?.terminate();
    this.worker = null;
    this.isRefused = true;
    this.local = new ClusterIndex(this.positions);
    this.waiting.clear();
    this.onLocal();
  }

  /** Called when questions that were asked must be asked again. */
  onLocal: () => void = () => {};
}

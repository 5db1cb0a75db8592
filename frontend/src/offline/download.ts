import { Problem } from "../http";
import type { OfflineFailure, OfflineSnapshot } from "./index";
import {
  bytesOf,
  dropHalf,
  dropPlace,
  forgetPlace,
  type KeptFiles,
  keepPlace,
  readList,
  sweep,
} from "./keeper";
import { findEntry, listEntries } from "./registry";

/** A visit keeps a place's map too where that is small, and else everything but the map's blocks. */
const WHOLE_AFTER_VISIT_BYTES = 3_000_000;
const AFTER_VISIT_BYTES = 12_000_000;
/** So many places are kept by visits alone; the one that was not visited for longest goes. */
const PLACES_BY_VISIT = 3;
const LOCK = "sanfen-keep";

/** Keeps places: one at a time, on somebody's word with progress and failure told, after a visit without a word. */
export class Download {
  private readonly sizes = new Map<string, number>();
  private readonly asked = new Set<string>();
  private abort: AbortController | null = null;

  constructor(
    private readonly change: (part: Partial<OfflineSnapshot>) => void,
    private readonly reread: () => Promise<void>,
    /** Whether the app itself is kept: without it nothing that is kept would open. */
    private readonly appIsKept: () => Promise<boolean>,
  ) {}

  size(place: string): number | null {
    return this.sizes.get(place) ?? null;
  }

  askSize(place: string): void {
    if (this.sizes.has(place) || this.asked.has(place)) return;
    this.asked.add(place);
    readList(place)
      .then((list) => this.learnSize(list))
      .catch(() => this.asked.delete(place));
  }

  async keep(place: string): Promise<void> {
    if (this.abort) return;
    const abort = new AbortController();
    this.abort = abort;
    this.change({ failure: null, progress: { place, doneBytes: 0, totalBytes: this.size(place) ?? 0 } });
    try {
      void navigator.storage?.persist?.()?.catch(() => false); // asked on somebody's word only; a refusal changes nothing now
      const list = await readList(place);
      this.learnSize(list);
      if (!(await unlessAborted(abort.signal, this.appIsKept())))
        throw new Problem(0, "offline", "the app did not come whole");
      await withLock(abort.signal, () =>
        keepPlace(list, { whole: true, by: "user" }, abort.signal, this.tellProgress(place, abort.signal)),
      );
      this.change({ progress: null });
    } catch (cause) {
      const failure = abort.signal.aborted ? null : failureOf(cause);
      abort.abort(); // the files that are still coming are not wanted, and must not tell progress
      if (failure === "storage_full" || failure === null) await dropHalf(place);
      this.change({ progress: null, failure });
    } finally {
      this.abort = null;
      await this.reread();
    }
  }

  cancel(): void {
    this.abort?.abort();
  }

  async forget(place: string): Promise<void> {
    this.cancel();
    await forgetPlace(place);
    await this.reread();
  }

  /** What a place is brought up to date to, or kept as, because somebody looked at it. */
  async visit(place: string): Promise<void> {
    const old = await findEntry(place);
    const isSaving = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
    if (old?.forgotten || (isSaving && !old)) return;
    await withoutLock(async () => {
      await sweep(place);
      const list = await readList(place);
      this.learnSize(list);
      const whole = old?.whole || bytesOf(list, true) <= WHOLE_AFTER_VISIT_BYTES;
      if (!old && bytesOf(list, whole) > AFTER_VISIT_BYTES) return;
      const by = old?.by ?? "visit";
      await keepPlace(list, { whole, by }, new AbortController().signal, () => {}).catch(async (cause) => {
        if (failureOf(cause) === "storage_full") await dropHalf(place);
        throw cause;
      });
      await dropLongUnvisited();
    }).finally(this.reread);
  }

  /** A place that the server has no more must not be found on phones any longer. */
  async dropOthersThan(places: string[]): Promise<void> {
    const gone = (await listEntries()).filter((entry) => !places.includes(entry.place));
    for (const { place } of gone) await dropPlace(place);
    if (gone.length > 0) await this.reread();
  }

  private learnSize(list: KeptFiles): void {
    const bytes = bytesOf(list, true);
    if (this.sizes.get(list.place) === bytes) return;
    this.sizes.set(list.place, bytes);
    this.change({});
  }

  /** Each per cent once: the page draws itself anew with each. */
  private tellProgress(place: string, signal: AbortSignal): (done: number, total: number) => void {
    let lastPercent = -1;
    return (doneBytes, totalBytes) => {
      const percent = totalBytes ? Math.floor((100 * doneBytes) / totalBytes) : 100;
      if (percent === lastPercent || signal.aborted) return;
      lastPercent = percent;
      this.change({ progress: { place, doneBytes, totalBytes } });
    };
  }
}

async function dropLongUnvisited(): Promise<void> {
  const byVisit = (await listEntries()).filter((entry) => entry.by === "visit" && !entry.forgotten);
  byVisit.sort((one, other) => other.keptAt.localeCompare(one.keptAt));
  for (const entry of byVisit.slice(PLACES_BY_VISIT)) await dropPlace(entry.place);
}

function failureOf(cause: unknown): OfflineFailure {
  if (cause instanceof DOMException && cause.name === "QuotaExceededError") return "storage_full";
  return cause instanceof Problem && cause.status > 0 ? "server" : "network";
}

/** Rejects as soon as it is no longer wanted, however long the rest of it takes. */
function unlessAborted<T>(signal: AbortSignal, coming: Promise<T>): Promise<T> {
  const left = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  return Promise.race([coming, left]);
}

/** Two pages of this app must not write one place at once. Without locks (older browsers) they may, to no harm but work. */
async function withLock(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request(LOCK, { signal }, work);
}

async function withoutLock(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}

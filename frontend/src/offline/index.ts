/** What the page knows of being offline: what is kept on the phone, what is being kept, and whether a newer app waits. */

import { Answers } from "./answers";
import { Download } from "./download";
import { listEntries } from "./registry";
import { followWorker } from "./updates";

/** A place whose data is on the device. */
export interface KeptPlace {
  /** The place's id. */
  place: string;
  /** What it takes on the device, in bytes. */
  bytes: number;
  /** When it was last known to be the server's. */
  keptAt: Date;
  /** With the whole map; without, points, streets and an outline of the map. */
  whole: boolean;
}

/** A download of a place's data under way. */
export interface KeepProgress {
  place: string;
  doneBytes: number;
  totalBytes: number;
}

/** Why the last keep() did not end well; the kept copy from before, if there is one, is untouched in each case. */
export type OfflineFailure = "storage_full" | "network" | "server";

/** Never changed in place: each change is told to the listeners with a new one. */
export interface OfflineSnapshot {
  /** False where the browser has no service worker: nothing can be kept then. */
  supported: boolean;
  /** Whether the page itself is kept, so that it opens without a network. */
  installed: boolean;
  /** A newer app has been fetched whole and waits for applyUpdate() or the next start. */
  updateReady: boolean;
  kept: KeptPlace[];
  progress: KeepProgress | null;
  failure: OfflineFailure | null;
}

export interface OfflineState {
  readonly now: OfflineSnapshot;
  /** Tells every change until the returned function is called. */
  subscribe(listener: (now: OfflineSnapshot) => void): () => void;
  /**
   * The page shows this place: once it is quiet, the app and what a visit keeps of the place are fetched.
   *
   * @param places all that there are; what else is kept goes
   */
  visited(place: string | null, places: string[]): void;
  /** Bytes that keep(place) would fetch; null while that is not known. */
  size(place: string): number | null;
  /** Asks for the size, once. */
  askSize(place: string): void;
  /** Fetches everything of a place beside what is kept and swaps it in when it is whole. Never throws: see failure. */
  keep(place: string): Promise<void>;
  /** Ends a keep() under way; what was kept before stays. */
  cancel(): void;
  forget(place: string): Promise<void>;
  /** Starts the app that waits; the page reloads by itself once. */
  applyUpdate(): void;
  /** When the points on show were true, if they come from the kept copy; null when they are fresh. */
  dataAge(place: string): Date | null;
  /** When the points on show were true, kept or fresh; null before there are any. */
  dataTime(place: string): Date | null;
  /** Why the points on show are not fresh. */
  dataTrouble(place: string): "network" | "server" | "slow" | null;
}

const NOTHING: OfflineSnapshot = {
  supported: false,
  installed: false,
  updateReady: false,
  kept: [],
  progress: null,
  failure: null,
};

/** Begins to watch; nothing is fetched before a place has been visited. Called once a page. */
export function registerOffline(): OfflineState {
  const listeners = new Set<(now: OfflineSnapshot) => void>();
  let now: OfflineSnapshot = { ...NOTHING, supported: isSupported() };
  const change = (part: Partial<OfflineSnapshot>) => {
    now = { ...now, ...part };
    for (const listener of listeners) listener(now);
  };
  const answers = new Answers(() => change({}));
  const reread = () => readKeptPlaces().then((kept) => change({ kept }));
  const worker = followWorker(change);
  const download = new Download(change, reread, () => worker.start());
  if (now.supported) void reread().catch(() => change({ supported: false }));
  return {
    get now() {
      return now;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    visited(place, places) {
      if (!now.supported) return;
      void whenQuiet()
        .then(() => (answers.placesAreFresh ? download.dropOthersThan(places) : undefined))
        .then(() => worker.start())
        .then((started) => (started && place ? download.visit(place) : undefined))
        .catch(() => undefined); // a visit goes on without
    },
    size: (place) => download.size(place),
    askSize: (place) => download.askSize(place),
    keep: (place) => download.keep(place),
    cancel: () => download.cancel(),
    forget: (place) => download.forget(place),
    applyUpdate: () => worker.applyUpdate(),
    dataAge: (place) => answers.find(place)?.kept?.at ?? null,
    dataTime: (place) => answers.find(place)?.at ?? null,
    dataTrouble: (place) => answers.find(place)?.kept?.because ?? null,
  };
}

/** Not in private windows of some browsers, in browsers inside other apps, nor where the address is not https. */
function isSupported(): boolean {
  return isSecureContext && "serviceWorker" in navigator && "caches" in window;
}

async function readKeptPlaces(): Promise<KeptPlace[]> {
  const entries = (await listEntries()).filter((entry) => !entry.forgotten);
  return entries
    .map(({ place, bytes, keptAt, whole }) => ({ place, bytes, keptAt: new Date(keptAt), whole }))
    .sort((one, other) => one.place.localeCompare(other.place));
}

/** What a visitor waits for goes first. */
async function whenQuiet(): Promise<void> {
  if (document.readyState !== "complete") {
    await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  }
  await new Promise<void>((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve(), { timeout: 5_000 });
    else setTimeout(resolve, 1_000);
  });
}

/** What the page knows of being offline: what is kept on the phone, what is being kept, and whether a newer app waits. */

/** A place whose data is wholly on the device. */
export interface KeptPlace {
  /** The place's id. */
  place: string;
  /** Size on the device in bytes, as it came over the network. */
  bytes: number;
  keptAt: Date;
}

/** A download of a place's data under way. */
export interface KeepProgress {
  place: string;
  doneBytes: number;
  totalBytes: number;
}

/**
 * Why the last keep() did not end well; the kept copy from before, if there is one, is untouched in each case.
 * `unsupported`: no service worker here (a private window, the browser inside another app).
 */
export type OfflineFailure = "storage_full" | "network" | "server" | "unsupported";

/** Never changed in place: each change is told to the listeners with a new one. */
export interface OfflineSnapshot {
  /** False where the browser has no service worker: the keep button is not shown then. */
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
  /** Bytes that keep(place) would fetch; null when the server can't be reached. */
  size(place: string): Promise<number | null>;
  /** Fetches everything of a place beside what is kept and swaps it in when it is whole. Never throws: see failure. */
  keep(place: string): Promise<void>;
  /** Ends a keep() under way; what was kept before stays. */
  cancel(): void;
  forget(place: string): Promise<void>;
  /** Starts the app that waits; the page reloads by itself once. */
  applyUpdate(): void;
  /** When the data that the page shows of a place was true, if it comes from the kept copy; null when it is fresh. */
  dataAge(place: string): Date | null;
}

const NOTHING: OfflineSnapshot = {
  supported: false,
  installed: false,
  updateReady: false,
  kept: [],
  progress: null,
  failure: null,
};

/** Starts the service worker where there is one. Called once, when the page has what it needs to be useful. */
export function registerOffline(): OfflineState {
  return {
    now: NOTHING,
    subscribe: () => () => {},
    size: async () => null,
    keep: async () => {},
    cancel: () => {},
    forget: async () => {},
    applyUpdate: () => {},
    dataAge: () => null,
  };
}

import type { OfflineSnapshot } from "./index";

const HOUR_MS = 3_600_000;

export interface Worker {
  /** Registers the worker. False where the browser refuses, or the app did not come whole: that may be tried again. */
  start(): Promise<boolean>;
  applyUpdate(): void;
}

/** The page came before its worker: under an address that names a place, it would not open at once the next time. */
function keepThisPage(worker: ServiceWorker | null): void {
  const place = new URLSearchParams(location.search).get("place");
  if (place) worker?.postMessage({ page: place, language: document.documentElement.lang });
}

/** The worker that serves this page; null where a first one could not be installed. */
function activeOf(found: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  const worker = found.active ?? found.installing ?? found.waiting;
  return new Promise((resolve) => {
    const look = () => {
      if (worker?.state === "activating" || worker?.state === "activated") resolve(worker);
      else if (!worker || worker.state === "redundant") resolve(null);
    };
    worker?.addEventListener("statechange", look);
    look();
  });
}

/** Follows the service worker: whether it is there, and whether a newer one waits. A reload happens on the user's word only. */
export function followWorker(change: (part: Partial<OfflineSnapshot>) => void): Worker {
  let registration: ServiceWorkerRegistration | undefined;
  let reloadWanted = false;

  const look = () => {
    const isUpdate = Boolean(registration?.waiting && navigator.serviceWorker.controller);
    change({ installed: Boolean(registration?.active), updateReady: isUpdate });
  };

  const follow = (found: ServiceWorkerRegistration) => {
    if (registration === found) return;
    registration = found;
    navigator.serviceWorker.addEventListener("controllerchange", () => {
      if (reloadWanted) location.reload();
      reloadWanted = false;
      look();
    });
    const followInstalling = () => found.installing?.addEventListener("statechange", look);
    found.addEventListener("updatefound", followInstalling);
    followInstalling();
    let checkedAt = Date.now();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "visible" || Date.now() - checkedAt < HOUR_MS) return;
      checkedAt = Date.now();
      found.update().catch(() => undefined); // no network: asked again in an hour
    });
    look();
  };

  return {
    async start() {
      try {
        const found = await navigator.serviceWorker.register("/sw.js");
        if (!found) throw new Error("refused");
        follow(found);
        const active = await activeOf(found); // the app first, then what it shows
        look();
        keepThisPage(active);
        return active !== null;
      } catch (cause) {
        if (!(cause instanceof TypeError)) change({ supported: false }); // that is the script not coming
        return false;
      }
    },
    applyUpdate() {
      if (!registration?.waiting) return;
      reloadWanted = true;
      registration.waiting.postMessage("use-now");
    },
  };
}

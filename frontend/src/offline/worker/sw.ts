/**
 * The service worker. It reads what is kept and writes only its own build's pages and parts; a place's files are kept by
 * the page (keeper.ts), which can show how far it is. It lets pass whatever addresses.ts does not know, staff's pages
 * first of all, and asks for nothing that the page would not ask for.
 */
import { keptAddress } from "../addresses";
import { answerData } from "./data";
import { answerAsset, answerPage, answerPoint, dropOldShells, installShell, keepOpenPage } from "./shell";

const worker = self as unknown as ServiceWorkerGlobalScope;

/** What asks around every cache means it: the keeper, and whoever reloads a file by hand. */
const AROUND_CACHES: RequestCache[] = ["no-cache", "no-store", "reload"];

let newVersionTried = false;

worker.addEventListener("install", (event) => event.waitUntil(installShell()));

worker.addEventListener("activate", (event) =>
  event.waitUntil(dropOldShells().then(() => worker.clients.claim())),
);

worker.addEventListener("message", (event) => {
  if (event.data === "use-now") void worker.skipWaiting();
  else if (event.data?.page) event.waitUntil(keepOpenPage(event.data.language, event.data.page));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  const asked = keptAddress(url, request.mode === "navigate");
  if (!asked) return;
  if (asked.kind === "page") {
    event.respondWith(takeNewVersion(event).then((again) => again ?? answerPage(event, asked)));
  } else if (asked.kind === "point") {
    event.respondWith(answerPoint(request, asked));
  } else if (!AROUND_CACHES.includes(request.cache)) {
    event.respondWith(asked.kind === "asset" ? answerAsset(request, asked.name) : answerData(request, asked));
  }
});

/**
 * The browser itself lets a waiting version take over when no page is open. A reload of the only one is such a start too:
 * the browser asks once more, and the new worker answers. With another page open it waits, since that would lose its parts.
 */
async function takeNewVersion({ request }: FetchEvent): Promise<Response | null> {
  const { waiting } = worker.registration;
  const isReload = AROUND_CACHES.includes(request.cache);
  if (!waiting || !isReload || newVersionTried) return null;
  if ((await worker.clients.matchAll({ type: "window" })).length > 1) return null;
  newVersionTried = true;
  waiting.postMessage("use-now");
  return new Response("", {
    headers: { Refresh: "0", "Content-Type": "text/html", "Cache-Control": "no-store" },
  });
}

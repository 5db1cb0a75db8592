import { closestLanguage, type Kept, pageIdentity, pageName } from "../addresses";
import { SHELL_CACHES } from "../registry";
import { BUILD, LANGUAGES, SHELL } from "./build";
import { findPlaceOfPoint } from "./data";
import { fromNetwork, isForeign, isTrouble, PAGE_PATIENCE_MS, withinPatience } from "./network";

const worker = self as unknown as ServiceWorkerGlobalScope;
const CACHE = SHELL_CACHES + BUILD;
const AT_ONCE = 4;

/**
 * Fetches what this build's pages need, all of it or nothing: a worker whose installation fails or is killed is never
 * used, the one before goes on with its own cache, and what had come is found here the next time.
 */
export async function installShell(): Promise<void> {
  const cache = await caches.open(CACHE);
  const wanted = [...SHELL];
  const fetchNext = async (): Promise<void> => {
    for (let path = wanted.pop(); path; path = wanted.pop()) {
      if (await cache.match(path, { ignoreVary: true })) continue;
      const old = await caches.match(path, { ignoreVary: true }); // named by its content: an older build's is the same
      const answer = old ?? (await fetch(path));
      if (!answer.ok || isForeign(answer, false)) throw new Error(`${path}: ${answer.status}`);
      await cache.put(path, answer);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
  for (const path of ["/", "/privacy"]) {
    for (const language of LANGUAGES) {
      if (!(await renewPage(path, language, null))) throw new Error(`${path} in ${language}`);
    }
  }
}

/** Throws out the caches of other builds, unless a page of one is still open and may yet ask for its parts. */
export async function dropOldShells(): Promise<void> {
  const open = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.length > 1) return;
  for (const name of await caches.keys()) {
    if (name.startsWith(SHELL_CACHES) && name !== CACHE) await caches.delete(name);
  }
}

/** A part of the app: from what is kept of any build, else from the network. */
export async function answerAsset(request: Request, name: string): Promise<Response> {
  return (await caches.match(name, { ignoreVary: true })) ?? fetch(request);
}

/**
 * The map opens at once from what is kept of this build, and what is kept is renewed behind it. A page that is not kept
 * comes from the network, and where that is slow or gone, in the place of the one that opens first.
 */
export async function answerPage(
  event: FetchEvent,
  asked: Extract<Kept, { kind: "page" }>,
): Promise<Response> {
  const cache = await caches.open(CACHE);
  const language = closestLanguage(asked.language ? [asked.language] : worker.navigator.languages, LANGUAGES);
  const kept = await cache.match(pageName(asked.path, language, asked.place));
  if (kept) {
    event.waitUntil(renewPage(asked.path, language, asked.place).catch(() => false));
    return kept;
  }
  const outcome = await withinPatience(fromNetwork(event.request));
  if (!isTrouble(outcome) && !isForeign(outcome, true)) {
    if (outcome.ok) event.waitUntil(keepPage(asked.path, asked.place, outcome.clone()).catch(() => false));
    return outcome;
  }
  const instead = await cache.match(pageName(asked.path, language, null));
  return instead ?? (isTrouble(outcome) ? (outcome.answer ?? Response.error()) : outcome);
}

/** A point's own page; without a network the map with that point chosen, where a kept place has it. */
export async function answerPoint(
  request: Request,
  asked: Extract<Kept, { kind: "point" }>,
): Promise<Response> {
  const coming = fromNetwork(request);
  const first = await withinPatience(coming, PAGE_PATIENCE_MS);
  if (!isTrouble(first) && !isForeign(first, true)) return first;
  const place = await findPlaceOfPoint(asked.id);
  if (place) {
    const words = new URLSearchParams({ place });
    if (asked.language) words.set("lang", asked.language);
    return Response.redirect(`/?${words}#point=${asked.id}`, 302);
  }
  const last = await coming;
  return isTrouble(last) ? (last.answer ?? Response.error()) : last;
}

/** Keeps the page of a place that is open, unless it is kept already. */
export async function keepOpenPage(language: string, place: string): Promise<void> {
  if (await caches.match(pageName("/", language, place), { cacheName: CACHE })) return;
  await renewPage("/", language, place).catch(() => false); // without a network the page without a place does
}

async function renewPage(path: string, language: string, place: string | null): Promise<boolean> {
  const answer = await fetch(pageName(path, language, place), { cache: "no-cache" });
  return answer.ok && keepPage(path, place, answer);
}

/** Keeps a page under its own words, and only if this build has every part of it. */
async function keepPage(path: string, asked: string | null, answer: Response): Promise<boolean> {
  if (answer.redirected || isForeign(answer, true)) return false;
  const { language, place, assets } = pageIdentity(await answer.clone().text());
  if (!LANGUAGES.includes(language) || !assets.every((asset) => SHELL.includes(asset))) return false;
  if (asked && asked !== place) return false;
  await (await caches.open(CACHE)).put(pageName(path, language, asked), answer);
  return true;
}

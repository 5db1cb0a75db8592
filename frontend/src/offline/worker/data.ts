import type { Kept } from "../addresses";
import { type Entry, HEAD, listEntries, putEntry, readKept } from "../registry";
import { fromNetwork, isForeign, isTrouble, type Trouble, withinPatience } from "./network";

type KeptFile = Extract<Kept, { kind: "data" | "tile" }>;

/**
 * Answers of a place: fresh where the network gives them within our patience, else kept, with the instant at which they
 * were true. An address that names its version is answered from what is kept at once: it can't have changed.
 */
export async function answerData(request: Request, asked: KeptFile): Promise<Response> {
  const entries = await keptOf(asked.place);
  const kept = await findKept(entries, asked);
  const isAnotherWanted = request.cache === "reload"; // the page could not use what is kept, such as an older pack
  if (kept && isExact(asked) && kept.path === pathOf(request) && !isAnotherWanted) return kept.response;
  const coming = fromNetwork(request);
  const hasInstead = kept !== null || (asked.kind === "tile" && entries.some((entry) => entry.whole));
  let outcome = hasInstead ? await withinPatience(coming) : await coming;
  if (!isTrouble(outcome) && isForeign(outcome, false)) outcome = { because: "network" };
  if (!isTrouble(outcome)) return outcome;
  if (kept) return told(kept.response, kept.at, outcome);
  // The kept copy has every tile that shows something.
  if (hasInstead) return told(new Response(null, { status: 204 }), entries[0].keptAt, outcome);
  if (outcome.answer) return outcome.answer;
  return Response.error();
}

/** The kept place that has a point, told by its points; null where none has it. */
export async function findPlaceOfPoint(id: string): Promise<string | null> {
  for (const entry of await keptOf(null)) {
    const name = `/api/map-points?place=${encodeURIComponent(entry.place)}`;
    const points = await readKept(entry.cache, name);
    if (typeof points !== "string" && new TextDecoder().decode(points.bytes).includes(`"${id}"`)) {
      return entry.place;
    }
  }
  return null;
}

/** Of a place its own entry; of the site all, the latest first. */
async function keptOf(place: string | null): Promise<Entry[]> {
  const entries = (await listEntries()).filter((entry) => entry.cache && !entry.forgotten);
  return entries
    .filter((entry) => place === null || entry.place === place)
    .sort((one, other) => other.keptAt.localeCompare(one.keptAt));
}

interface Found {
  response: Response;
  path: string | null;
  at: string;
}

async function findKept(entries: Entry[], asked: KeptFile): Promise<Found | null> {
  for (const entry of entries) {
    const kept = await readKept(entry.cache, asked.name);
    if (kept === "broken") await reportDamage(entry, asked.name);
    if (typeof kept === "string") continue;
    const { status, headers } = kept.file;
    const response = new Response(status === 204 ? null : kept.bytes, { status, headers });
    return { response, path: headers.get(HEAD.path), at: entry.keptAt };
  }
  return null;
}

/** A broken file is as good as none; the page fetches it anew at the next visit. */
async function reportDamage(entry: Entry, name: string): Promise<void> {
  await putEntry({ ...entry, damaged: true });
  await (await caches.open(entry.cache)).delete(name, { ignoreVary: true });
}

function told(response: Response, at: string, trouble: Trouble): Response {
  const headers = new Headers(response.headers);
  headers.set("X-Kept-At", at);
  headers.set("X-Kept-Because", trouble.because);
  return new Response(response.body, { status: response.status, headers });
}

function isExact(asked: KeptFile): boolean {
  return asked.kind === "tile" || asked.exact;
}

function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname + search;
}

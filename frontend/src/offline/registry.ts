/**
 * The list of what is kept, in Cache Storage like the files themselves: page and worker both read it, and writing a place's
 * one entry is the moment at which a download takes the old one's place. Nothing of it is about a visitor.
 */

export const SHELL_CACHES = "sanfen-shell-";
/** One for each download: this, the place, a slash, the version. */
export const DATA_CACHES = "sanfen-data/";
const REGISTRY = "sanfen-kept";
const ENTRIES = "/.kept/";

export interface Entry {
  place: string;
  /** Of the server's list; another one means that something changed. */
  version: string;
  /** Name of the cache that holds the files. */
  cache: string;
  /** Stored bytes. */
  bytes: number;
  /** With all blocks of the map; without, only the overview that every visit loads. */
  whole: boolean;
  /** Kept because somebody asked for it, or after a visit. */
  by: "user" | "visit";
  /** ISO instant at which the data was last known to be the server's. */
  keptAt: string;
  /** A file was found broken: everything is looked through at the next visit. */
  damaged?: boolean;
  /** Somebody took it off the phone: a visit does not keep it again. */
  forgotten?: boolean;
}

/** Heads that a kept file carries: enough to know it again and to see that it is whole. */
export const HEAD = { path: "X-Kept-Path", tag: "X-Kept-Tag", sum: "X-Kept-Sum" } as const;

export async function listEntries(): Promise<Entry[]> {
  if (!(await caches.has(REGISTRY))) return [];
  const cache = await caches.open(REGISTRY);
  const found = await Promise.all((await cache.keys()).map((request) => cache.match(request)));
  const entries = await Promise.all(
    found.map((answer) => answer?.json().catch(() => null) as Promise<Entry | null>),
  );
  return entries.filter((entry) => entry !== null && entry !== undefined) as Entry[];
}

export async function findEntry(place: string): Promise<Entry | null> {
  return (await listEntries()).find((entry) => entry.place === place) ?? null;
}

/** Takes a place out of the list, as if it had never been visited. */
export async function deleteEntry(place: string): Promise<void> {
  await (await caches.open(REGISTRY)).delete(ENTRIES + place);
}

export async function putEntry(entry: Entry): Promise<void> {
  const cache = await caches.open(REGISTRY);
  await cache.put(ENTRIES + entry.place, new Response(JSON.stringify(entry)));
}

export async function sumOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A kept file with its bytes; null if it isn't there or no longer what was put there. */
export async function readKept(
  cacheName: string,
  name: string,
): Promise<{ file: Response; bytes: ArrayBuffer } | "missing" | "broken"> {
  const file = await caches.match(name, { cacheName, ignoreVary: true });
  if (!file) return "missing";
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes || (await sumOf(bytes)) !== file.headers.get(HEAD.sum)) return "broken";
  return { file, bytes };
}

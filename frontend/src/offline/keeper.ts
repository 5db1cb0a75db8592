import { getAnswer, getJson, Problem } from "../http";
import { keptName } from "./addresses";
import {
  DATA_CACHES,
  deleteEntry,
  type Entry,
  findEntry,
  HEAD,
  listEntries,
  putEntry,
  readKept,
  sumOf,
} from "./registry";

/** GET /api/kept-files: what a place consists of. */
export interface KeptFiles {
  place: string;
  version: string;
  /** Bytes to transfer in all; with `approximate` a little more or less. */
  bytes: number;
  approximate: boolean;
  files: KeptFile[];
}

export interface KeptFile {
  path: string;
  /** Bytes to transfer. */
  bytes: number;
  /** The ETag that the answer will have; absent where the address names the version. */
  tag?: string;
  /** A block of the map: left out of what a visit to a large place keeps. */
  block?: boolean;
}

const AT_ONCE = 6;
const TRIES = 3;
const LISTS = 3;

/** What is told of a download: bytes arrived so far, and in all. */
export type Told = (doneBytes: number, totalBytes: number) => void;

export function readList(place: string): Promise<KeptFiles> {
  return getJson<KeptFiles>(`/api/kept-files?place=${encodeURIComponent(place)}`);
}

/** Bytes that a download would transfer. */
export function bytesOf(list: KeptFiles, whole: boolean): number {
  return filesOf(list, whole).reduce((sum, file) => sum + file.bytes, 0);
}

/**
 * Fetches a place's files into a cache of their own, beside what is kept, and swaps by writing the place's one entry when
 * the last is there. Whatever ends it before leaves the kept copy as it was; what had come is found again by the next try.
 * Throws what ended it.
 */
export async function keepPlace(
  list: KeptFiles,
  wish: { whole: boolean; by: Entry["by"] },
  signal: AbortSignal,
  told: Told,
): Promise<void> {
  let current = list;
  for (let lists = 1; ; lists++) {
    try {
      return await fetchAndSwap(current, wish, signal, told);
    } catch (cause) {
      if (!(cause instanceof ListOutdated) || lists === LISTS) throw cause;
      current = await readList(list.place); // somebody changed a point in between
    }
  }
}

class ListOutdated extends Error {}

async function fetchAndSwap(
  list: KeptFiles,
  wish: { whole: boolean; by: Entry["by"] },
  signal: AbortSignal,
  told: Told,
): Promise<void> {
  const old = await findEntry(list.place);
  const keptAt = new Date().toISOString();
  if (old && isUpToDate(old, list, wish.whole)) {
    await putEntry({ ...old, by: wish.by === "user" ? "user" : old.by, keptAt });
    return;
  }
  const staging = stagingOf(list, old);
  const files = filesOf(list, wish.whole);
  const total = bytesOf(list, wish.whole);
  await requireRoom(total, staging);
  const cache = await caches.open(staging);
  let done = 0;
  let stored = 0;
  const waiting = [...files];
  const fetchNext = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      let left = file.bytes; // the list's bytes are packed and those that arrive are not: a file fills its own share
      const add = (bytes: number) => {
        const more = Math.min(bytes, left);
        left -= more;
        done += more;
        told(done, total);
      };
      if (signal.aborted) throw new DOMException("Cancelled", "AbortError");
      const size = await keepFile(file, cache, staging, old?.cache ?? "", signal, add);
      stored += size;
      add(left);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
  await putEntry({
    place: list.place,
    version: list.version,
    cache: staging,
    bytes: stored,
    whole: wish.whole,
    by: wish.by,
    keptAt,
  });
  await dropCaches(list.place, staging);
}

function isUpToDate(old: Entry, list: KeptFiles, whole: boolean): boolean {
  return !old.damaged && !old.forgotten && old.version === list.version && (old.whole || !whole);
}

/** Never the cache that is in use, even for the same version. */
function stagingOf(list: KeptFiles, old: Entry | null): string {
  const name = `${DATA_CACHES}${list.place}/${list.version}`;
  return old?.cache === name ? `${name}/again` : name;
}

function filesOf(list: KeptFiles, whole: boolean): KeptFile[] {
  return list.files.filter((file) => keptName(file.path) !== null && (whole || !file.block));
}

/** Puts a file into the new cache, from what is there already if it is the same, else from the network. @returns its bytes */
async function keepFile(
  file: KeptFile,
  cache: Cache,
  staging: string,
  old: string,
  signal: AbortSignal,
  onBytes: (arrived: number) => void,
): Promise<number> {
  const name = keptName(file.path) as string;
  for (const source of [staging, old]) {
    const known = source ? await readKept(source, name) : "missing";
    if (typeof known === "string" || !isSame(known.file, file)) continue;
    const { status, headers } = known.file;
    if (source !== staging) {
      await cache.put(name, new Response(status === 204 ? null : known.bytes, { status, headers }));
    }
    return known.bytes.byteLength;
  }
  const { answer, bytes } = await fetchFile(file, signal, onBytes);
  const headers = new Headers({
    "Content-Type": answer.headers.get("Content-Type") ?? "",
    [HEAD.path]: file.path,
    [HEAD.tag]: file.tag ?? "",
    [HEAD.sum]: await sumOf(bytes),
  });
  const { status } = answer;
  await cache.put(name, new Response(status === 204 ? null : bytes, { status, headers }));
  return bytes.byteLength;
}

/** Without a tag an address must name its version, to be the same file when it is the same address. */
function isSame(known: Response, file: KeptFile): boolean {
  const sameTag = (known.headers.get(HEAD.tag) || undefined) === file.tag;
  return (
    known.headers.get(HEAD.path) === file.path && sameTag && (file.tag !== undefined || namesVersion(file))
  );
}

function namesVersion({ path }: KeptFile): boolean {
  return /^\/tiles\/|[?&]version=/.test(path);
}

async function fetchFile(
  file: KeptFile,
  signal: AbortSignal,
  onBytes: (arrived: number) => void,
): Promise<{ answer: Response; bytes: ArrayBuffer }> {
  for (let tries = 1; ; tries++) {
    try {
      const got = await getAnswer(file.path, namesVersion(file) ? "default" : "no-cache", signal, onBytes);
      const { headers } = got.answer;
      if (headers.has("X-Kept-At")) throw new Problem(0, "offline", "kept, and not fresh");
      if (headers.get("Content-Type")?.startsWith("text/html"))
        throw new Problem(0, "offline", "not our page");
      if (file.tag && headers.get("ETag") !== file.tag) throw new ListOutdated(file.path);
      return got;
    } catch (cause) {
      const isWorthAnother = cause instanceof Problem && (cause.status === 0 || cause.status >= 500);
      if (!isWorthAnother || tries === TRIES || signal.aborted) throw cause;
    }
  }
}

/** Unpacked, files take about three times what they take on the way. */
const UNPACKED = 3;

async function requireRoom(transferBytes: number, staging: string): Promise<void> {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  if (quota === undefined || usage === undefined || (await caches.has(staging))) return;
  if (quota - usage < transferBytes * UNPACKED) {
    throw new DOMException("Not enough room", "QuotaExceededError");
  }
}

/** Takes a place off the device; `forgotten` is left behind so that the next visit does not keep it again. */
export async function forgetPlace(place: string): Promise<void> {
  await putEntry({
    place,
    version: "",
    cache: "",
    bytes: 0,
    whole: false,
    by: "user",
    keptAt: new Date(0).toISOString(),
    forgotten: true,
  });
  await dropCaches(place, "");
}

/** Takes a place off the device as if it had never been visited. */
export async function dropPlace(place: string): Promise<void> {
  await deleteEntry(place);
  await dropCaches(place, "");
}

/** Throws out what half-finished downloads of other places left; that of this place is gone on with. */
export async function sweep(place: string): Promise<void> {
  const inUse = (await listEntries()).map((entry) => entry.cache);
  for (const name of await caches.keys()) {
    const isOther = name.startsWith(DATA_CACHES) && !name.startsWith(`${DATA_CACHES}${place}/`);
    if (isOther && !inUse.includes(name)) await caches.delete(name);
  }
}

/** Throws out what was fetched in vain. */
export async function dropHalf(place: string): Promise<void> {
  await dropCaches(place, (await findEntry(place))?.cache ?? "");
}

async function dropCaches(place: string, inUse: string): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(`${DATA_CACHES}${place}/`) && name !== inUse) await caches.delete(name);
  }
}

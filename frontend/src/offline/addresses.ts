/**
 * Which of the site's own addresses may be kept, and under which name. A name holds the place, a tile's number and a page's
 * language and place only: whatever else an address carries is left out of it, so that no two visitors keep different
 * names. Used by the page and by the service worker; pure.
 */

export type Kept =
  /** The page of the map, or the words on privacy. */
  | { kind: "page"; path: string; language: string | null; place: string | null }
  /** A point's own page, which falls back on the map. */
  | { kind: "point"; id: string; language: string | null }
  | { kind: "asset"; name: string }
  /** @param exact whether the address names the version too: the same address then always has the same answer */
  | { kind: "data"; name: string; place: string | null; exact: boolean }
  | { kind: "tile"; name: string; place: string };

const OF_SITE = ["/api/places", "/api/kinds", "/api/site"];
const OF_PLACE = [
  "/api/map-points",
  "/api/holidays",
  "/api/near-streets",
  "/api/search-index",
  "/api/walk-pack",
];
const PAGES = ["/", "/privacy"];
const TILE = /^\/tiles\/basemap\/([^/]+)\/[^/]+\/(\d+\/\d+\/\d+)$/;
const POINT = /^\/p\/([0-9A-Za-z]+)$/;

/** What an address is to the worker; null for what it lets pass: staff's pages, reports, exports, everything unknown. */
export function keptAddress(url: URL, isNavigation: boolean): Kept | null {
  const { pathname: path, searchParams: words } = url;
  if (isNavigation) {
    const language = words.get("lang");
    if (PAGES.includes(path)) return { kind: "page", path, language, place: words.get("place") };
    const point = POINT.exec(path);
    return point ? { kind: "point", id: point[1], language } : null;
  }
  if (path.startsWith("/assets/")) return { kind: "asset", name: path };
  if (OF_SITE.includes(path)) return { kind: "data", name: path, place: null, exact: false };
  const place = words.get("place");
  if (OF_PLACE.includes(path) && place) {
    return { kind: "data", name: dataName(path, place), place, exact: words.has("version") };
  }
  const tile = TILE.exec(path);
  return tile ? { kind: "tile", name: tileName(tile[1], tile[2]), place: decodeURIComponent(tile[1]) } : null;
}

/** The name under which an answer of the list of a place is kept; null for one that this app does not read. */
export function keptName(path: string): string | null {
  const kept = keptAddress(new URL(path, "https://kept.invalid"), false);
  return kept && (kept.kind === "data" || kept.kind === "tile") ? kept.name : null;
}

export function pageName(path: string, language: string, place: string | null): string {
  return `${path}?lang=${language}${place ? `&place=${encodeURIComponent(place)}` : ""}`;
}

/** The best of the languages there are for what a browser or an address asks for; the server's rule, PageLanguage. */
export function closestLanguage(wanted: readonly string[], all: readonly string[]): string {
  for (const one of wanted) {
    const found = findLanguage(one, all);
    if (found) return found;
  }
  return "en";
}

/** Traditional characters are read in Taiwan, Hong Kong and Macao. */
function findLanguage(wanted: string, all: readonly string[]): string | undefined {
  const [short, ...rest] = wanted.toLowerCase().split("-");
  const exact = all.find((one) => one.toLowerCase() === wanted.toLowerCase());
  if (exact || short !== "zh") return exact ?? all.find((one) => one.toLowerCase().split("-")[0] === short);
  const isTraditional =
    rest.includes("hant") ||
    (!rest.includes("hans") && rest.some((part) => ["tw", "hk", "mo"].includes(part)));
  return isTraditional && all.includes("zh-Hant") ? "zh-Hant" : "zh-Hans";
}

/** What a kept page says of itself: it is kept under these words, never under what a visitor's address said. */
export function pageIdentity(html: string): { language: string; place: string | null; assets: string[] } {
  return {
    language: /<html[^>]*\blang="([^"]+)"/.exec(html)?.[1] ?? "",
    place: /\bdata-place="([^"]+)"/.exec(html)?.[1] ?? null,
    assets: [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1]),
  };
}

function dataName(path: string, place: string): string {
  return `${path}?place=${encodeURIComponent(place)}`;
}

function tileName(place: string, key: string): string {
  return `/tiles/basemap/${place}/${key}`;
}

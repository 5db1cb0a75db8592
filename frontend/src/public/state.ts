import type { PlaceInfo } from "../map";
import type { OfflineState } from "../offline";
import type { Kind, Point, SearchIndex } from "./directory";
import { type Filters, NO_FILTERS, readFilters, writeFilters } from "./filters";
import { NO_OVERLAY, type OverlayState } from "./overlay";
import type { Found } from "./search";
import { NO_WALKS, type Walks } from "./walks";

/** Where distances are measured from; held in memory only, and never part of an address or a request. */
export interface Origin {
  lon: number;
  lat: number;
  from: "device" | "tap" | "search";
  /** Radius of the device's doubt, metres. */
  accuracyM: number;
  label?: string;
}

/** What somebody in an emergency needs: the list then begins with what saves lives. */
export type Need = "medical" | "fire";

export type Locating = "idle" | "asking" | "denied" | "timeout" | "unavailable";

/** All that the page shows follows from this. */
export interface State extends Filters, OverlayState {
  places: PlaceInfo[];
  place: PlaceInfo | null;
  kinds: Kind[];
  /** Null while loading. */
  points: Point[] | null;
  failure: "offline" | "server" | null;
  /** What is kept on the device; null before the page runs. */
  offline: OfflineState | null;
  /** Pictures of how to use things, by their addresses; null until they are there. */
  pictures: ReadonlyMap<string, string> | null;
  /** The numbers to call as the page's own HTML had them, with the links that it made of them. */
  numbers: string[];
  calls: HTMLElement | null;
  /** Whether the page's own HTML called its place schematic: what holds until the place is loaded. */
  schematic: boolean;
  query: string;
  found: Found[];
  need: Need | null;
  origin: Origin | null;
  locating: Locating;
  /** Walking times and the way, along streets, from the origin. */
  walks: Walks;
  /** Streets and addresses of the place, once they are there. */
  index: SearchIndex | null;
  /** The streets and addresses did not come. */
  indexFailed: boolean;
  /** The online layer that the operator offers; asked: a position is known, and the visitor has not yet agreed to show it. */
  online: "off" | "asked" | "on";
  /** The next tap on the map is the position. */
  picking: boolean;
  /** The panel shows the list, or one point of it. */
  selected: string | null;
  /** The point whose address was handed on, and whether that went by the clipboard. */
  shared: { id: string; copied: boolean } | null;
  /** Only these, where several points share one spot. */
  pile: string[] | null;
  listing: boolean;
  /** The filters that a phone has no room for are shown. */
  moreChips: boolean;
  rows: number;
  now: Date;
}

export const ROWS = 40;
/** So many fill a screen. */
export const FIRST_ROWS = 10;

export function firstState(): State {
  return {
    places: [],
    place: null,
    kinds: [],
    points: null,
    failure: null,
    offline: null,
    pictures: null,
    numbers: [],
    calls: null,
    schematic: false,
    ...NO_FILTERS,
    ...NO_OVERLAY,
    query: "",
    found: [],
    need: null,
    origin: null,
    locating: "idle",
    walks: NO_WALKS,
    index: null,
    indexFailed: false,
    online: "off",
    picking: false,
    selected: null,
    shared: null,
    pile: null,
    listing: false,
    moreChips: false,
    rows: FIRST_ROWS,
    now: new Date(),
  };
}

/**
 * Reads what an address's hash keeps: the chosen point, the filters and the coverage that is shown; never a position, and not
 * the part of the map either (share/link.ts).
 */
export function readHash(hash: string): Pick<State, "selected" | "overlay"> & Filters {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  return { selected: words.get("point"), overlay: words.get("coverage"), ...readFilters(words) };
}

export function writeHash(state: State): string {
  const words = writeFilters(state);
  if (state.selected) words.unshift(`point=${encodeURIComponent(state.selected)}`);
  if (state.overlay) words.push(`coverage=${encodeURIComponent(state.overlay)}`);
  return words.length ? `#${words.join("&")}` : "";
}

/** Whether what is not kept can't be had now. */
export function hasNoNetwork({ failure }: State): boolean {
  return failure === "offline" || !navigator.onLine;
}

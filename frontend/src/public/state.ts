import type { PlaceInfo } from "../map";
import type { OfflineState } from "../offline";
import type { Kind, Point } from "./directory";
import { type Filters, NO_FILTERS, readFilters, writeFilters } from "./filters";
import type { Found } from "./search";

/** Where distances are measured from; held in memory only, and never part of an address or a request. */
export interface Origin {
  lon: number;
  lat: number;
  from: "device" | "tap" | "search";
  /** Radius of the device's doubt, metres. */
  accuracyM: number;
  label?: string;
}

export type Locating = "idle" | "asking" | "denied" | "timeout" | "unavailable";

/** All that the page shows follows from this. */
export interface State extends Filters {
  places: PlaceInfo[];
  place: PlaceInfo | null;
  kinds: Kind[];
  /** Null while loading. */
  points: Point[] | null;
  failure: "offline" | "server" | null;
  /** What is kept on the device; null before the page runs. */
  offline: OfflineState | null;
  /** Emergency numbers as the page's own HTML had them. */
  numbers: string[];
  query: string;
  found: Found[];
  origin: Origin | null;
  locating: Locating;
  /** The next tap on the map is the position. */
  picking: boolean;
  /** The panel shows the list, or one point of it. */
  selected: string | null;
  /** Only these, where several points share one spot. */
  pile: string[] | null;
  listing: boolean;
  /** The filters that a phone has no room for are shown. */
  moreChips: boolean;
  rows: number;
  now: Date;
}

export const ROWS = 40;

export function firstState(): State {
  return {
    places: [],
    place: null,
    kinds: [],
    points: null,
    failure: null,
    offline: null,
    numbers: [],
    ...NO_FILTERS,
    query: "",
    found: [],
    origin: null,
    locating: "idle",
    picking: false,
    selected: null,
    pile: null,
    listing: false,
    moreChips: false,
    rows: ROWS,
    now: new Date(),
  };
}

/** Reads what an address's hash keeps: the chosen point and the filters, never a position. */
export function readHash(hash: string): Pick<State, "selected"> & Filters {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  return { selected: words.get("point"), ...readFilters(words) };
}

export function writeHash(state: State): string {
  const words = writeFilters(state);
  if (state.selected) words.unshift(`point=${encodeURIComponent(state.selected)}`);
  return words.length ? `#${words.join("&")}` : "";
}

import type { WalkReached, WalkRefusal, WalkRoute } from "../walk";

/** What is known of walking from one origin. */
export interface Walks {
  /** Whether the place's streets are there to walk on. */
  streets: "loading" | "ready" | WalkRefusal;
  /** The origin that times and way are of; another one than the page's while those are being worked out. */
  from: { lon: number; lat: number } | null;
  /** No street is near the origin: straight lines then. */
  unlinked: boolean;
  times: ReadonlyMap<string, WalkReached>;
  /** The way to the chosen point, or to the nearest usable one; its route is null where none leads there. */
  way: { to: string; route: WalkRoute | null } | null;
}

export const NO_WALKS: Walks = {
  streets: "loading",
  from: null,
  unlinked: false,
  times: new Map(),
  way: null,
};

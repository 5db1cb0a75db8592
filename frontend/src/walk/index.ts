/** Walking times and routes on the device: the pack of a place's streets, and what is asked of it. */

import { WalkError, type Walker, type WalkPlace } from "./types";

export {
  type Spot,
  type StreetName,
  WalkError,
  type Walker,
  type WalkPlace,
  type WalkReached,
  type WalkRefusal,
  type WalkRoute,
  type WalkStep,
  type WalkTarget,
  type WalkTurn,
} from "./types";

/** Where a place's pack lies: depends on the place and its streets' versions only, never on a position. */
export function walkPackAddress(place: WalkPlace): string {
  const { streets = 0, basemap = 0 } = place.versions;
  return `/api/walk-pack?place=${encodeURIComponent(place.id)}&version=${Math.max(streets, basemap)}`;
}

/** Fetches and opens a place's pack; rejects with a WalkError that says why there are no walking times. */
export async function openWalker(_place: WalkPlace): Promise<Walker> {
  throw new WalkError("missing");
}

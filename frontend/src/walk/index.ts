/**
 * Walking times and routes on the device: a place's streets come as one pack, whatever is then asked stays here. The
 * arithmetic is the server's (`org.sanfen.street.engine`); both are held to `src/test/resources/walk`.
 */

import { getBytes } from "../http";
import { WalkClient } from "./client";
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
export async function openWalker(place: WalkPlace): Promise<Walker> {
  try {
    return await WalkClient.open(await fetchPack(place, false), makeWorker);
  } catch (cause) {
    if (!(cause instanceof WalkError) || !isCured(cause)) throw cause;
    // A copy kept by the browser may be cut off, or of before an update: the server's own may be well.
    return WalkClient.open(await fetchPack(place, true), makeWorker);
  }
}

function isCured({ reason }: WalkError): boolean {
  return reason === "broken" || reason === "other_version";
}

async function fetchPack(place: WalkPlace, afresh: boolean): Promise<ArrayBuffer> {
  const bytes = await getBytes(walkPackAddress(place), undefined, afresh).catch(() => null);
  if (!bytes) throw new WalkError("missing");
  return bytes;
}

function makeWorker(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
}

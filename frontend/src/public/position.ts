import type { PlaceInfo } from "../map";
import { metresBetween, type Spot } from "./nearest";
import type { Origin } from "./state";

/** From here on a device's doubt is larger than the walk that it should shorten. */
const VAGUE_M = 500;
/** Beyond the place's box by more than this, nobody walks in from there in an emergency. */
const FAR_M = 2000;

export function isVague(origin: Origin): boolean {
  return origin.accuracyM >= VAGUE_M;
}

/** Metres from a place's box; 0 inside it, and where the place has none. */
export function metresOutside({ lon, lat }: Spot, place: PlaceInfo | null): number {
  if (!place?.bounds) return 0;
  const [west, south, east, north] = place.bounds;
  const within = west <= east ? west <= lon && lon <= east : lon >= west || lon <= east;
  const nearLat = Math.min(Math.max(lat, south), north);
  if (within) return metresBetween({ lon, lat }, { lon, lat: nearLat });
  return Math.min(
    metresBetween({ lon, lat }, { lon: west, lat: nearLat }),
    metresBetween({ lon, lat }, { lon: east, lat: nearLat }),
  );
}

export function isFarAway(origin: Spot, place: PlaceInfo | null): boolean {
  return metresOutside(origin, place) > FAR_M;
}

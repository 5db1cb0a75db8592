import type { SearchIndex } from "./directory";
import { metresBetween, type Ranked, type Spot } from "./nearest";

/** What somebody can read out to an operator; worked out on the device from what everybody in the place has. */
export interface Whereabouts {
  /** An address or street to say "near" of; missing where none is near. */
  near?: string;
  /** Latitude and longitude, if there is nothing better: an operator can take them. */
  degrees?: string;
}

const ADDRESS_M = 60;
const POINT_M = 80;
const STREET_M = 120;
/** Four decimals are some ten metres. */
const DECIMALS = 4;

/**
 * The nearest known address, else the street that the walk begins on, else what stands at a point near by, else a street
 * whose middle is near.
 *
 * @param beginsOn the street that the way from the spot starts on
 */
export function whereabouts(
  spot: Spot,
  index: SearchIndex | null,
  points: Ranked[],
  beginsOn: string | undefined,
): Whereabouts {
  const address = nearestOf(spot, index?.addresses ?? [], ADDRESS_M)?.name;
  if (address) return { near: address };
  const atPoint = nearestOf(
    spot,
    points.filter(({ point }) => point.address ?? point.near).map(({ point }) => point),
    POINT_M,
  );
  const near =
    atPoint?.address ?? beginsOn ?? atPoint?.near ?? nearestOf(spot, index?.streets ?? [], STREET_M)?.name;
  if (near) return { near };
  return { degrees: `${spot.lat.toFixed(DECIMALS)}, ${spot.lon.toFixed(DECIMALS)}` };
}

function nearestOf<T extends Spot>(spot: Spot, all: T[], withinM: number): T | undefined {
  let [best, bestM]: [T | undefined, number] = [undefined, withinM];
  for (const one of all) {
    if (Math.abs(one.lat - spot.lat) > 0.01) continue;
    const metres = metresBetween(spot, one);
    if (metres <= bestM) [best, bestM] = [one, metres];
  }
  return best;
}

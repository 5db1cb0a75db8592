import type { MapPoint } from "../map";
import type { Kind } from "../public/directory";
import type { Ranked } from "../public/nearest";
import { kindName, pointTitle, stateWord } from "../public/words";

/** A point as the map shows it. */
export function mapPoint({ point, state, hours }: Ranked, kinds: Kind[]): MapPoint {
  const words = [pointTitle(point, kinds), kindName(kinds, point.kind), stateWord(state, hours)];
  const label = [...new Set(words)].filter(Boolean).join(", ");
  return { id: point.id, kind: point.kind, lon: point.lon, lat: point.lat, state, label };
}

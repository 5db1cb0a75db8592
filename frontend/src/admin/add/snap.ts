import { t } from "../../i18n";
import { metresBetween, type Station } from "../stations/nearest";
import type { PositionCheck } from "./hints";

/** A release within so many metres sets the point onto it; farther ones are only shown, up to {@link SHOWN_M}. */
export const SNAP_M = 5;
const SHOWN_M = 25;

/** What a point that is being dragged may be set onto. */
export interface Snap {
  lon: number;
  lat: number;
  name: string;
  /** Near enough for a release to set it there. */
  isClose: boolean;
}

/**
 * The nearest street, building entrance or station, as far as the last answer knows; what is within reach comes first, and
 * of that an entrance or a station before the street, which runs past both.
 *
 * @param self id of the point itself, which may be a station
 */
export function snapOf(
  lon: number,
  lat: number,
  check: PositionCheck | null,
  stations: readonly Station[],
  self: string,
): Snap | null {
  const { street, entrance } = check ?? {};
  const doors = entrance ? [{ ...entrance, name: t("admin.snap.entrance") }] : [];
  const others = stations
    .filter((station) => station.id !== self)
    .map((one) => ({ lon: one.lon, lat: one.lat, name: one.label }));
  const streets = street ? [{ ...street, name: street.name ?? t("admin.snap.street") }] : [];
  const near = [...doors, ...others, ...streets]
    .map((one, at) => ({ ...one, isStreet: at >= doors.length + others.length }))
    .map((one) => ({ ...one, metres: metresBetween(lon, lat, one.lon, one.lat) }))
    .filter(({ metres }) => metres <= SHOWN_M)
    .sort((a, b) => a.metres - b.metres);
  const close = near.filter(({ metres }) => metres <= SNAP_M);
  const best = close.find(({ isStreet }) => !isStreet) ?? close[0] ?? near[0];
  return best ? { lon: best.lon, lat: best.lat, name: best.name, isClose: best.metres <= SNAP_M } : null;
}

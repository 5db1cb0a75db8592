import * as L from "leaflet";
import { type PointState, signSvg } from "./sign";

/** Leaflet's icon of a point: a 44 px target around a 32 px sign. */
export function pointIcon(kind: string, state: PointState = "open", selected = false): L.DivIcon {
  return L.divIcon({
    className: selected ? "point-icon point-icon-selected" : "point-icon",
    html: signSvg(kind, state, selected ? 40 : 32),
    iconSize: [44, 44],
    iconAnchor: [22, 22],
  });
}

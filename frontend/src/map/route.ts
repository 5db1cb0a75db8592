import * as L from "leaflet";
import { nearLon } from "./meridian";

/** A way on foot: along the streets as a line, from and to them as dots. */
export class RouteLayer {
  private readonly group = L.layerGroup();

  constructor(private readonly map: L.Map) {
    this.group.addTo(map);
  }

  /** @param line longitude and latitude; the first and last stretch are the legs that lead to the streets */
  show(line: [lon: number, lat: number][] | null): void {
    this.group.clearLayers();
    if (!line || line.length < 2) return;
    const middle = this.map.getCenter().lng;
    const all = line.map(([lon, lat]): L.LatLngTuple => [lat, nearLon(lon, middle)]);
    this.draw(all, "route-casing");
    if (all.length < 4) {
      this.draw(all, "route-leg");
      return;
    }
    this.draw(all.slice(1, -1), "route-line");
    this.draw(all.slice(0, 2), "route-leg");
    this.draw(all.slice(-2), "route-leg");
  }

  private draw(line: L.LatLngTuple[], className: string): void {
    L.polyline(line, { className, interactive: false, smoothFactor: 0 }).addTo(this.group);
  }
}

import * as L from "leaflet";
import { nearLon } from "./meridian";

/** Where the visitor is or wants to start from, and the straight line to a point: drawn only, never sent. */
export class SpotLayer {
  private readonly group = L.layerGroup();

  constructor(private readonly map: L.Map) {
    this.group.addTo(map);
  }

  /** @param accuracyM radius of the device's doubt, metres; 0 for a spot chosen by hand */
  show(
    lat: number,
    lon: number,
    accuracyM: number,
    label: string,
    target?: { lat: number; lon: number },
  ): void {
    this.group.clearLayers();
    const near = nearLon(lon, this.map.getCenter().lng);
    if (accuracyM > 20 && accuracyM < 5000) {
      L.circle([lat, near], { radius: accuracyM, className: "spot-accuracy", interactive: false }).addTo(
        this.group,
      );
    }
    if (target) {
      const line: L.LatLngTuple[] = [
        [lat, near],
        [target.lat, nearLon(target.lon, near)],
      ];
      L.polyline(line, { className: "spot-line-casing", interactive: false }).addTo(this.group);
      L.polyline(line, { className: "spot-line", interactive: false }).addTo(this.group);
    }
    const icon = L.divIcon({
      className: "spot-icon",
      html: '<span class="spot"></span>',
      iconSize: [24, 24],
    });
    L.marker([lat, near], {
      icon,
      title: label,
      interactive: false,
      keyboard: false,
      zIndexOffset: 3000,
    }).addTo(this.group);
  }

  clear(): void {
    this.group.clearLayers();
  }
}

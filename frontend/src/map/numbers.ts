import * as L from "leaflet";
import { nearLon } from "./meridian";
import { ranges, together } from "./numbering";

/** Labels nearer than this to one another are one. */
const APART_PX = 26;

/** Points by their number in a list, from 1, where signs would say nothing: on paper. */
export class NumberLayer {
  private spots: readonly { lon: number; lat: number }[] = [];
  private readonly group = L.layerGroup();

  constructor(private readonly map: L.Map) {
    this.group.addTo(map);
    map.on("moveend", () => this.draw());
  }

  /** An empty list takes them away. */
  show(spots: readonly { lon: number; lat: number }[]): void {
    this.spots = spots;
    this.draw();
  }

  private draw(): void {
    this.group.clearLayers();
    const placed = this.spots.map(({ lon, lat }) => {
      const at = L.latLng(lat, nearLon(lon, this.map.getCenter().lng));
      return { at, ...this.map.latLngToContainerPoint(at) };
    });
    for (const numbers of together(placed, APART_PX)) {
      const first = placed[numbers[0] - 1];
      const icon = L.divIcon({
        className: "number-icon",
        html: `<span class="number-label">${ranges(numbers)}</span>`,
        iconSize: [0, 0],
      });
      L.marker(first.at, { icon, interactive: false, keyboard: false }).addTo(this.group);
    }
  }
}

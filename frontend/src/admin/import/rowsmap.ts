import { L, type PlaceInfo } from "../../map";
import { importMap } from "./importmap";
import { spotsInView } from "./inview";
import type { Spots, What } from "./model";

/** Told apart by form too: filled, ring, dashed ring. */
const LOOKS: Record<What, L.CircleMarkerOptions> = {
  new: { radius: 6, weight: 1.5, color: "#fff", fillColor: "#1f4fa3", fillOpacity: 1 },
  changed: { radius: 7, weight: 3, color: "#1b7f8c", fillColor: "#fff", fillOpacity: 0.9 },
  unchanged: { radius: 3.5, weight: 1, color: "#fff", fillColor: "#5b6472", fillOpacity: 0.8 },
  duplicate: {
    radius: 7,
    weight: 2,
    color: "#a3126f",
    dashArray: "3 3",
    fillColor: "#fff",
    fillOpacity: 0.7,
  },
  problem: { radius: 6, weight: 2, color: "#c98a00", dashArray: "2 4", fillColor: "#fff", fillOpacity: 0.4 },
};

/** The rows of a preview on the place's map. */
export class RowsMap {
  private readonly map: L.Map;
  private readonly layer = L.layerGroup();
  private readonly canvas = L.canvas({ padding: 0.3 });
  private readonly watch: ResizeObserver;
  private chosen: L.CircleMarker | null = null;

  constructor(
    container: HTMLElement,
    place: PlaceInfo,
    private readonly onChoose: (row: number) => void,
  ) {
    this.map = importMap(container, place);
    this.layer.addTo(this.map);
    this.watch = new ResizeObserver(() => this.map.invalidateSize());
    this.watch.observe(container);
  }

  show(spots: Spots): void {
    this.layer.clearLayers();
    spots.number.forEach((row, at) => {
      L.circleMarker([spots.lat[at], spots.lon[at]], {
        ...LOOKS[spots.whats[spots.what[at]]],
        renderer: this.canvas,
      })
        .on("click", () => this.onChoose(row))
        .addTo(this.layer);
    });
    const corners = spotsInView(spots);
    if (corners.length) this.map.fitBounds(L.latLngBounds(corners).pad(0.1), { maxZoom: 17, animate: false });
  }

  choose(lon: number | null, lat: number | null): void {
    this.chosen?.remove();
    this.chosen = null;
    if (lon === null || lat === null) return;
    this.chosen = L.circleMarker([lat, lon], {
      radius: 13,
      weight: 3,
      color: "#1f4fa3",
      fill: false,
      interactive: false,
    });
    this.chosen.addTo(this.map);
    if (!this.map.getBounds().pad(-0.1).contains([lat, lon])) this.map.panTo([lat, lon]);
  }

  remove(): void {
    this.watch.disconnect();
    this.map.remove();
  }
}

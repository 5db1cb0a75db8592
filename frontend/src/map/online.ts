import * as L from "leaflet";

/** Somebody else's tiles, such as Tianditu's, as the operator offers them: addresses with {s} {z} {x} {y}, lowest first. */
export interface OnlineTiles {
  id: string;
  tiles: string[];
}

const SERVERS = ["0", "1", "2", "3", "4", "5", "6", "7"];
const FINEST_ZOOM = 18;

/**
 * Lies over our own basemap and under everything else while it is on. Its servers see which part of the map is looked at:
 * the page says so, and never turns it on by itself.
 */
export class OnlineLayer {
  private readonly layers: L.TileLayer[];

  constructor(
    private readonly map: L.Map,
    { tiles }: OnlineTiles,
  ) {
    const pane = map.getPane("online") ?? map.createPane("online");
    pane.classList.add("online-pane");
    this.layers = tiles.map((address, i) =>
      L.tileLayer(address, {
        pane: "online",
        subdomains: SERVERS,
        maxNativeZoom: FINEST_ZOOM,
        maxZoom: map.getMaxZoom(),
        zIndex: i,
        referrerPolicy: "no-referrer",
      }),
    );
  }

  show(on: boolean): void {
    for (const layer of this.layers) {
      if (on) layer.addTo(this.map);
      else layer.remove();
    }
    this.map.getContainer().classList.toggle("map-online", on);
  }
}

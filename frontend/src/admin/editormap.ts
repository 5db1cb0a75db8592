import { t } from "../i18n";
import { createMap, L, type PlaceInfo, type PointState, pointIcon } from "../map";
import type { Kind, PointFeature, Status } from "./model";

/** Beyond that many signs in view the points are drawn as dots: the map stays quick with a whole city. */
const MAX_SIGNS = 250;

export interface MapEvents {
  onChoose(id: string): void;
  onPlace(lon: number, lat: number): void;
  onMove(lon: number, lat: number): void;
}

/** The chosen point as the form has it now, which may not be saved yet. */
export interface Chosen {
  id: string | null;
  kind: string;
  status: Status;
  lon: number;
  lat: number;
}

/** The editor's map: every point shown in the list, the chosen one to be dragged, a click to add. */
export class EditorMap {
  private readonly map: L.Map;
  private readonly signs = L.layerGroup();
  private readonly dots = L.canvas({ padding: 0.3 });
  private points: PointFeature[] = [];
  private kinds = new Map<string, Kind>();
  private chosen: Chosen | null = null;
  private chosenMarker: L.Marker | null = null;
  private placing = false;

  constructor(
    private readonly container: HTMLElement,
    place: PlaceInfo,
    private readonly events: MapEvents,
  ) {
    this.map = createMap(container, place);
    this.signs.addTo(this.map);
    this.map.on("moveend", () => this.draw());
    this.map.on("click", (event) => {
      if (this.placing) this.place(event);
    });
  }

  setPoints(points: PointFeature[], kinds: Map<string, Kind>): void {
    this.points = points;
    this.kinds = kinds;
    this.draw();
  }

  setPlacing(placing: boolean): void {
    this.placing = placing;
    this.container.classList.toggle("placing", placing);
  }

  /** The middle of what is seen, for who does not use a pointer. */
  centre(): [number, number] {
    const { lng, lat } = this.map.getCenter();
    return [round(lng), round(lat)];
  }

  /** Shows a point as chosen; null for none. */
  choose(chosen: Chosen | null): void {
    const other = chosen?.id !== this.chosen?.id || (chosen === null) !== (this.chosen === null);
    this.chosen = chosen;
    if (other) this.draw();
    this.placeChosen();
  }

  /** Brings a position into view without changing more than it must. */
  reveal(lon: number, lat: number): void {
    this.map.invalidateSize();
    const inner = this.map.getBounds().pad(-0.15);
    if (inner.contains([lat, lon]) && this.map.getZoom() >= 15) return;
    this.map.setView([lat, lon], Math.max(this.map.getZoom(), 17));
  }

  resize(): void {
    this.map.invalidateSize();
  }

  remove(): void {
    this.map.remove();
  }

  private placeChosen(): void {
    if (!this.chosen) {
      this.chosenMarker?.remove();
      this.chosenMarker = null;
      return;
    }
    const { kind, status, lon, lat } = this.chosen;
    const icon = pointIcon(kind, stateOf(status), true);
    if (this.chosenMarker) {
      this.chosenMarker.setLatLng([lat, lon]).setIcon(icon);
      return;
    }
    const marker = L.marker([lat, lon], {
      icon,
      draggable: true,
      autoPan: true,
      zIndexOffset: 1000,
      title: t("admin.map.drag"),
      alt: t("admin.map.drag"),
    });
    marker.on("dragend", () => {
      const { lng, lat: moved } = marker.getLatLng();
      this.events.onMove(round(lng), round(moved));
    });
    this.chosenMarker = marker.addTo(this.map);
  }

  private draw(): void {
    const view = this.map.getBounds().pad(0.2);
    const seen = this.points.filter((point) => {
      const [lon, lat] = point.geometry.coordinates;
      return point.id !== this.chosen?.id && view.contains([lat, lon]);
    });
    this.signs.clearLayers();
    for (const point of seen)
      this.signs.addLayer(seen.length > MAX_SIGNS ? this.dot(point) : this.sign(point));
  }

  private sign(point: PointFeature): L.Layer {
    const [lon, lat] = point.geometry.coordinates;
    const icon = pointIcon(point.properties.kind, stateOf(point.properties.status));
    const removed = point.properties.status === "removed";
    return L.marker([lat, lon], { icon, keyboard: false, opacity: removed ? 0.45 : 1 }).on("click", (event) =>
      this.take(point.id, event),
    );
  }

  private dot(point: PointFeature): L.Layer {
    const [lon, lat] = point.geometry.coordinates;
    const rescue = this.kinds.get(point.properties.kind)?.group === "rescue";
    return L.circleMarker([lat, lon], {
      renderer: this.dots,
      radius: 5,
      weight: 1.5,
      color: "#fff",
      fillColor: rescue ? "#1b7f4b" : "#b3261e",
      fillOpacity: point.properties.status === "active" ? 1 : 0.5,
    }).on("click", (event) => this.take(point.id, event));
  }

  /** A new point may stand where a sign is drawn already: on a crowded map there is no ground left between them. */
  private take(id: string, event: L.LeafletMouseEvent): void {
    L.DomEvent.stopPropagation(event);
    if (this.placing) this.place(event);
    else this.events.onChoose(id);
  }

  private place(event: L.LeafletMouseEvent): void {
    const { lng, lat } = this.map.mouseEventToLatLng(event.originalEvent);
    this.events.onPlace(round(lng), round(lat));
  }
}

export function stateOf(status: Status): PointState {
  return status === "active" ? "open" : status === "planned" ? "planned" : "out_of_service";
}

/** A centimetre is finer than anybody can point. */
function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

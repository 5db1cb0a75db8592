import * as L from "leaflet";
import Supercluster from "supercluster";
import { type PointState, pointIcon } from "./icons";

/** What the map needs to know of a point. */
export interface MapPoint {
  id: string;
  kind: string;
  lon: number;
  lat: number;
  state: PointState;
  /** Read out by a screen reader, and shown on hover. */
  label: string;
}

export interface PointLayerOptions {
  onSelect: (id: string) => void;
  /** A cluster that no zoom takes apart: several points at one spot. */
  onPile: (ids: string[]) => void;
  clusterLabel: (count: number) => string;
}

const RADIUS_PX = 46;
const PILE_LIMIT = 500;

/** A place's points on a map, clustered; draws only what is in view, from memory. */
export class PointLayer {
  private index = new Supercluster<MapPoint>({ radius: RADIUS_PX, maxZoom: 19 }).load([]);
  private points: MapPoint[] = [];
  private selected: string | null = null;
  private readonly shown = new Map<string, L.Marker>();
  private readonly group = L.layerGroup();

  constructor(
    private readonly map: L.Map,
    private readonly options: PointLayerOptions,
  ) {
    this.group.addTo(map);
    map.on("moveend", () => this.draw());
  }

  setPoints(points: MapPoint[]): void {
    this.points = points;
    this.load();
  }

  select(id: string | null): void {
    if (id === this.selected) return;
    this.selected = id;
    this.load();
  }

  /** The chosen point stands by itself, so it is not in the clusters. */
  private load(): void {
    this.index = new Supercluster<MapPoint>({ radius: RADIUS_PX, maxZoom: 19 });
    this.index.load(
      this.points
        .filter((point) => point.id !== this.selected)
        .map((point) => ({
          type: "Feature",
          geometry: { type: "Point", coordinates: [point.lon, point.lat] },
          properties: point,
        })),
    );
    for (const marker of this.shown.values()) marker.remove();
    this.shown.clear();
    this.draw();
  }

  private draw(): void {
    const view = this.map.getBounds().pad(0.1);
    const found = this.index.getClusters(
      [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()],
      Math.round(this.map.getZoom()),
    );
    const wanted = new Map<string, () => L.Marker>();
    for (const feature of found) {
      const [lon, lat] = feature.geometry.coordinates;
      const properties = feature.properties;
      if ("cluster" in properties) {
        wanted.set(`cluster ${properties.cluster_id} ${lon} ${lat}`, () =>
          this.cluster(lat, lon, properties.cluster_id, properties.point_count),
        );
      } else {
        wanted.set(properties.id, () => this.marker(properties, false));
      }
    }
    const chosen = this.points.find((point) => point.id === this.selected);
    if (chosen) wanted.set(`chosen ${chosen.id}`, () => this.marker(chosen, true));
    for (const [key, marker] of this.shown) {
      if (wanted.has(key)) continue;
      marker.remove();
      this.shown.delete(key);
    }
    for (const [key, make] of wanted) {
      if (!this.shown.has(key)) this.shown.set(key, make());
    }
  }

  private marker(point: MapPoint, chosen: boolean): L.Marker {
    const marker = L.marker([point.lat, point.lon], {
      icon: pointIcon(point.kind, point.state, chosen),
      title: point.label,
      zIndexOffset: chosen ? 2000 : 0,
    });
    marker.on("click", () => this.options.onSelect(point.id));
    return this.add(marker, point.label);
  }

  private cluster(lat: number, lon: number, id: number, count: number): L.Marker {
    const size = count < 10 ? 36 : count < 100 ? 42 : 50;
    const label = this.options.clusterLabel(count);
    const marker = L.marker([lat, lon], {
      icon: L.divIcon({
        className: "cluster-icon",
        html: `<span class="cluster cluster-${size}">${count < 1000 ? count : `${Math.floor(count / 1000)}k`}</span>`,
        iconSize: [50, 50],
      }),
      title: label,
    });
    marker.on("click", () => this.open(lat, lon, id));
    return this.add(marker, label);
  }

  private open(lat: number, lon: number, id: number): void {
    const zoom = this.index.getClusterExpansionZoom(id);
    if (zoom > this.map.getMaxZoom()) {
      this.options.onPile(this.index.getLeaves(id, PILE_LIMIT).map((leaf) => leaf.properties.id));
    } else {
      this.map.setView([lat, lon], zoom);
    }
  }

  private add(marker: L.Marker, label: string): L.Marker {
    this.group.addLayer(marker);
    marker.getElement()?.setAttribute("aria-label", label);
    marker.on("remove", () => this.group.removeLayer(marker));
    return marker;
  }
}

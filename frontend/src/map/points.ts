import * as L from "leaflet";
import { Clusterer } from "./clusterer";
import type { Standing } from "./clusters";
import { pointIcon } from "./icons";
import { Markers } from "./markers";
import { nearLon } from "./meridian";
import type { PointState } from "./sign";
import { discOf, SignCanvas } from "./signcanvas";

/** What the map needs to know of a point that it shows. */
export interface MapPoint {
  id: string;
  kind: string;
  lon: number;
  lat: number;
  state: PointState;
  /** Read out by a screen reader, and shown on hover. */
  label: string;
}

/** Points to show: where each is, and the rest of it when it comes into view. */
export interface MapPoints {
  count: number;
  position(at: number): { lon: number; lat: number };
  describe(at: number): MapPoint;
}

export interface PointLayerOptions {
  onSelect: (id: string) => void;
  /** A cluster that no zoom takes apart: several points at one spot. */
  onPile: (ids: string[]) => void;
  clusterLabel: (count: number) => string;
}

/** Signs in view up to which each is an element; of more, only those nearest to the middle, the others are pixels. */
const MOST_ELEMENTS = 60;
const NEAREST_ELEMENTS = 24;
const REACH_PX = 22;
const NONE: MapPoints = {
  count: 0,
  position: () => ({ lon: 0, lat: 0 }),
  describe: () => {
    throw new RangeError("There is no point");
  },
};

/**
 * A place's points on a map, clustered; draws only what is in view, from memory. In a crowded view most signs are drawn on a
 * canvas and can be tapped there; the keyboard reaches those nearest to the middle, and every point through the list.
 */
export class PointLayer {
  private readonly clusterer = new Clusterer();
  private points = NONE;
  private selected: MapPoint | null = null;
  private readonly markers = new Markers();
  private looking = 0;
  private standing: Standing[] = [];
  private readonly group = L.layerGroup();
  private readonly canvas: SignCanvas;

  constructor(
    private readonly map: L.Map,
    private readonly options: PointLayerOptions,
  ) {
    this.group.addTo(map);
    const pane = map.createPane("signs");
    pane.classList.add("sign-pane");
    this.canvas = new SignCanvas((at) => this.points.describe(at), { pane: "signs", padding: 0.1 });
    this.canvas.addTo(map);
    this.clusterer.onLocal = () => this.look();
    map.on("moveend", () => {
      cancelAnimationFrame(this.looking);
      this.looking = requestAnimationFrame(() => this.look()); // the first frame after a move is the names'
    });
    map.on("unload", () => {
      cancelAnimationFrame(this.looking);
      this.markers.show(new Map());
    });
    map.on("retheme", () => this.canvas.refresh());
    map.on("click", ({ containerPoint }) => this.tap(containerPoint));
    map.on("mousemove", ({ containerPoint }) => {
      pane.parentElement?.classList.toggle(
        "over-sign",
        this.canvas.at(containerPoint, REACH_PX) !== undefined,
      );
    });
  }

  setPoints(points: MapPoints): void {
    const positions = new Float64Array(2 * points.count);
    for (let at = 0; at < points.count; at++) {
      const { lon, lat } = points.position(at);
      positions[2 * at] = lon;
      positions[2 * at + 1] = lat;
    }
    this.points = points;
    this.markers.show(new Map());
    this.clusterer.setPoints(positions);
    this.look();
  }

  /** The chosen point stands by itself and larger, over the others. */
  select(point: MapPoint | null): void {
    if (point?.id === this.selected?.id && point?.state === this.selected?.state) return;
    this.selected = point;
    this.draw(this.standing);
  }

  private look(): void {
    const view = this.map.getBounds().pad(0.1);
    const box = [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()] as const;
    this.clusterer.inView([...box], Math.round(this.map.getZoom()), (standing) =>
      this.draw(this.besideView(standing)),
    );
  }

  /** Across the 180th meridian, on this side of it. */
  private besideView(standing: Standing[]): Standing[] {
    const view = this.map.getBounds();
    if (view.getEast() <= 180 && view.getWest() >= -180) return standing;
    return standing.map((one) => ({ ...one, lon: nearLon(one.lon, view.getCenter().lng) }));
  }

  private draw(standing: Standing[]): void {
    this.standing = standing;
    const elements = standing.length > MOST_ELEMENTS ? this.nearest(standing) : standing;
    const wanted = new Map<string, () => L.Marker>();
    for (const one of elements) {
      if (one.count > 1) {
        wanted.set(`cluster ${one.id} ${one.lon} ${one.lat}`, () => this.cluster(one));
      } else {
        const point = this.points.describe(one.id);
        if (point.id !== this.selected?.id) wanted.set(point.id, () => this.marker(point, false));
      }
    }
    const { selected } = this;
    if (selected) wanted.set(`chosen ${selected.id} ${selected.state}`, () => this.marker(selected, true));
    this.markers.show(wanted);
    const asElements = new Set(elements);
    this.canvas.show(elements === standing ? [] : standing.filter((one) => !asElements.has(one)));
  }

  private nearest(standing: Standing[]): Standing[] {
    const { lng, lat } = this.map.getCenter();
    const narrowing = Math.cos((lat * Math.PI) / 180);
    const distance = (one: Standing) => Math.hypot((one.lon - lng) * narrowing, one.lat - lat);
    return standing
      .map((one) => ({ one, away: distance(one) }))
      .sort((a, b) => a.away - b.away)
      .slice(0, NEAREST_ELEMENTS)
      .map(({ one }) => one);
  }

  private tap(at: L.Point): void {
    if (this.map.getContainer().classList.contains("map-picking")) return; // the tap says where somebody is
    const one = this.canvas.at(at, REACH_PX);
    if (!one) return;
    if (one.count > 1) this.open(one);
    else this.options.onSelect(this.points.describe(one.id).id);
  }

  private marker(point: MapPoint, chosen: boolean): L.Marker {
    const marker = L.marker([point.lat, nearLon(point.lon, this.map.getCenter().lng)], {
      icon: pointIcon(point.kind, point.state, chosen),
      title: point.label,
      zIndexOffset: chosen ? 2000 : 0,
    });
    return this.add(marker, point.label, () => this.options.onSelect(point.id));
  }

  private cluster(one: Standing): L.Marker {
    const { size, words } = discOf(one.count);
    const label = this.options.clusterLabel(one.count);
    const marker = L.marker([one.lat, one.lon], {
      icon: L.divIcon({
        className: "cluster-icon",
        html: `<span class="cluster cluster-${size}">${words}</span>`,
        iconSize: [50, 50],
      }),
      title: label,
    });
    return this.add(marker, label, () => this.open(one));
  }

  private open({ lon, lat, id }: Standing): void {
    this.clusterer.open(id, (found) => {
      if (typeof found === "number") this.map.setView([lat, lon], found);
      else this.options.onPile(found.map((at) => this.points.describe(at).id));
    });
  }

  private add(marker: L.Marker, label: string, chosen: () => void): L.Marker {
    marker.on("click", chosen);
    marker.on("keypress", (event) => {
      // Leaflet takes a key on a marker for a click only where the marker has a popup.
      if ((event as L.LeafletKeyboardEvent).originalEvent.key === "Enter") chosen();
    });
    this.group.addLayer(marker);
    marker.getElement()?.setAttribute("aria-label", label);
    marker.on("remove", () => this.group.removeLayer(marker));
    return marker;
  }
}

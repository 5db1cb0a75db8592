import { createBareMap, createMap, L, type PlaceInfo } from "../../map";
import type { Case, Drawn, Shape, What } from "./model";

type Box = [west: number, south: number, east: number, north: number];

/** Told apart by more than colour: thick, thin, dashed. */
const STYLES: Record<What | "sample", (dark: boolean) => L.PathOptions> = {
  new: (dark) => ({ color: dark ? "#8ab4ff" : "#1f4fa3", weight: 2.5 }),
  changed: (dark) => ({ color: dark ? "#4fc3d0" : "#1b7f8c", weight: 4 }),
  unchanged: (dark) => ({ color: dark ? "#9aa4b2" : "#5b6472", weight: 1 }),
  gone: (dark) => ({ color: dark ? "#f06bc0" : "#a3126f", weight: 2.5, dashArray: "5 5" }),
  sample: (dark) => ({ color: dark ? "#8ab4ff" : "#1f4fa3", weight: 2.5 }),
};

/** A town fills the view. */
const NEAR_ZOOM = 11;
/** A crossing fills the view. */
const CASE_ZOOM = 18;

const spotsOf = (layers: Drawn[][]) => layers.flat().flatMap((drawn) => drawn.lines.flat());

export interface GroundMapEvents {
  /** What is in view after the map came to rest. */
  onView?(box: Box): void;
  onClick?(lon: number, lat: number): void;
}

/** A map for what files hold: over the place's own where it is there, on bare ground where it is yet to be made. */
export class GroundMap {
  private readonly map: L.Map;
  private readonly shapes = L.layerGroup();
  private readonly marks = L.layerGroup();
  private readonly canvas = L.canvas({ padding: 0.3 });
  private readonly watch: ResizeObserver;
  private readonly dark = matchMedia("(prefers-color-scheme: dark)").matches;

  constructor(container: HTMLElement, place: PlaceInfo | null, events: GroundMapEvents) {
    this.map = place ? createMap(container, place) : createBareMap(container);
    this.shapes.addTo(this.map);
    this.marks.addTo(this.map);
    this.map.on("moveend", () => events.onView?.(this.box));
    this.map.on("click", ({ latlng }) => events.onClick?.(latlng.lng, latlng.lat));
    this.watch = new ResizeObserver(() => this.map.invalidateSize());
    this.watch.observe(container);
  }

  get box(): Box {
    const bounds = this.map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  look([west, south, east, north]: Box): void {
    this.map.fitBounds(
      [
        [south, west],
        [north, east],
      ],
      { padding: [16, 16], maxZoom: 18, animate: false },
    );
  }

  showShapes(shapes: Shape[]): void {
    this.shapes.clearLayers();
    for (const { what, part, drawn } of shapes)
      this.draw(drawn, { ...STYLES[what](this.dark), fillOpacity: part === "buildings" ? 0.25 : 0.1 });
  }

  /** The first shapes of files. */
  showSamples(layers: Drawn[][]): void {
    this.shapes.clearLayers();
    for (const drawn of layers.flat()) this.draw(drawn, { ...STYLES.sample(this.dark), fillOpacity: 0.15 });
  }

  lookAtAll(layers: Drawn[][]): void {
    const spots = spotsOf(layers);
    const [lons, lats] = [spots.map(([lon]) => lon), spots.map(([, lat]) => lat)];
    this.look([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]);
  }

  /** Whether something of it is in view, and near enough to be told from a speck. */
  shows(layers: Drawn[][]): boolean {
    const seen = this.map.getBounds();
    return this.map.getZoom() >= NEAR_ZOOM && spotsOf(layers).some(([lon, lat]) => seen.contains([lat, lon]));
  }

  private draw(drawn: Drawn, style: L.PathOptions): void {
    const options = { ...style, renderer: this.canvas, interactive: false };
    const lines = drawn.lines.map((line) => line.map(([lon, lat]): [number, number] => [lat, lon]));
    if (drawn.is_area) L.polygon(lines, options).addTo(this.shapes);
    else if (lines.every((line) => line.length === 1))
      for (const [spot] of lines)
        L.circleMarker(spot, { ...options, radius: 4, dashArray: undefined }).addTo(this.shapes);
    else L.polyline(lines, options).addTo(this.shapes);
  }

  /** Cases as rings; the chosen one is larger. */
  showCases(cases: Case[], chosen: Case | null, onChoose: (one: Case) => void): void {
    this.marks.clearLayers();
    for (const one of cases) {
      if (one.lon === null || one.lat === null) continue;
      const isChosen = one === chosen;
      L.circleMarker([one.lat, one.lon], {
        renderer: this.canvas,
        radius: isChosen ? 11 : 6,
        weight: isChosen ? 4 : 2.5,
        color: this.dark ? "#ffb300" : "#8a5f00",
        fillColor: "#fff",
        fillOpacity: isChosen ? 0 : 0.8,
      })
        .on("click", () => onChoose(one))
        .addTo(this.marks);
    }
  }

  /** Goes to a case, close enough to tell what is meant. */
  lookAt({ lon, lat }: Case): void {
    if (lon !== null && lat !== null)
      this.map.setView([lat, lon], Math.max(this.map.getZoom(), CASE_ZOOM), { animate: false });
  }

  /** Control points with their numbers. */
  showControls(controls: { lon: number | null; lat: number | null }[], active: number): void {
    this.marks.clearLayers();
    controls.forEach(({ lon, lat }, at) => {
      if (lon === null || lat === null) return;
      const radius = at === active ? 9 : 6;
      L.circleMarker([lat, lon], {
        radius,
        weight: 2.5,
        color: this.dark ? "#ffb300" : "#8a5f00",
        fillColor: "#fff",
        fillOpacity: 0.9,
        interactive: false,
      })
        .bindTooltip(String(at + 1), {
          permanent: true,
          direction: "right",
          offset: [radius, 0], // beside the ring, which would be half hidden
          className: "ground-number",
        })
        .addTo(this.marks);
    });
  }

  remove(): void {
    this.watch.disconnect();
    this.map.remove();
  }
}

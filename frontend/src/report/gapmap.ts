import type { Feature, FeatureCollection, MultiLineString } from "geojson";
import { getJson } from "../http";
import { t } from "../i18n";
import { CoverageLayer, createMap, L, type PlaceInfo } from "../map";

interface GapProperties {
  rank: number;
}

type Gap = Feature<MultiLineString, GapProperties>;

type GapCollection = FeatureCollection<MultiLineString, GapProperties> & { change_number: number };

const CLOSEST_ZOOM = 18;

/** The report's live map over its drawing; gaps are shown by their rank. */
export class GapMap {
  private readonly map: L.Map;
  private readonly gaps = new Map<number, Gap>();
  private loading: Promise<void> | null = null;
  private shown: L.LayerGroup | null = null;
  private whole: L.LatLngBounds | null = null;

  private constructor(
    private readonly box: HTMLElement,
    private readonly place: PlaceInfo,
  ) {
    const container = document.createElement("div");
    container.className = "live-map";
    container.setAttribute("role", "application");
    container.setAttribute("aria-label", t("report.where"));
    box.append(container);
    this.map = createMap(container, place);
    box.dataset.live = "";
  }

  /** Makes the map of the page's box; throws where the place can't be loaded, and the drawing stays. */
  static async open(box: HTMLElement): Promise<GapMap> {
    const { places } = await getJson<{ places: PlaceInfo[] }>("/api/places");
    const place = places.find(({ id }) => id === box.dataset.place);
    if (!place) throw new Error(`No place ${box.dataset.place}`);
    const made = new GapMap(box, place);
    await made.fill();
    return made;
  }

  get element(): HTMLElement {
    return this.map.getContainer();
  }

  private async fill(): Promise<void> {
    const { bounds = "", tiles = "", gap } = this.box.dataset;
    const [west, south, east, north] = bounds.split(",").map(Number);
    this.map.fitBounds(
      [
        [south, west],
        [north, east],
      ],
      { animate: false, maxZoom: CLOSEST_ZOOM },
    );
    this.drawCoverage(tiles);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.coverage?.redraw());
    await Promise.all([this.drawBorders(), this.drawPoints(), gap ? this.mark(Number(gap)) : undefined]);
  }

  private coverage: CoverageLayer | null = null;

  private drawCoverage(tiles: string): void {
    const [west, south, east, north] = this.place.bounds ?? [-180, -85, 180, 85];
    const bounds = L.latLngBounds([south, west], [north, east]).pad(0.2);
    this.coverage = new CoverageLayer(tiles, this.place, undefined, { bounds, maxZoom: 19 }).addTo(this.map);
  }

  private async drawBorders(): Promise<void> {
    const areas = await getJson<FeatureCollection>(`/api/areas?place=${encodeURIComponent(this.place.id)}`);
    const own = (feature?: Feature) => feature?.id === this.box.dataset.area;
    const borders = L.geoJSON(areas, {
      interactive: false,
      style: (feature) => ({
        className: "area-border",
        fill: false,
        weight: own(feature) ? 2.5 : 1,
        dashArray: "2 4",
      }),
    }).addTo(this.map);
    borders.eachLayer((layer) => {
      if (own((layer as L.Polygon).feature)) this.whole = (layer as L.Polygon).getBounds();
    });
  }

  private async drawPoints(): Promise<void> {
    const { points = "", kinds = "" } = this.box.dataset;
    const counted = new Set(kinds.split(","));
    let after: string | null = "";
    while (after !== null) {
      const from: string = after ? `&after=${encodeURIComponent(after)}` : "";
      const page: FeatureCollection & { next?: string | null } = await getJson(points + from);
      for (const point of page.features) if (counted.has(point.properties?.kind)) this.drawPoint(point);
      after = page.next ?? null;
    }
  }

  /** Only what coverage counts: active, and neither failed nor expired. */
  private drawPoint({ geometry, properties }: Feature): void {
    if (geometry.type !== "Point" || properties?.status !== "active") return;
    if (["failed", "expired"].includes(properties.serviceable)) return;
    const [lon, lat] = geometry.coordinates;
    const marker = L.circleMarker([lat, lon], { className: "counted-point", radius: 5, weight: 1.5 });
    if (properties.name) marker.bindTooltip(document.createTextNode(properties.name) as never);
    marker.addTo(this.map);
  }

  /** Zooms to a gap and marks it; false where there is none of that rank. */
  async showGap(rank: number): Promise<boolean> {
    const gap = await this.mark(rank);
    if (!gap) return false;
    this.map.fitBounds(L.geoJSON(gap).getBounds(), { padding: [32, 32], maxZoom: CLOSEST_ZOOM });
    return true;
  }

  /** Back to the whole area. */
  showWhole(): void {
    this.shown?.remove();
    this.shown = null;
    if (this.whole) this.map.fitBounds(this.whole);
  }

  private async mark(rank: number): Promise<Gap | undefined> {
    this.loading ??= this.loadGaps();
    await this.loading;
    const gap = this.gaps.get(rank);
    if (!gap) return undefined;
    this.shown?.remove();
    const glow = L.geoJSON(gap, { interactive: false, style: { className: "gap-glow", weight: 14 } });
    const badge = L.marker(middle(gap), {
      interactive: false,
      keyboard: false,
      icon: L.divIcon({ className: "gap-badge", html: String(rank), iconSize: [26, 26] }),
    });
    this.shown = L.layerGroup([glow, badge]).addTo(this.map);
    return gap;
  }

  private async loadGaps(): Promise<void> {
    const { gaps = "", change } = this.box.dataset;
    const found = await getJson<GapCollection>(gaps);
    if (String(found.change_number) !== change)
      throw new Error("The data have changed since the page was made");
    for (const gap of found.features) this.gaps.set(gap.properties.rank, gap);
  }
}

/** The middle corner of a gap's longest line. */
function middle({ geometry }: Gap): L.LatLngExpression {
  const longest = geometry.coordinates.reduce((a, b) => (b.length > a.length ? b : a));
  const [lon, lat] = longest[Math.floor(longest.length / 2)];
  return [lat, lon];
}

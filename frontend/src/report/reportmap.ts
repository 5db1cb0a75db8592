import type { Feature, FeatureCollection } from "geojson";
import { getJson } from "../http";
import { createMap, L, type PlaceInfo } from "../map";

export const CLOSEST_ZOOM = 18;

/** The place that the page's box is a map of; throws where it can't be loaded. */
export async function placeOf(box: HTMLElement): Promise<PlaceInfo> {
  const { places } = await getJson<{ places: PlaceInfo[] }>("/api/places");
  const place = places.find(({ id }) => id === box.dataset.place);
  if (!place) throw new Error(`No place ${box.dataset.place}`);
  return place;
}

/** A live map over a drawing: the place with its areas' borders and the counted points. */
export class ReportMap {
  protected readonly map: L.Map;
  /** The area's own border. */
  protected whole: L.LatLngBounds | null = null;

  /** @param label for a screen reader */
  protected constructor(
    protected readonly box: HTMLElement,
    protected readonly place: PlaceInfo,
    label: string,
  ) {
    const container = document.createElement("div");
    container.className = "live-map";
    container.setAttribute("role", "application");
    container.setAttribute("aria-label", label);
    box.append(container);
    this.map = createMap(container, place);
    box.dataset.live = "";
  }

  get element(): HTMLElement {
    return this.map.getContainer();
  }

  protected fitBox(): void {
    const [west, south, east, north] = (this.box.dataset.bounds ?? "").split(",").map(Number);
    this.map.fitBounds(
      [
        [south, west],
        [north, east],
      ],
      { animate: false, maxZoom: CLOSEST_ZOOM },
    );
  }

  protected async drawBorders(): Promise<void> {
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

  protected async drawPoints(): Promise<void> {
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
}

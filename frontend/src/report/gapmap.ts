import type { Feature, FeatureCollection, MultiLineString } from "geojson";
import { getJson } from "../http";
import { t } from "../i18n";
import { CoverageLayer, L } from "../map";
import { CLOSEST_ZOOM, placeOf, ReportMap } from "./reportmap";

interface GapProperties {
  rank: number;
}

type Gap = Feature<MultiLineString, GapProperties>;

type GapCollection = FeatureCollection<MultiLineString, GapProperties> & { change_number: number };

/** The report's live map over its drawing; gaps are shown by their rank. */
export class GapMap extends ReportMap {
  private readonly gaps = new Map<number, Gap>();
  private loading: Promise<void> | null = null;
  private shown: L.LayerGroup | null = null;
  private coverage: CoverageLayer | null = null;

  /** Makes the map of the page's box; throws where the place can't be loaded, and the drawing stays. */
  static async open(box: HTMLElement): Promise<GapMap> {
    const made = new GapMap(box, await placeOf(box), t("report.where"));
    await made.fill();
    return made;
  }

  private async fill(): Promise<void> {
    const { tiles = "", gap } = this.box.dataset;
    this.fitBox();
    this.drawCoverage(tiles);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.coverage?.redraw());
    await Promise.all([this.drawBorders(), this.drawPoints(), gap ? this.mark(Number(gap)) : undefined]);
  }

  private drawCoverage(tiles: string): void {
    const [west, south, east, north] = this.place.bounds ?? [-180, -85, 180, 85];
    const bounds = L.latLngBounds([south, west], [north, east]).pad(0.2);
    this.coverage = new CoverageLayer(tiles, this.place, undefined, { bounds, maxZoom: 19 }).addTo(this.map);
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

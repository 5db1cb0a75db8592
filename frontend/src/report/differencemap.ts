import type { FeatureCollection, LineString } from "geojson";
import { getJson } from "../http";
import { t } from "../i18n";
import { L } from "../map";
import { placeOf, ReportMap } from "./reportmap";

interface Piece {
  change: "won" | "lost";
}

interface Difference {
  before: { change_number: number };
  after: { change_number: number };
  pieces: FeatureCollection<LineString, Piece>;
}

/** As the drawing below has them. */
const DASH: Record<Piece["change"], string | undefined> = { won: undefined, lost: "7 4" };
const COLOUR: Record<Piece["change"], string> = { won: "--covered", lost: "--uncovered" };

/** The comparison's live map over its drawing: streets that came into reach and those that fell out of it. */
export class DifferenceMap extends ReportMap {
  /** Makes the map of the page's box; throws where anything is missing, and the drawing stays. */
  static async open(box: HTMLElement): Promise<DifferenceMap> {
    const made = new DifferenceMap(box, await placeOf(box), t("report.compare.where"));
    made.fitBox();
    await Promise.all([made.drawBorders(), made.drawPoints(), made.drawPieces()]);
    return made;
  }

  /** Two standards may differ on every street: lines as pixels, by two layers, lost over won. */
  private async drawPieces(): Promise<void> {
    const { differences = "", changes } = this.box.dataset;
    const { before, after, pieces } = await getJson<Difference>(differences);
    if (`${before.change_number},${after.change_number}` !== changes)
      throw new Error("The data have changed since the page was made");
    const renderer = L.canvas({ padding: 0.2 });
    const layers = (["won", "lost"] as const).map((change) => {
      const layer = L.geoJSON(pieces, {
        interactive: false,
        filter: ({ properties }) => properties.change === change,
        style: () => ({ ...lineOf(change), renderer }) as L.PathOptions,
      });
      return { change, layer: layer.addTo(this.map) };
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      for (const { change, layer } of layers) layer.setStyle(lineOf(change));
    });
    this.box.dataset.pieces = String(pieces.features.length);
  }
}

function lineOf(change: Piece["change"]): L.PathOptions {
  const colour = getComputedStyle(document.documentElement).getPropertyValue(COLOUR[change]).trim();
  return { color: colour, weight: 3, opacity: 1, lineCap: "butt", dashArray: DASH[change] };
}

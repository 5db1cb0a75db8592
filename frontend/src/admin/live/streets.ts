import { L } from "../../map";
import type { CoverageChange } from "./latest";

/** Streets won and lost by a drag: won as a broad line of the covered colour, lost as dashes of the uncovered one. */
export class ChangedStreets {
  private readonly layer = L.layerGroup();

  constructor(map: L.Map) {
    this.layer.addTo(map);
  }

  show(change: CoverageChange | null): void {
    this.layer.clearLayers();
    if (!change) return;
    this.draw(change.lost, "--uncovered", "2 7");
    this.draw(change.won, "--covered");
  }

  private draw(lines: [number, number][][], variable: string, dashArray?: string): void {
    if (lines.length === 0) return;
    const color = getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
    const positions = lines.map((line) => line.map(([lon, lat]): [number, number] => [lat, lon]));
    this.layer.addLayer(
      L.polyline(positions, { color, weight: 6, opacity: 0.85, dashArray, interactive: false }),
    );
  }
}

import { L } from "../../map";
import type { Snap } from "./snap";

/** On the map while a point is dragged: a ring where it would be set, dashed while that is still too far away. */
export class SnapMark {
  private marker: L.Marker | null = null;

  constructor(private readonly map: L.Map) {}

  show(snap: Snap | null): void {
    this.marker?.remove();
    this.marker = null;
    if (!snap) return;
    const className = snap.isClose ? "snap-ring is-close" : "snap-ring";
    const icon = L.divIcon({ className, iconSize: [24, 24] });
    const name = document.createElement("span");
    name.textContent = snap.name;
    this.marker = L.marker([snap.lat, snap.lon], { icon, interactive: false, keyboard: false })
      .bindTooltip(name, { permanent: true, direction: "bottom", offset: [0, 12] })
      .addTo(this.map);
  }
}

import { L } from "../../map";
import type { Snap } from "./snap";

/** On the map while a point is dragged: a ring where it would be set, dashed while that is still too far away. */
export class SnapMark {
  private readonly name = document.createElement("span");
  private readonly ring = L.marker([0, 0], {
    icon: L.divIcon({ className: "snap-ring", iconSize: [54, 54] }),
    interactive: false,
    keyboard: false,
  }).bindTooltip(this.name, { permanent: true, direction: "bottom", offset: [0, 28] });

  constructor(private readonly map: L.Map) {}

  show(snap: Snap | null): void {
    if (!snap) {
      this.ring.remove();
      return;
    }
    const isOther = this.name.textContent !== snap.name;
    this.name.textContent = snap.name;
    this.ring.setLatLng([snap.lat, snap.lon]).addTo(this.map);
    this.ring.getElement()?.classList.toggle("is-close", snap.isClose);
    if (isOther) this.ring.getTooltip()?.update(); // its words are centred under the ring
  }
}

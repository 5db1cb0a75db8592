import type * as L from "leaflet";

/** So many are made a frame: each costs a slow processor about a millisecond. */
const A_FRAME = 12;

/** The markers of a view, each under a key that says what it stands for: those that stay are kept, a crowd of new ones comes over a few frames. */
export class Markers {
  private readonly shown = new Map<string, L.Marker>();
  private wanted = new Map<string, () => L.Marker>();
  private frame = 0;

  /** @param wanted what to show, in the order that the keyboard goes by */
  show(wanted: Map<string, () => L.Marker>): void {
    for (const [key, marker] of this.shown) {
      if (wanted.delete(key)) continue;
      marker.remove();
      this.shown.delete(key);
    }
    this.wanted = wanted;
    cancelAnimationFrame(this.frame);
    this.makeSome();
  }

  private makeSome(): void {
    let made = 0;
    for (const [key, make] of this.wanted) {
      if (made++ === A_FRAME) break;
      this.wanted.delete(key);
      this.shown.set(key, make());
    }
    this.frame = this.wanted.size > 0 ? requestAnimationFrame(() => this.makeSome()) : 0;
  }
}

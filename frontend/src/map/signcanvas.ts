import type * as L from "leaflet";
import type { Standing } from "./clusters";
import type { PointState } from "./sign";
import { type Disc, Sprites } from "./sprites";
import { ViewCanvas } from "./viewcanvas";

/** Size and words of a cluster's disc. */
export function discOf(count: number): Disc {
  return {
    size: count < 10 ? 36 : count < 100 ? 42 : 50,
    words: count < 1000 ? String(count) : `${Math.floor(count / 1000)}k`,
  };
}

/** Signs and clusters as pixels: for views that hold more than elements would be quick with. */
export class SignCanvas extends ViewCanvas {
  private standing: Standing[] = [];
  /** Where each of them was drawn, pixels from the canvas's corner, x and y in turn. */
  private spots = new Float64Array();
  private readonly sprites = new Sprites(() => this.refresh());

  /** @param describe kind and state of the point with an index */
  constructor(
    private readonly describe: (at: number) => { kind: string; state: PointState },
    options: L.RendererOptions,
  ) {
    super("sign-canvas", options);
  }

  show(standing: Standing[]): void {
    if (standing.length === 0 && this.standing.length === 0) return;
    this.standing = standing;
    this.spots = new Float64Array();
    this.refresh();
  }

  /** What is drawn nearest to a spot of the map's container, within a finger's reach. */
  at(spot: L.Point, reach: number): Standing | undefined {
    const { x, y } = this.fromCorner(spot);
    let found: Standing | undefined;
    let least = reach;
    for (let i = 0; i < this.spots.length / 2; i++) {
      const away = Math.hypot(this.spots[2 * i] - x, this.spots[2 * i + 1] - y);
      if (away > least) continue;
      least = away;
      found = this.standing[i];
    }
    return found;
  }

  protected isEmpty(): boolean {
    return this.standing.length === 0;
  }

  protected draw(context: CanvasRenderingContext2D, origin: L.Point, _size: L.Point, zoom: number): void {
    this.sprites.suit(this.typeScale());
    this.spots = new Float64Array(2 * this.standing.length);
    for (const [i, one] of this.standing.entries()) {
      const { x, y } = this._map.project([one.lat, one.lon], zoom).subtract(origin);
      this.spots.set([x, y], 2 * i);
      if (one.count > 1) this.sprites.drawDisc(context, discOf(one.count), x, y);
      else {
        const { kind, state } = this.describe(one.id);
        this.sprites.drawSign(context, kind, state, x, y);
      }
    }
  }
}

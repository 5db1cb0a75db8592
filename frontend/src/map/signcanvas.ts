import type * as L from "leaflet";
import type { Standing } from "./clusters";
import { type PointState, signSvg } from "./sign";
import { ViewCanvas } from "./viewcanvas";

const SIGN_PX = 32;
const TWO_PI = 2 * Math.PI;

/** Size and words of a cluster's disc. */
export function discOf(count: number): { size: number; words: string } {
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
  private readonly images = new Map<string, HTMLImageElement>();

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
    const colours = getComputedStyle(document.documentElement);
    const ink = colours.getPropertyValue("--ink").trim();
    const surface = colours.getPropertyValue("--surface").trim();
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = `600 ${14 * this.typeScale()}px ${getComputedStyle(document.body).fontFamily}`;
    this.spots = new Float64Array(2 * this.standing.length);
    for (const [i, one] of this.standing.entries()) {
      const { x, y } = this._map.project([one.lat, one.lon], zoom).subtract(origin);
      this.spots.set([x, y], 2 * i);
      if (one.count === 1) this.drawSign(context, one, x, y);
      else drawDisc(context, one.count, x, y, ink, surface);
    }
  }

  private drawSign(context: CanvasRenderingContext2D, { id }: Standing, x: number, y: number): void {
    const { kind, state } = this.describe(id);
    const image = this.image(kind, state);
    if (image.complete) context.drawImage(image, x - SIGN_PX / 2, y - SIGN_PX / 2, SIGN_PX, SIGN_PX);
  }

  private image(kind: string, state: PointState): HTMLImageElement {
    const key = `${kind} ${state}`;
    let image = this.images.get(key);
    if (!image) {
      image = new Image(2 * SIGN_PX, 2 * SIGN_PX);
      image.onload = () => this.refresh();
      const svg = signSvg(kind, state, 2 * SIGN_PX).replace(
        "<svg ",
        '<svg xmlns="http://www.w3.org/2000/svg" ',
      );
      image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
      this.images.set(key, image);
    }
    return image;
  }
}

function drawDisc(
  context: CanvasRenderingContext2D,
  count: number,
  x: number,
  y: number,
  ink: string,
  surface: string,
): void {
  const { size, words } = discOf(count);
  context.beginPath();
  context.arc(x, y, size / 2 - 1, 0, TWO_PI);
  context.fillStyle = ink;
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = surface;
  context.stroke();
  context.fillStyle = surface;
  context.fillText(words, x, y + 1);
}

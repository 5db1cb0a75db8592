import { type L, signSvg, ViewCanvas } from "../map";
import { stateOf } from "./editormap";
import type { Row } from "./list/rows";
import type { Kind, Status } from "./model";

/** Signs in view up to which each is drawn as a sign; of more, dots: the map stays legible with a whole city. */
const MOST_SIGNS = 400;
const SIGN_PX = 30;
const DOT_PX = 12;
/** Of more dots than these each is smaller. */
const MANY_DOTS = 2_000;
const SMALL_DOT_PX = 8;
const REACH_PX = 16;
const TILE_PX = 256;
const FAINT = 0.45;

/** All points that the list shows, as pixels; ten thousand of them are drawn anew in some milliseconds. */
export class PointCanvas extends ViewCanvas {
  private rows: readonly Row[] = [];
  /** World coordinates of the rows, 0 to 1, in turn. */
  private world = new Float64Array();
  private kinds = new Map<string, Kind>();
  private selected: ReadonlySet<string> = new Set();
  private without: string | null = null;
  private readonly sprites = new Map<string, HTMLCanvasElement | HTMLImageElement>();

  constructor(options: L.RendererOptions) {
    super("point-canvas", options);
  }

  setRows(rows: readonly Row[], kinds: Map<string, Kind>): void {
    this.rows = rows;
    this.kinds = kinds;
    this.world = new Float64Array(2 * rows.length);
    rows.forEach((row, at) => {
      const sine = Math.sin((row.lat * Math.PI) / 180);
      this.world[2 * at] = row.lon / 360 + 0.5;
      this.world[2 * at + 1] = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    });
    this.refresh();
  }

  select(selected: ReadonlySet<string>): void {
    this.selected = selected;
    this.refresh();
  }

  /** The chosen point is a marker of its own. */
  leaveOut(id: string | null): void {
    if (id === this.without) return;
    this.without = id;
    this.refresh();
  }

  protected isEmpty(): boolean {
    return this.rows.length === 0;
  }

  /** The point that a pointer at a spot of the world means. */
  at(spot: L.Point, zoom: number): Row | undefined {
    const scale = TILE_PX * 2 ** zoom;
    let found: Row | undefined;
    let least = REACH_PX;
    for (let at = 0; at < this.rows.length; at++) {
      const away = Math.hypot(this.world[2 * at] * scale - spot.x, this.world[2 * at + 1] * scale - spot.y);
      if (away <= least && this.rows[at].id !== this.without) {
        least = away;
        found = this.rows[at];
      }
    }
    return found;
  }

  protected draw(context: CanvasRenderingContext2D, origin: L.Point, size: L.Point, zoom: number): void {
    const scale = TILE_PX * 2 ** zoom;
    const seen: number[] = [];
    for (let at = 0; at < this.rows.length; at++) {
      const x = this.world[2 * at] * scale - origin.x;
      const y = this.world[2 * at + 1] * scale - origin.y;
      if (x > -SIGN_PX && y > -SIGN_PX && x < size.x + SIGN_PX && y < size.y + SIGN_PX) seen.push(at);
    }
    const asSigns = seen.length <= MOST_SIGNS;
    const ratio = context.getTransform().a;
    const px = asSigns ? SIGN_PX : seen.length > MANY_DOTS ? SMALL_DOT_PX : DOT_PX;
    const accent = getComputedStyle(document.documentElement).getPropertyValue("--accent").trim();
    // Selected ones last, so that none lies under another.
    const isSelected = (at: number) => this.selected.size > 0 && this.selected.has(this.rows[at].id);
    const inOrder =
      this.selected.size > 0
        ? [...seen.filter((at) => !isSelected(at)), ...seen.filter((at) => isSelected(at))]
        : seen;
    // On whole pixels of the screen and in its own size a sprite is copied, not drawn: ten times as quick.
    const onPixel = (at: number) => Math.round((at - px / 2) * ratio) / ratio;
    let alpha = 1;
    for (const at of inOrder) {
      const row = this.rows[at];
      if (row.id === this.without) continue;
      const x = this.world[2 * at] * scale - origin.x;
      const y = this.world[2 * at + 1] * scale - origin.y;
      if (isSelected(at)) ring(context, x, y, px / 2 + 3, accent);
      const wanted = row.status === "removed" ? FAINT : 1;
      if (wanted !== alpha) {
        alpha = wanted;
        context.globalAlpha = alpha;
      }
      const sprite = asSigns ? this.sign(row) : this.dot(row, px, ratio);
      if (sprite) context.drawImage(sprite, onPixel(x), onPixel(y), px, px);
    }
    context.globalAlpha = 1;
  }

  private sign(row: Row): HTMLImageElement | null {
    const state = stateOf(row.status as Status);
    const key = `${row.kind} ${state}`;
    let image = this.sprites.get(key) as HTMLImageElement | undefined;
    if (!image) {
      image = new Image(2 * SIGN_PX, 2 * SIGN_PX);
      image.onload = () => this.refresh();
      const svg = signSvg(row.kind, state, 2 * SIGN_PX).replace(
        "<svg ",
        '<svg xmlns="http://www.w3.org/2000/svg" ',
      );
      image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
      this.sprites.set(key, image);
    }
    return image.complete ? image : null;
  }

  private dot(row: Row, px: number, ratio: number): HTMLCanvasElement {
    const isRescue = this.kinds.get(row.kind)?.group === "rescue";
    const isFull = row.status === "active";
    const key = `dot ${isRescue} ${isFull} ${px} ${ratio}`;
    let sprite = this.sprites.get(key) as HTMLCanvasElement | undefined;
    if (!sprite) {
      sprite = drawnDot(isRescue ? "#1b7f4b" : "#b3261e", isFull, px, ratio);
      this.sprites.set(key, sprite);
    }
    return sprite;
  }
}

/** Filled where in service, hollow otherwise. */
function drawnDot(colour: string, isFull: boolean, px: number, ratio: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(px * ratio);
  canvas.height = canvas.width;
  const context = canvas.getContext("2d");
  if (!context) return canvas;
  context.scale(ratio, ratio);
  context.beginPath();
  context.arc(px / 2, px / 2, px / 2 - 1, 0, 2 * Math.PI);
  context.fillStyle = isFull ? colour : "#fff";
  context.fill();
  context.lineWidth = isFull ? 1 : 2;
  context.strokeStyle = isFull ? "#fff" : colour;
  context.stroke();
  return canvas;
}

function ring(context: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.lineWidth = 4;
  context.strokeStyle = colour;
  context.stroke();
}

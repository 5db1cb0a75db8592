import { type L, signSvg, ViewCanvas } from "../map";
import { DotField, type Stamp, stampOf } from "./dotfield";
import { stateOf } from "./editormap";
import { type Row, WORLD } from "./list/rows";
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
/** What a dot shows: its colour, whether it is filled, whether it is faint. */
const RESCUE = 1;
const ACTIVE = 2;
const GONE = 4;
const LOOKS = [0, 1, 2, 3, 4, 5];

/** All points that the list shows, as pixels; ten thousand of them are drawn anew in some milliseconds. */
export class PointCanvas extends ViewCanvas {
  private rows: readonly Row[] = [];
  /** Row.x and Row.y of the rows, in turn. */
  private world = new Int32Array();
  private kinds = new Map<string, Kind>();
  private selected: ReadonlySet<string> = new Set();
  private without: string | null = null;
  private readonly signs = new Map<string, HTMLImageElement>();
  private readonly stampsBySize = new Map<string, Stamp[]>();
  private readonly field = new DotField();

  constructor(options: L.RendererOptions) {
    super("point-canvas", options);
  }

  setRows(rows: readonly Row[], kinds: Map<string, Kind>): void {
    this.rows = rows;
    this.kinds = kinds;
    this.world = new Int32Array(2 * rows.length);
    rows.forEach(({ x, y }, at) => {
      this.world[2 * at] = x;
      this.world[2 * at + 1] = y;
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
    const scale = (TILE_PX * 2 ** zoom) / WORLD;
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
    const scale = (TILE_PX * 2 ** zoom) / WORLD;
    const seen: number[] = [];
    for (let at = 0; at < this.rows.length; at++) {
      const x = this.world[2 * at] * scale - origin.x;
      const y = this.world[2 * at + 1] * scale - origin.y;
      if (x > -SIGN_PX && y > -SIGN_PX && x < size.x + SIGN_PX && y < size.y + SIGN_PX) seen.push(at);
    }
    const ratio = context.getTransform().a;
    const asSigns = seen.length <= MOST_SIGNS;
    const px = asSigns ? SIGN_PX : seen.length > MANY_DOTS ? SMALL_DOT_PX : DOT_PX;
    const left = (at: number) => Math.round((this.world[2 * at] * scale - origin.x - px / 2) * ratio);
    const top = (at: number) => Math.round((this.world[2 * at + 1] * scale - origin.y - px / 2) * ratio);
    const [others, chosen] = this.divided(seen);
    if (asSigns) {
      for (const at of others) this.drawSign(context, this.rows[at], left(at) / ratio, top(at) / ratio);
    } else {
      const stamps = this.stamps(px, ratio);
      this.field.clear(context.canvas.width, context.canvas.height);
      for (const at of others) this.field.add(stamps[this.lookOf(this.rows[at])], left(at), top(at));
      this.field.putInto(context);
    }
    const accent = chosen.length > 0 ? accentColour() : ""; // asked for only then: the answer waits for all styles
    for (const at of chosen) {
      const [x, y] = [left(at) / ratio, top(at) / ratio];
      ring(context, x + px / 2, y + px / 2, px / 2 + 3, accent);
      if (asSigns) this.drawSign(context, this.rows[at], x, y);
      else drawDot(context, this.lookOf(this.rows[at]), x, y, px);
    }
  }

  /** Selected ones are drawn last, so that none lies under another. */
  private divided(seen: number[]): [number[], number[]] {
    const there = this.without === null ? seen : seen.filter((at) => this.rows[at].id !== this.without);
    if (this.selected.size === 0) return [there, []];
    const isSelected = (at: number) => this.selected.has(this.rows[at].id);
    return [there.filter((at) => !isSelected(at)), there.filter(isSelected)];
  }

  private drawSign(context: CanvasRenderingContext2D, row: Row, x: number, y: number): void {
    const image = this.sign(row);
    if (!image) return;
    context.globalAlpha = row.status === "removed" ? FAINT : 1;
    context.drawImage(image, x, y, SIGN_PX, SIGN_PX);
    context.globalAlpha = 1;
  }

  private sign(row: Row): HTMLImageElement | null {
    const state = stateOf(row.status as Status);
    const key = `${row.kind} ${state}`;
    let image = this.signs.get(key);
    if (!image) {
      image = new Image(2 * SIGN_PX, 2 * SIGN_PX);
      image.onload = () => this.refresh();
      const svg = signSvg(row.kind, state, 2 * SIGN_PX).replace(
        "<svg ",
        '<svg xmlns="http://www.w3.org/2000/svg" ',
      );
      image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
      this.signs.set(key, image);
    }
    return image.complete ? image : null;
  }

  /** A dot for each look. */
  private stamps(px: number, ratio: number): Stamp[] {
    const key = `${px} ${ratio}`;
    let made = this.stampsBySize.get(key);
    if (!made) {
      made = LOOKS.map((look) => {
        const canvas = document.createElement("canvas");
        canvas.width = Math.round(px * ratio);
        canvas.height = canvas.width;
        const context = canvas.getContext("2d");
        context?.scale(ratio, ratio);
        if (context) drawDot(context, look, 0, 0, px);
        return stampOf(canvas, look & GONE ? FAINT : 1);
      });
      this.stampsBySize.set(key, made);
    }
    return made;
  }

  private lookOf(row: Row): number {
    const group = this.kinds.get(row.kind)?.group === "rescue" ? RESCUE : 0;
    return group + (row.status === "active" ? ACTIVE : row.status === "removed" ? GONE : 0);
  }
}

function accentColour(): string {
  return getComputedStyle(document.documentElement).getPropertyValue("--accent").trim();
}

/** Filled where in service, hollow otherwise. */
function drawDot(context: CanvasRenderingContext2D, look: number, x: number, y: number, px: number): void {
  const colour = look & RESCUE ? "#1b7f4b" : "#b3261e";
  const isFull = (look & ACTIVE) !== 0;
  context.beginPath();
  context.arc(x + px / 2, y + px / 2, px / 2 - 1, 0, 2 * Math.PI);
  context.fillStyle = isFull ? colour : "#fff";
  context.fill();
  context.lineWidth = isFull ? 1 : 2;
  context.strokeStyle = isFull ? "#fff" : colour;
  context.stroke();
}

function ring(context: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.lineWidth = 4;
  context.strokeStyle = colour;
  context.stroke();
}

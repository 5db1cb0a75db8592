import type { Frame } from "./frame";
import { SegmentGrid } from "./grid";

const TOUCH_M = 0.02;

/**
 * Lines that no leg crosses: water, railways, walls. A crossing within 2 cm of a leg's end is a touch and allowed. The
 * arithmetic is that of org.sanfen.street.engine.Barriers.
 */
export class Barriers {
  private readonly grid: SegmentGrid;

  constructor(
    private readonly xy: Int32Array,
    starts: Int32Array,
  ) {
    this.grid = new SegmentGrid(xy, starts);
  }

  /** Whether the straight leg from a to b crosses one. */
  block(frame: Frame, ax: number, ay: number, bx: number, by: number): boolean {
    const dx = (bx - ax) * frame.xMetres;
    const dy = (by - ay) * frame.yMetres;
    const length = Math.sqrt(dx * dx + dy * dy);
    if (length <= 2 * TOUCH_M) return false;
    const { xy } = this;
    let crossed = false;
    this.grid.visit(
      Math.floor(Math.min(ax, bx)),
      Math.floor(Math.min(ay, by)),
      Math.ceil(Math.max(ax, bx)),
      Math.ceil(Math.max(ay, by)),
      (start) => {
        if (crossed) return;
        const cx = (xy[2 * start] - ax) * frame.xMetres;
        const cy = (xy[2 * start + 1] - ay) * frame.yMetres;
        const ex = (xy[2 * start + 2] - ax) * frame.xMetres;
        const ey = (xy[2 * start + 3] - ay) * frame.yMetres;
        crossed = crosses(dx / length, dy / length, length, cx, cy, ex, ey);
      },
    );
    return crossed;
  }
}

/** The leg runs from the origin in direction (ux, uy); a barrier's vertex on the leg itself counts as a crossing. */
function crosses(
  ux: number,
  uy: number,
  length: number,
  cx: number,
  cy: number,
  ex: number,
  ey: number,
): boolean {
  const sideC = ux * cy - uy * cx;
  const sideE = ux * ey - uy * ex;
  if ((sideC > 0 && sideE > 0) || (sideC < 0 && sideE < 0) || sideC === sideE) return false;
  const t = sideC / (sideC - sideE);
  const along = ux * (cx + t * (ex - cx)) + uy * (cy + t * (ey - cy));
  return along > TOUCH_M && along < length - TOUCH_M;
}

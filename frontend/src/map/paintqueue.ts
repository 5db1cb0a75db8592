/**
 * So many corners are painted a frame, and then the tile they belong to whole: 2,000 take the script some 4 ms, and where
 * canvases are filled without a graphics processor twice that again before the frame is shown.
 */
const A_FRAME = 2_000;
/** As long as a corner takes to paint, so many pixels take to fill. */
const PIXELS_A_CORNER = 100;

/**
 * Paints tiles one after the other, of a dense city one a frame, so that the page answers in between: what is asked for
 * again before its turn is painted once.
 */
export class PaintQueue {
  private readonly waiting = new Map<Element, () => number>();
  private frame = 0;

  /** Called when the last one has been painted. */
  onEmpty: () => void = () => {};

  /** @param paint returns how many corners it has painted */
  add(tile: HTMLCanvasElement, paint: () => number): void {
    this.waiting.set(tile, () => paint() + (tile.width * tile.height) / PIXELS_A_CORNER);
    this.frame ||= requestAnimationFrame(() => {
      this.frame = requestAnimationFrame(this.paintSome); // the first frame is the names' and the signs'
    });
  }

  drop(tile: Element): void {
    this.waiting.delete(tile);
  }

  private readonly paintSome = (): void => {
    let painted = 0;
    for (const [tile, paint] of this.waiting) {
      if (painted > A_FRAME) break;
      this.waiting.delete(tile);
      painted += paint();
    }
    this.frame = this.waiting.size > 0 ? requestAnimationFrame(this.paintSome) : 0;
    if (!this.frame) this.onEmpty();
  };
}

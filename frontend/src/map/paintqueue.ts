/** So much is painted a frame: one tile on a phone, three where a pixel is a pixel. */
const A_FRAME_PIXELS = 200_000;
const A_FRAME_MS = 6;

/**
 * Paints tiles one after the other, a few a frame, so that the page answers in between: what is asked for again before its
 * turn is painted once.
 */
export class PaintQueue {
  private readonly waiting = new Map<HTMLCanvasElement, () => void>();
  private frame = 0;

  /** Called when the last one has been painted. */
  onEmpty: () => void = () => {};

  add(tile: HTMLCanvasElement, paint: () => void): void {
    this.waiting.set(tile, paint);
    this.frame ||= requestAnimationFrame(this.paintSome);
  }

  drop(tile: Element): void {
    this.waiting.delete(tile as HTMLCanvasElement);
  }

  private readonly paintSome = (): void => {
    const began = performance.now();
    let pixels = 0;
    for (const [tile, paint] of this.waiting) {
      if (pixels >= A_FRAME_PIXELS || performance.now() - began > A_FRAME_MS) break;
      this.waiting.delete(tile);
      paint();
      pixels += tile.width * tile.height;
    }
    this.frame = this.waiting.size > 0 ? requestAnimationFrame(this.paintSome) : 0;
    if (!this.frame) this.onEmpty();
  };
}

/** A dot as it is stamped: a square of pixels, red in the lowest byte and alpha in the highest. */
export interface Stamp {
  edge: number;
  pixels: Uint32Array;
}

/**
 * Many dots in one picture. A browser takes as long to be told to draw an image, and once more to draw it, as this takes for
 * ten stamps of 8 pixels: with 100,000 points a filter kept the page's thread for 95 ms, now 45 (2026-11-22).
 */
export class DotField {
  private width = 0;
  private height = 0;
  private pixels = new Uint32Array();

  /** Begins with nothing, in pixels of the screen. */
  clear(width: number, height: number): void {
    if (this.pixels.length === width * height) this.pixels.fill(0);
    else this.pixels = new Uint32Array(width * height);
    this.width = width;
    this.height = height;
  }

  /** Lays a stamp over what is there, its corner at whole pixels; what lies beyond the picture is left out. */
  add({ edge, pixels }: Stamp, left: number, top: number): void {
    const toX = Math.min(edge, this.width - left);
    const toY = Math.min(edge, this.height - top);
    for (let y = Math.max(0, -top); y < toY; y++) {
      let from = y * edge + Math.max(0, -left);
      let to = (top + y) * this.width + Math.max(left, 0);
      for (const end = y * edge + toX; from < end; from++, to++) {
        const pixel = pixels[from];
        const alpha = pixel >>> 24;
        if (alpha === 0) continue;
        const below = this.pixels[to];
        this.pixels[to] = alpha === 255 || below === 0 ? pixel : over(pixel, alpha, below);
      }
    }
  }

  /** Replaces what is drawn in the whole canvas. */
  putInto(context: CanvasRenderingContext2D): void {
    const bytes = new Uint8ClampedArray(this.pixels.buffer as ArrayBuffer);
    context.putImageData(new ImageData(bytes, this.width, this.height), 0, 0);
  }
}

/** One colour over another; what is below counts as opaque where it is more than its edge. */
function over(pixel: number, alpha: number, below: number): number {
  const mix = (shift: number) => {
    const under = (below >>> shift) & 255;
    return (under + ((((pixel >>> shift) & 255) - under) * alpha) / 255) << shift;
  };
  const covered = Math.max(alpha, below >>> 24);
  return (mix(0) | mix(8) | mix(16) | (covered << 24)) >>> 0;
}

/** @param share of its alpha that is left, 0 to 1 */
export function stampOf(canvas: HTMLCanvasElement, share: number): Stamp {
  const { width: edge } = canvas;
  const data =
    canvas.getContext("2d")?.getImageData(0, 0, edge, edge).data ?? new Uint8ClampedArray(4 * edge * edge);
  for (let at = 3; at < data.length; at += 4) data[at] *= share;
  return { edge, pixels: new Uint32Array(data.buffer as ArrayBuffer) };
}

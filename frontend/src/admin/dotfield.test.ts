import { expect, test } from "vitest";
import { DotField, type Stamp } from "./dotfield";

const RED = 0xff0000ff;
const BLUE = 0xffff0000;
const HALF_BLUE = 0x80ff0000;

const square = (edge: number, colour: number): Stamp => ({
  edge,
  pixels: new Uint32Array(edge * edge).fill(colour),
});

/** What a field shows, told by what it would put into a canvas. */
function shown(field: DotField, width: number): number[][] {
  const rows: number[][] = [];
  class Picture {
    constructor(bytes: Uint8ClampedArray) {
      const pixels = [...new Uint32Array(bytes.buffer)];
      while (pixels.length > 0) rows.push(pixels.splice(0, width));
    }
  }
  const before = globalThis.ImageData;
  globalThis.ImageData = Picture as unknown as typeof ImageData;
  field.putInto({ putImageData: () => {} } as unknown as CanvasRenderingContext2D);
  globalThis.ImageData = before;
  return rows;
}

test("a stamp lies where it was put, and what is beyond the picture is left out", () => {
  const field = new DotField();
  field.clear(4, 3);
  field.add(square(2, RED), 1, 1);
  field.add(square(2, BLUE), -1, -1);
  field.add(square(2, BLUE), 3, 2);
  field.add(square(2, BLUE), 40, 30);
  expect(shown(field, 4)).toEqual([
    [BLUE, 0, 0, 0],
    [0, RED, RED, 0],
    [0, RED, RED, BLUE],
  ]);
});

test("what is half transparent is mixed with what is below it", () => {
  const field = new DotField();
  field.clear(2, 1);
  field.add(square(1, RED), 0, 0);
  field.add(square(2, HALF_BLUE), 0, 0);
  const [[mixed, alone]] = shown(field, 2);
  expect([mixed & 255, (mixed >>> 16) & 255, mixed >>> 24]).toEqual([127, 128, 255]);
  expect(alone).toBe(HALF_BLUE);
});

test("a field begins anew", () => {
  const field = new DotField();
  field.clear(2, 1);
  field.add(square(1, RED), 0, 0);
  field.clear(2, 1);
  expect(shown(field, 2)).toEqual([[0, 0]]);
});

import { expect, test } from "vitest";
import { Drawing } from "./drawing";

test("what arrives while the page is drawn in turns is drawn with it, and whoever waits sees it", async () => {
  let state = 0;
  const drawn: number[] = [];
  const drawing = new Drawing([() => drawn.push(state), () => drawn.push(10 + state)]);
  const first = drawing.inTurns();
  state = 1;
  const second = drawing.inTurns();
  await Promise.all([first, second]);
  expect(drawn).toEqual([1, 11]);
  state = 2;
  await drawing.inTurns();
  expect(drawn.slice(2)).toEqual([2, 12]);
});

test("a change between two turns is in each part in the end", async () => {
  let state = 0;
  const shown = { top: -1, panel: -1 };
  const drawing = new Drawing([
    () => {
      shown.top = state;
    },
    () => {
      shown.panel = state;
      if (state === 0) {
        state = 1;
        void drawing.inTurns();
      }
    },
  ]);
  await drawing.inTurns();
  expect(shown).toEqual({ top: 1, panel: 1 });
});

test("a part that fails does not keep the page from being drawn again", async () => {
  let fails = true;
  let drawn = 0;
  const drawing = new Drawing([
    () => {
      if (fails) throw new Error("broken");
      drawn++;
    },
  ]);
  await expect(drawing.inTurns()).rejects.toThrow("broken");
  fails = false;
  await drawing.inTurns();
  expect(drawn).toBe(1);
});

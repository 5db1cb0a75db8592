import { describe, expect, test } from "vitest";
import {
  ancestor,
  type Bounds,
  blockZoom,
  nineAround,
  overviewZooms,
  tileAt,
  tileKey,
  tilesOver,
} from "./blocks";

// The same examples as in BlocksTest.java: server and browser must agree on what a block is.
test.each<[string, Bounds, number]>([
  ["Monaco", [7.409, 43.7247, 7.4399, 43.7519], 13],
  ["Helsinki centre", [24.9, 60.15, 25.0, 60.2], 13],
  ["Yantian", [114.198, 21.543, 114.349, 21.657], 14],
  ["Quito", [-78.6, -0.4, -78.4, 0.0], 14],
  ["Longyearbyen", [15.4, 78.18, 15.8, 78.26], 11],
  ["Tierra del Fuego", [-68.4, -54.9, -68.1, -54.7], 13],
  ["All of Norway", [4.0, 57.9, 31.2, 71.2], 12],
  ["Fiji, over 180", [176.9, -19.2, -178.0, -12.4], 14],
])("%s has blocks of at least 2 km", (_, bounds, zoom) => {
  expect(blockZoom(bounds)).toBe(zoom);
});

describe("the nine blocks around a position", () => {
  test("are the same for two positions a kilometre apart in one block", () => {
    const here = tileAt(7.4125, 43.7345, 13);
    const there = tileAt(7.425, 43.7345, 13);
    expect(tileKey(here)).toBe(tileKey(there));
    expect(nineAround(here)).toEqual(nineAround(there));
  });

  test("come in one order, the block itself in the middle", () => {
    const nine = nineAround({ z: 13, x: 10, y: 20 });
    expect(nine).toHaveLength(9);
    expect(nine[0]).toEqual({ z: 13, x: 9, y: 19 });
    expect(nine[4]).toEqual({ z: 13, x: 10, y: 20 });
  });

  test("go on over the 180th meridian", () => {
    expect(nineAround({ z: 3, x: 7, y: 4 }).map((tile) => tile.x)).toContain(0);
  });
});

test("overview zooms reach up until the place is a few tiles", () => {
  expect(overviewZooms([7.409, 43.7247, 7.4399, 43.7519])).toEqual([10]);
  expect(overviewZooms([4, 57.9, 31.2, 71.2]).at(-1)).toBeLessThanOrEqual(6);
});

test("a place over the 180th meridian has the tiles on both its sides", () => {
  const columns = new Set(tilesOver([176.9, -19.2, -178, -12.4], 6).map((tile) => tile.x));
  expect([...columns]).toEqual([63, 0]);
});

test("an ancestor holds its descendant", () => {
  expect(ancestor({ z: 16, x: 34119, y: 23904 }, 13)).toEqual({ z: 13, x: 4264, y: 2988 });
});

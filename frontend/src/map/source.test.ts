import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BlockSource } from "./blocksource";
import { BasemapSource } from "./source";

const MONACO = {
  id: "monaco",
  name: "Monaco",
  zone: "Europe/Monaco",
  bounds: [7.409, 43.7247, 7.4399, 43.7519] as [number, number, number, number],
  versions: { basemap: 3, streets: 5 },
};

let asked: string[] = [];

beforeEach(() => {
  asked = [];
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    return new Response(null, { status: 204 });
  });
});
afterEach(() => vi.unstubAllGlobals());

/** What a page asks for that locates itself and then shows all that lies around. */
function afterLocating(lon: number, lat: number, displayX: number): string[] {
  const source = new BasemapSource(MONACO);
  asked = [];
  source.anchor(lon, lat);
  for (let x = displayX - 40; x < displayX + 40; x++) source.best({ z: 17, x, y: 47810 });
  return [...asked];
}

test("after locating, two positions in a block ask for the same nine blocks in the same order", () => {
  const west = afterLocating(7.4125, 43.7345, 68235);
  const east = afterLocating(7.425, 43.7345, 68240);
  expect(west).toHaveLength(9);
  expect(east).toEqual(west);
  expect(west[4]).toBe("/tiles/basemap/monaco/5/13/4264/2987");
});

test("before a position is known, the view asks for its blocks only", () => {
  const source = new BasemapSource(MONACO);
  asked = [];
  source.best({ z: 16, x: 34116, y: 23900 });
  source.best({ z: 17, x: 68232, y: 47800 });
  expect(asked).toEqual(["/tiles/basemap/monaco/5/13/4264/2987"]);
});

test("panning by hand out of the nine loads the next nine, panning within them nothing", () => {
  const source = new BasemapSource(MONACO);
  source.anchor(7.4125, 43.7345);
  asked = [];
  source.pannedTo(7.43, 43.74);
  expect(asked).toEqual([]);
  source.pannedTo(7.52, 43.74);
  expect(asked).toHaveLength(9);
});

test("another layer shares the guard: switched on after locating, it asks for the same nine in the same order", () => {
  const layers = [7.4125, 7.425].map((lon) => {
    const basemap = new BasemapSource(MONACO);
    basemap.anchor(lon, 43.7345);
    asked = [];
    const layer = new BlockSource(MONACO, "/tiles/coverage/monaco/aed/always/1", () => null, basemap.guard);
    layer.best({ z: 17, x: 68240, y: 47810 });
    return [...asked];
  });
  expect(layers[0]).toEqual(layers[1]);
  expect(layers[0].filter((path) => path.includes("/13/"))).toHaveLength(9);
});

test("a layer that was switched off follows no more", () => {
  const basemap = new BasemapSource(MONACO);
  const layer = new BlockSource(MONACO, "/tiles/coverage/monaco/aed/always/1", () => null, basemap.guard);
  layer.close();
  asked = [];
  basemap.anchor(7.4125, 43.7345);
  expect(asked.filter((path) => path.includes("coverage"))).toEqual([]);
});

import { describe, expect, test } from "vitest";
import { edgesOfNodes, type WalkGraph } from "./graph";
import type { Piece } from "./path";
import { stretchesOf } from "./steps";

// Walks over small drawings: junctions a metre a unit east and north of the equator's beginning, streets between them.

/** Units in a metre, near enough where a turn is what matters. */
const METRE = 90;

type Street = [from: string, to: string, name?: string, stairs?: boolean];

function draw(junctions: Record<string, [number, number]>, streets: Street[]): WalkGraph {
  const ids = Object.keys(junctions);
  const names = [...new Set(streets.map(([, , name]) => name ?? ""))].filter(Boolean);
  const tails = Int32Array.from(streets, ([from]) => ids.indexOf(from));
  const heads = Int32Array.from(streets, ([, to]) => ids.indexOf(to));
  const lengthsMm = Int32Array.from(streets, ([from, to]) => {
    const [a, b] = [junctions[from], junctions[to]];
    return Math.round(Math.hypot(b[0] - a[0], b[1] - a[1]) * 1000);
  });
  return {
    nodeCount: ids.length,
    edgeCount: streets.length,
    originLon: 0,
    tails,
    heads,
    lengthsMm,
    costs: lengthsMm,
    steps: Uint8Array.from(streets, ([, , , stairs]) => (stairs ? 1 : 0)),
    tunnels: new Uint8Array(streets.length),
    nameNumbers: Int32Array.from(streets, ([, , name]) => names.indexOf(name ?? "") + 1),
    names: names.map((name) => ({ name })),
    firstVertex: Int32Array.from({ length: streets.length + 1 }, (_, edge) => 2 * edge),
    xy: Int32Array.from(
      streets.flatMap(([from, to]) => [...junctions[from], ...junctions[to]]),
      (m) => m * METRE,
    ),
    offsetsMm: Int32Array.from([...lengthsMm].flatMap((mm) => [0, mm])),
    ...edgesOfNodes(ids.length, tails, heads),
  };
}

/** A walk from junction to junction. */
function walk(junctions: Record<string, [number, number]>, streets: Street[], ...way: string[]): string[] {
  const graph = draw(junctions, streets);
  const pieces = way.slice(1).map((to, i): Piece => {
    const from = way[i];
    const forward = streets.findIndex(([a, b]) => a === from && b === to);
    const edge = forward < 0 ? streets.findIndex(([a, b]) => a === to && b === from) : forward;
    const length = graph.lengthsMm[edge];
    return forward < 0
      ? { edge, fromMm: length, toMm: 0, ms: length }
      : { edge, fromMm: 0, toMm: length, ms: length };
  });
  return stretchesOf(graph, pieces, graph.names).map(
    ({ turn, street, mm }) => `${turn} ${street?.name ?? "-"} ${Math.round(mm / 1000)}`,
  );
}

const CROSSING: Record<string, [number, number]> = {
  south: [0, -100],
  middle: [0, 0],
  north: [0, 100],
  east: [100, 0],
  west: [-100, 0],
  northEast: [80, 80],
  southEast: [60, -100],
  farNorth: [0, 180],
};

describe("turns", () => {
  const streets: Street[] = ["north", "east", "west", "northEast", "southEast"].map((to) => [
    "middle",
    to,
    to,
  ]);
  test.each([
    ["north", "straight"],
    ["northEast", "slight_right"],
    ["east", "right"],
    ["southEast", "sharp_right"],
    ["west", "left"],
  ])("to the %s one goes %s", (to, turn) => {
    const far = Math.round(Math.hypot(...CROSSING[to]));
    expect(walk(CROSSING, [["south", "middle", "South"], ...streets], "south", "middle", to)).toEqual([
      "start South 100",
      `${turn} ${to} ${far}`,
    ]);
  });

  test("back where one came from is back", () => {
    const streets: Street[] = [
      ["south", "middle", "Out"],
      ["middle", "south", "Home"],
    ];
    expect(walk(CROSSING, [streets[0], streets[1]], "south", "middle")).toEqual(["start Out 100"]);
    const graph = draw(CROSSING, streets);
    const there: Piece = { edge: 0, fromMm: 0, toMm: 100_000, ms: 1 };
    const home: Piece = { edge: 1, fromMm: 0, toMm: 100_000, ms: 1 };
    expect(stretchesOf(graph, [there, home], graph.names).map(({ turn }) => turn)).toEqual(["start", "back"]);
  });
});

describe("what is told together", () => {
  test("pieces of one street", () => {
    const streets: Street[] = [
      ["south", "middle", "Long"],
      ["middle", "north", "Long"],
      ["north", "farNorth", "Long"],
      ["middle", "east", "Side"],
    ];
    expect(walk(CROSSING, streets, "south", "middle", "north", "farNorth")).toEqual(["start Long 280"]);
    expect(walk(CROSSING, streets, "farNorth", "north", "middle", "south")).toEqual(["start Long 280"]);
  });

  test("a bend of an unnamed path where there is no other way on, but not at a fork", () => {
    const path: Street[] = [
      ["south", "middle"],
      ["middle", "east"],
    ];
    expect(walk(CROSSING, path, "south", "middle", "east")).toEqual(["start - 200"]);
    const fork: Street[] = [...path, ["middle", "north"]];
    expect(walk(CROSSING, fork, "south", "middle", "east")).toEqual(["start - 100", "right - 100"]);
    expect(walk(CROSSING, fork, "south", "middle", "north")).toEqual(["start - 200"]);
  });

  test("a crossing between two parts of a street is passed through", () => {
    const junctions: Record<string, [number, number]> = {
      a: [0, 0],
      b: [0, 90],
      c: [0, 100],
      d: [0, 200],
      e: [9, 90],
    };
    const streets: Street[] = [
      ["a", "b", "Rue A"],
      ["b", "c"],
      ["c", "d", "Rue A"],
      ["b", "e", "Rue B"],
    ];
    expect(walk(junctions, streets, "a", "b", "c", "d")).toEqual(["start Rue A 200"]);
  });

  test("two bends that soon undo each other, as round a corner of a kerb", () => {
    const junctions: Record<string, [number, number]> = {
      a: [0, 0],
      b: [0, 90],
      c: [4, 90],
      d: [4, 200],
      e: [-50, 90],
      f: [60, 90],
    };
    const streets: Street[] = [
      ["a", "b"],
      ["b", "c"],
      ["c", "d"],
      ["b", "e"],
      ["c", "f"],
    ];
    expect(walk(junctions, streets, "a", "b", "c", "d")).toEqual(["start - 204"]);
    expect(walk(junctions, streets, "a", "b", "c", "f")).toEqual(["start - 90", "right - 60"]);
  });

  test("a turn after a crossing is told from before it", () => {
    const junctions: Record<string, [number, number]> = { a: [0, 0], b: [0, 90], c: [5, 97], d: [100, 97] };
    const streets: Street[] = [
      ["a", "b", "Rue A"],
      ["b", "c"],
      ["c", "d", "Rue B"],
    ];
    expect(walk(junctions, streets, "a", "b", "c", "d")).toEqual(["start Rue A 99", "right Rue B 95"]);
  });
});

describe("stairs", () => {
  const junctions: Record<string, [number, number]> = {
    a: [0, 0],
    b: [0, 50],
    c: [0, 60],
    d: [0, 64],
    e: [0, 90],
    f: [0, 200],
  };
  const streets: Street[] = [
    ["a", "b", "Rue A"],
    ["b", "c", undefined, true],
    ["c", "d"],
    ["d", "e", undefined, true],
    ["e", "f", "Rue F"],
  ];

  test("are named as such, with their landings, up and down", () => {
    expect(walk(junctions, streets, "a", "b", "c", "d", "e", "f")).toEqual([
      "start Rue A 50",
      "stairs - 40",
      "straight Rue F 110",
    ]);
    expect(walk(junctions, streets, "f", "e", "d", "c", "b", "a")).toEqual([
      "start Rue F 110",
      "stairs - 40",
      "straight Rue A 50",
    ]);
  });

  test("are told however short they are", () => {
    const few: Record<string, [number, number]> = { ...junctions, c: [0, 51], d: [0, 52], e: [0, 53] };
    const [a, b] = streets;
    expect(walk(few, [a, b, ["c", "f", "Rue A"]], "a", "b", "c", "f")).toEqual([
      "start Rue A 50",
      "stairs - 1",
      "straight Rue A 149",
    ]);
  });
});

test("who stands at the target has nothing to walk", () => {
  const graph = draw(CROSSING, [["south", "middle", "Here"]]);
  expect(stretchesOf(graph, [{ edge: 0, fromMm: 7, toMm: 7, ms: 0 }], graph.names)).toEqual([]);
});

import { describe, expect, it } from "vitest";
import {
  agree,
  type Choice,
  type GroundJob,
  givenOf,
  idOf,
  type Layer,
  middleOf,
  readControls,
  readNumber,
  twice,
  withColumn,
  withoutSystem,
  withPart,
  withSystem,
  worstControl,
} from "./model";

const lines: Layer = {
  name: "roads",
  columns: ["路名", "等级"],
  shapes: { line: 4 },
  is_whole: true,
  crs: "EPSG:4326",
  guess: { candidates: [], in_doubt: true, swapped: false },
  part: "streets",
  mappings: { streets: { name: "路名", class: "等级" }, water: { name: "路名" } },
  rows: [],
};
const none: Choice = {
  given: [],
  controls: [],
  accepts_fit: false,
  ends_only: false,
  mends: false,
  names: {},
  zone: null,
  country: null,
  source: null,
  licence: null,
};
const job = {
  id: 1,
  files: [{ id: 7, name: "a.geojson", bytes: 1, charset: null, look: { charset: null, layers: [lines] } }],
} as unknown as GroundJob;

describe("what a layer is given as", () => {
  it("brings its own guess of the columns", () => {
    const streets = withPart(none, 7, lines, "streets");
    expect(givenOf(streets, 7, "roads")?.columns).toEqual({ name: "路名", class: "等级" });
    const water = withPart(streets, 7, lines, "water");
    expect(water.given).toHaveLength(1);
    expect(water.given[0].columns).toEqual({ name: "路名" });
    expect(withPart(water, 7, lines, null).given).toEqual([]);
  });

  it("keeps the coordinate system that was said", () => {
    const streets = withPart(none, 7, lines, "streets");
    const said = { ...streets, given: [{ ...streets.given[0], crs: "LOCAL" }] };
    expect(withPart(said, 7, lines, "water").given[0].crs).toBe("LOCAL");
  });

  it("is in one system with the others only as long as all say, look and were told the same", () => {
    const streets = withPart(none, 7, lines, "streets");
    const both = { ...streets, given: [...streets.given, { ...streets.given[0], part: "water" as const }] };
    expect(agree(job, none)).toBe(true);
    expect(agree(job, both)).toBe(true);
    expect(agree(job, withSystem(both, [both.given[1]], "GCJ02"))).toBe(false);
    expect(withSystem(both, both.given, "GCJ02").given.map(({ crs }) => crs)).toEqual(["GCJ02", "GCJ02"]);
  });

  it("may be one layer a part only", () => {
    const streets = withPart(none, 7, lines, "streets");
    expect(twice(streets)).toEqual([]);
    expect(twice(withPart(streets, 8, { ...lines, name: "more" }, "streets"))).toEqual(["streets"]);
  });

  it("lets go of a column", () => {
    const streets = withPart(none, 7, lines, "streets");
    expect(withColumn(streets, streets.given[0], "class", "").given[0].columns).toEqual({ name: "路名" });
  });

  it("waits for a coordinate system where the file is in doubt", () => {
    const streets = withPart(none, 7, lines, "streets");
    expect(withoutSystem(job, streets)).toHaveLength(1);
    const said = { ...streets, given: [{ ...streets.given[0], crs: "GCJ02" }] };
    expect(withoutSystem(job, said)).toEqual([]);
  });
});

describe("control points", () => {
  it("are read from a pasted table with its head and its numbers of the points", () => {
    expect(readControls("no\tx\ty\tlon\tlat\nA1\t0\t0\t114.2\t22.5\r\nA2\t1000\t0\t114.21\t22.5\n")).toEqual([
      { x: 0, y: 0, lon: 114.2, lat: 22.5 },
      { x: 1000, y: 0, lon: 114.21, lat: 22.5 },
    ]);
    expect(readControls("12.5")).toEqual([]);
  });

  it("take numbers as people write them", () => {
    expect(readNumber("4 831,250.5")).toBe(4831250.5);
    expect(readNumber("１２．５")).toBe(12.5);
    expect(readNumber("−3")).toBe(-3);
    expect(readNumber(" ")).toBeNull();
    expect(readNumber("north")).toBeUndefined();
  });
});

it("makes an id of an English name", () => {
  expect(idOf("Futian (North) 2")).toBe("futian-north-2");
  expect(idOf("3rd District")).toBe("rd-district");
  expect(idOf("Saint-Étienne")).toBe("saint-etienne");
  expect(idOf("福田")).toBe("");
});

describe("a fit", () => {
  it("names the point that is off the most, and none before there is one", () => {
    expect(worstControl([0.2, null, 41.2, 3])).toEqual({ at: 2, metres: 41.2 });
    expect(worstControl([])).toBeNull();
    expect(worstControl([null])).toBeNull();
  });
});

describe("what is drawn", () => {
  it("has its middle between its ends, wherever most of it lies", () => {
    const line = {
      is_area: false,
      lines: [
        [
          [1, 2],
          [1, 2],
          [3, 6],
        ],
      ] as [number, number][][],
    };
    expect(middleOf([[line], []])).toEqual({ lon: 2, lat: 4 });
    expect(middleOf([[], []])).toBeNull();
  });
});

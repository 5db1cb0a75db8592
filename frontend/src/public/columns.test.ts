import { expect, test } from "vitest";
import { readColumns } from "./columns";

test("points come out of their columns; MapPointsIT has the same example", () => {
  const points = readColumns({
    count: 3,
    lon: [74200000, -100000, 100000],
    lat: [437300000, 100000, -100000],
    columns: {
      id: { values: ["aaaaaa1", "aaaaaa2", "aaaaaa3"] },
      kind: { values: ["aed", "fire_hose"], rows: [0, 1, 0] },
      name: { values: ["Station"], rows: [0, -1, 0] },
      placement: { values: [{ en: "Lobby" }, {}], rows: [0, 1, 1] },
      status: { values: ["active"] },
    },
  });
  expect(points).toEqual([
    {
      id: "aaaaaa1",
      kind: "aed",
      name: "Station",
      placement: { en: "Lobby" },
      status: "active",
      lon: 7.42,
      lat: 43.73,
    },
    { id: "aaaaaa2", kind: "fire_hose", placement: {}, status: "active", lon: 7.41, lat: 43.74 },
    { id: "aaaaaa3", kind: "aed", name: "Station", placement: {}, status: "active", lon: 7.42, lat: 43.73 },
  ]);
});

test("positions on both sides of the 180th meridian", () => {
  const wrapped = (-1799000000 - 1799000000) | 0;
  const points = readColumns({ count: 2, lon: [1799000000, wrapped], lat: [0, 0], columns: {} });
  expect(points.map(({ lon }) => lon)).toEqual([179.9, -179.9]);
});

test("a place with one point, and one with none", () => {
  const one = readColumns({ count: 1, lon: [10000000], lat: [0], columns: { id: { values: ["aaaaaa1"] } } });
  expect(one).toEqual([{ id: "aaaaaa1", lon: 1, lat: 0 }]);
  expect(readColumns({ count: 0, lon: [], lat: [], columns: {} })).toEqual([]);
});

import { expect, test } from "vitest";
import { ClusterIndex, unpack } from "./clusters";

const WORLD = [-180, -85, 180, 85] as [number, number, number, number];

test("points far apart stand by themselves, near ones together, with their number", () => {
  const index = new ClusterIndex(Float64Array.of(7.42, 43.73, 7.4201, 43.73, 8, 44));
  const standing = unpack(index.inView(WORLD, 10));
  expect(standing.map(({ count }) => count).sort()).toEqual([1, 2]);
  const alone = standing.find(({ count }) => count === 1);
  expect(alone).toMatchObject({ id: 2 });
  expect(alone?.lon).toBeCloseTo(8, 9);
});

test("a cluster opens at the zoom that takes it apart", () => {
  const index = new ClusterIndex(Float64Array.of(7.42, 43.73, 7.4203, 43.73));
  const [cluster] = unpack(index.inView(WORLD, 10));
  const zoom = index.open(cluster.id) as number;
  expect(unpack(index.inView(WORLD, zoom))).toHaveLength(2);
  expect(unpack(index.inView(WORLD, zoom - 1))).toHaveLength(1);
});

test("5,000 points in one building come as a pile, whole", () => {
  const positions = Float64Array.from({ length: 10_000 }, (_, i) => (i % 2 ? 43.73 : 7.42));
  const index = new ClusterIndex(positions);
  const [pile] = unpack(index.inView(WORLD, 19));
  expect(pile.count).toBe(5_000);
  const leaves = index.open(pile.id) as Float64Array;
  expect(new Set(leaves).size).toBe(5_000);
});

test("a view over the 180th meridian shows both sides", () => {
  const index = new ClusterIndex(Float64Array.of(179.9, -17, -179.9, -17, 0, -17));
  expect(unpack(index.inView([179, -18, 181, -16], 12))).toHaveLength(2);
});

import { expect, test } from "vitest";
import type { PositionCheck } from "./hints";
import { snapOf } from "./snap";

const METRE = 1 / 111_195;
const north = (metres: number) => 43.73 + metres * METRE;
const check = (more: Partial<PositionCheck>): PositionCheck => ({
  inside: true,
  on_water: false,
  twins: [],
  ...more,
});
const street = { metres: 0, name: "Quai", lon: 7.42, lat: 43.73 };
const station = { id: "sssssss", label: "Port", kind: "Fire station", lon: 7.42, lat: north(3) };

test("within five metres a release sets the point there, up to twenty-five it is only shown", () => {
  expect(snapOf(7.42, north(4.9), check({ street }), [], "")).toMatchObject({
    name: "Quai",
    lat: 43.73,
    isClose: true,
  });
  expect(snapOf(7.42, north(5.1), check({ street }), [], "")?.isClose).toBe(false);
  expect(snapOf(7.42, north(25.1), check({ street }), [], "")).toBeNull();
});

test("an entrance or a station within reach comes before the street that runs past", () => {
  const entrance = { lon: 7.42, lat: north(-4) };
  expect(snapOf(7.42, 43.73, check({ street, entrance }), [], "")?.lat).toBe(entrance.lat);
  expect(snapOf(7.42, 43.73, check({ street }), [station], "")?.name).toBe("Port");
  expect(snapOf(7.42, 43.73, check({ street }), [station], "sssssss")?.name).toBe("Quai");
});

test("a nearer street is shown before a farther entrance that is out of reach", () => {
  const entrance = { lon: 7.42, lat: north(20) };
  expect(snapOf(7.42, 43.73, check({ street, entrance }), [], "")?.name).toBe("Quai");
});

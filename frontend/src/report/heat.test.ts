import { expect, test } from "vitest";
import { step } from "./heat";

test("arrow keys walk through the hours and days of the week", () => {
  expect(step(0, "ArrowRight")).toBe(1);
  expect(step(23, "ArrowRight")).toBe(24);
  expect(step(30, "ArrowUp")).toBe(6);
  expect(step(30, "ArrowDown")).toBe(54);
});

test("the week ends where it ends, and other keys lead nowhere", () => {
  expect(step(0, "ArrowLeft")).toBe(0);
  expect(step(5, "ArrowUp")).toBe(5);
  expect(step(167, "ArrowRight")).toBe(167);
  expect(step(160, "ArrowDown")).toBe(160);
  expect(step(7, "Tab")).toBe(7);
});

import { expect, test } from "vitest";
import { handOffs } from "./handoff";

const href = (at: { lon: number; lat: number }, app: string, country?: string) =>
  handOffs(at, "Town hall & lift", country).find((one) => one.app === app)?.href ?? "";

const YANTIAN = { lon: 114.27, lat: 22.575 };
const MONACO = { lon: 7.425, lat: 43.7385 };

test("in mainland China each app gets the coordinates that it draws in", () => {
  expect(href(YANTIAN, "amap", "CN")).toContain("to=114.274821,22.572145,");
  expect(href(YANTIAN, "amap", "CN")).toContain("coordinate=gaode");
  expect(href(YANTIAN, "tencent", "CN")).toContain("tocoord=22.572145,114.274821");
  expect(href(YANTIAN, "apple", "CN")).toContain("daddr=22.572145,114.274821");
  expect(href(YANTIAN, "google", "CN")).toContain("destination=22.572145,114.274821");
  expect(href(YANTIAN, "baidu", "CN")).toContain("location=22.578062,114.281349");
  expect(href(YANTIAN, "baidu", "CN")).toContain("coord_type=bd09ll");
  expect(href(YANTIAN, "geo", "CN")).toMatch(/^geo:22\.575000,114\.270000\?/);
});

test.each(["geo", "amap", "baidu", "tencent", "apple", "google"])("outside China %s gets WGS-84", (app) => {
  expect(href(MONACO, app, "MC")).toMatch(/7\.425000,43\.738500|43\.738500,7\.425000/);
  expect(href(MONACO, app, "MC")).not.toMatch(/gaode|bd09/);
});

test("a title can't add a parameter of its own", () => {
  for (const { href: link } of handOffs(MONACO, "a&key=b#c", "MC")) expect(link).not.toMatch(/&key=|#/);
});

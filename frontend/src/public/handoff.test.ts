import { expect, test } from "vitest";
import { gcjToWgs } from "../geo/gcj";
import { handOffs } from "./handoff";

const links = (at: { lon: number; lat: number }, title: string, country?: string) =>
  Object.fromEntries(handOffs(at, title, country).map(({ app, href }) => [app, href]));

const YANTIAN = { lon: 114.27, lat: 22.575 };
const MONACO = { lon: 7.425, lat: 43.7385 };
const TITLE = "Lift (2/F) & hall";
const ENCODED = "Lift%20%282%2FF%29%20%26%20hall";

test("in mainland China each app gets the coordinates that it draws in, and geo: WGS-84", () => {
  expect(links(YANTIAN, TITLE, "CN")).toEqual({
    amap: `https://uri.amap.com/navigation?to=114.274821,22.572145,${ENCODED}&mode=walk&src=sanfen&callnative=1`,
    baidu: `https://api.map.baidu.com/marker?location=22.578062,114.281349&title=${ENCODED}&content=${ENCODED}&coord_type=bd09ll&output=html&src=webapp.sanfen.sanfen`,
    tencent: `https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=${ENCODED}&tocoord=22.572145,114.274821&referer=sanfen`,
    apple: "https://maps.apple.com/?daddr=22.572145,114.274821&dirflg=w",
    google: "https://www.google.com/maps/dir/?api=1&destination=22.572145%2C114.274821&travelmode=walking",
    geo: `geo:22.575000,114.270000?q=22.575000,114.270000(${ENCODED})`,
  });
});

test("outside mainland China every app gets WGS-84", () => {
  expect(links(MONACO, TITLE, "MC")).toEqual({
    amap: `https://uri.amap.com/navigation?to=7.425000,43.738500,${ENCODED}&mode=walk&src=sanfen&callnative=1`,
    baidu: `https://api.map.baidu.com/marker?location=43.738500,7.425000&title=${ENCODED}&content=${ENCODED}&coord_type=wgs84&output=html&src=webapp.sanfen.sanfen`,
    tencent: `https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=${ENCODED}&tocoord=43.738500,7.425000&referer=sanfen`,
    apple: "https://maps.apple.com/?daddr=43.738500,7.425000&dirflg=w",
    google: "https://www.google.com/maps/dir/?api=1&destination=43.738500%2C7.425000&travelmode=walking",
    geo: `geo:43.738500,7.425000?q=43.738500,7.425000(${ENCODED})`,
  });
});

// The vectors of GCJ-02 and BD-09 that Gcj02Test holds, too.
test.each([
  ["Beijing", { lon: 116.404, lat: 39.915 }, "116.410244,39.916404", "39.916404,116.410244"],
  ["Shanghai", { lon: 121.5272106, lat: 31.1774276 }, "121.531542,31.175304", "31.175304,121.531542"],
  ["Shenzhen", { lon: 113.912316, lat: 22.543847 }, "113.917176,22.540796", "22.540796,113.917176"],
])("a point in %s is handed on as GCJ-02, longitude first to AMap only", (_city, at, lonLat, latLon) => {
  const { amap, tencent, apple, google } = links(at, "A", "CN");
  expect(amap).toBe(`https://uri.amap.com/navigation?to=${lonLat},A&mode=walk&src=sanfen&callnative=1`);
  expect(tencent).toBe(
    `https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=A&tocoord=${latLon}&referer=sanfen`,
  );
  expect(apple).toBe(`https://maps.apple.com/?daddr=${latLon}&dirflg=w`);
  expect(google).toContain(`&destination=${latLon.replace(",", "%2C")}&`);
});

test("Baidu gets BD-09, latitude first", () => {
  const { amap, baidu } = links(gcjToWgs({ lon: 116.404, lat: 39.915 }), "A", "CN");
  expect(amap).toContain("?to=116.404000,39.915000,A&");
  expect(baidu).toBe(
    "https://api.map.baidu.com/marker?location=39.921337,116.410369&title=A&content=A&coord_type=bd09ll&output=html&src=webapp.sanfen.sanfen",
  );
});

test("those that people of the place use come first", () => {
  const order = (at: { lon: number; lat: number }, country: string) =>
    handOffs(at, "A", country).map(({ app }) => app);
  expect(order(YANTIAN, "CN")).toEqual(["amap", "baidu", "tencent", "apple", "google", "geo"]);
  expect(order(MONACO, "MC")).toEqual(["geo", "google", "apple", "tencent", "baidu", "amap"]);
});

test("a title can't add a parameter of its own", () => {
  for (const { href } of handOffs(MONACO, "a&key=b#c", "MC")) expect(href).not.toMatch(/&key=|#/);
});

import { expect, test } from "vitest";
import { closestLanguage, keptAddress, keptName, pageIdentity, pageName } from "./addresses";

const of = (path: string, isNavigation = false) =>
  keptAddress(new URL(path, "https://map.example"), isNavigation);

test("whatever an address carries besides place, tile and language is not in its name", () => {
  expect(of("/api/map-points?place=monaco&bbox=7.4,43.7,7.5,43.8")).toEqual(
    of("/api/map-points?place=monaco"),
  );
  expect(of("/?lang=en&point=aaaaaa1&lat=43.7", true)).toEqual(of("/?lang=en", true));
  expect(of("/p/aaaaaa1?lang=en&utm=x", true)).toEqual({ kind: "point", id: "aaaaaa1", language: "en" });
  expect(of("/api/walk-pack?version=7&place=monaco")).toMatchObject({ name: "/api/walk-pack?place=monaco" });
});

test("a tile's name leaves its version out, so that an older one can stand in for a newer", () => {
  expect(of("/tiles/basemap/monaco/41/13/4264/2987")).toEqual({
    kind: "tile",
    name: "/tiles/basemap/monaco/13/4264/2987",
    place: "monaco",
  });
  expect(keptName("/tiles/basemap/monaco/42/13/4264/2987")).toBe("/tiles/basemap/monaco/13/4264/2987");
});

test.each([
  ["/admin", true],
  ["/admin/api/points", false],
  ["/admin/tiles/coverage/monaco/x/y/1/13/1/1", false],
  ["/report?place=monaco", true],
  ["/embed?place=monaco", true],
  ["/api/kept-files?place=monaco", false],
  ["/api/points?place=monaco&bbox=7,43,8,44", false],
  ["/api/coverage/history?place=monaco", false],
  ["/tiles/coverage/monaco/x/always/3/13/4264/2987", false],
  ["/api/map-points", false],
  ["/p/aaaaaa1/sign.pdf", true],
  ["/sw.js", false],
])("%s is let pass", (path, isNavigation) => {
  expect(of(path, isNavigation)).toBeNull();
});

test("a pack's address names its version, that of the points does not", () => {
  expect(of("/api/walk-pack?place=monaco&version=7")).toMatchObject({ exact: true });
  expect(of("/api/map-points?place=monaco")).toMatchObject({ exact: false });
});

test("a page is kept under its own words", () => {
  const html =
    '<html lang="zh-Hans"><link href="/assets/map-1.css"><script src="/assets/map-2.js"></script><body data-place="monaco">';
  expect(pageIdentity(html)).toEqual({
    language: "zh-Hans",
    place: "monaco",
    assets: ["/assets/map-1.css", "/assets/map-2.js"],
  });
  expect(pageName("/", "zh-Hans", null)).toBe("/?lang=zh-Hans");
  expect(pageName("/", "en", "a&b")).toBe("/?lang=en&place=a%26b");
});

test.each([
  [["zh-CN"], "zh-Hans"],
  [["zh-Hans"], "zh-Hans"],
  [["zh-TW", "en"], "zh-Hant"],
  [["zh-Hans-HK"], "zh-Hans"],
  [["en-GB"], "en"],
  [["fr-FR", "ja-JP", "en"], "ja"],
  [["fr-FR"], "en"],
  [[], "en"],
])("a browser in %j reads %s", (wanted, language) => {
  expect(closestLanguage(wanted, ["zh-Hans", "en", "ja", "zh-Hant"])).toBe(language);
});

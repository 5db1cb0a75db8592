import { expect, test } from "vitest";
import { gcjToBd, wgsToGcj } from "../../geo/gcj";
import { looksSwapped, readCoordinates, swapped, toWgs } from "./coordinates";

test.each([
  ["43.7384, 7.4246", 43.7384, 7.4246],
  ["43.7384 7.4246", 43.7384, 7.4246],
  ["114.2345，22.5678", 22.5678, 114.2345],
  ["４３．７３８４，７．４２４６", 43.7384, 7.4246],
  ["N43.7384 E7.4246", 43.7384, 7.4246],
  ["7.4246E, 43.7384N", 43.7384, 7.4246],
  ["-33.8688, 151.2093", -33.8688, 151.2093],
  ["33.8688 S 151.2093 E", -33.8688, 151.2093],
  ["43°44'18.24\"N 7°25'28.56\"E", 43.7384, 7.4246],
  ["43° 44′ 18.24″ N, 7° 25′ 28.56″ E", 43.7384, 7.4246],
  ["北纬22度34分4.08秒 东经114度14分4.2秒", 22.5678, 114.2345],
  ["东经114°14.07' 北纬22°34.068'", 22.5678, 114.2345],
  ["lat=43.7384 lon=7.4246", 43.7384, 7.4246],
  ["43,7384; 7,4246", 43.7384, 7.4246],
  ["43,7384 -7,4246", 43.7384, -7.4246],
  ["N22 34.068 E114 14.07", 22.5678, 114.2345],
  ["N22 34 4.08, E114 14 4.2", 22.5678, 114.2345],
])("%s is read", (text, lat, lon) => {
  const typed = readCoordinates(text);
  expect(typed?.lat).toBeCloseTo(lat, 6);
  expect(typed?.lon).toBeCloseTo(lon, 6);
});

test.each([
  "",
  "43.7384",
  "Quai Albert Ier 5",
  "95, 200",
  "43°61' 7°25'",
  "N43.7 N7.4",
  "1 2 3",
  "43,7384,7,4246",
])("%s is no position", (text) => {
  expect(readCoordinates(text)).toBeNull();
});

test("a pair that fits the place only the other way round is told to be swapped", () => {
  const bounds = [7.4, 43.72, 7.44, 43.76] as const;
  const typed = readCoordinates("7.4246, 43.7384");
  expect(typed && looksSwapped(typed, bounds)).toBe(true);
  expect(typed && looksSwapped(swapped(typed), bounds)).toBe(false);
  const elsewhere = readCoordinates("48.85, 2.35");
  expect(elsewhere && looksSwapped(elsewhere, bounds), "Paris is neither").toBe(false);
});

test("what Chinese maps show comes back to where it is, within a centimetre", () => {
  const spot = { lon: 114.2345, lat: 22.5678 };
  for (const [system, shown] of [
    ["wgs84", spot],
    ["gcj02", wgsToGcj(spot)],
    ["bd09", gcjToBd(wgsToGcj(spot))],
  ] as const) {
    const back = toWgs(shown, system);
    expect(back.lon).toBeCloseTo(spot.lon, 7);
    expect(back.lat).toBeCloseTo(spot.lat, 7);
  }
});

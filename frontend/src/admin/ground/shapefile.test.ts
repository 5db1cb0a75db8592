import { expect, test } from "vitest";
import { withShapefiles } from "./shapefile";

const file = (name: string, text = name) => new File([text], name);
const names = (files: File[]) => files.map(({ name }) => name);

test("parts of the same name are one Shapefile, and what belongs to none goes as it is", async () => {
  const files = await withShapefiles([
    file("roads.dbf"),
    file("roads.shp"),
    file("roads.shp.xml"),
    file("roads.shx"),
    file("Houses.SHP"),
    file("houses.dbf"),
    file("walls.shp"),
    file("lost.dbf"),
    file("roads.csv"),
  ]);

  expect(names(files)).toEqual(["roads.zip", "Houses.zip", "walls.shp", "lost.dbf", "roads.csv"]);
});

/** The sum is the one that every account of CRC-32 gives for these nine digits. */
test("a zip states name, sum and length of each part and where the parts end", async () => {
  const [zip] = await withShapefiles([file("道路.v2.SHP", "123456789"), file("道路.v2.dbf", "values")]);
  const bytes = new Uint8Array(await zip.arrayBuffer());
  const view = new DataView(bytes.buffer);
  const name = new TextEncoder().encode("道路.v2.shp");

  expect(zip.name).toBe("道路.v2.zip");
  expect(view.getUint32(14, true)).toBe(0xcbf43926);
  expect(view.getUint32(18, true)).toBe(9);
  expect(bytes.slice(30, 30 + name.length)).toEqual(name);
  expect(view.getUint16(bytes.length - 12, true)).toBe(2);
  expect(view.getUint32(bytes.length - 6, true)).toBe(2 * (30 + name.length) + 9 + 6);
});

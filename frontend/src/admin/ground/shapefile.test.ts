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

const CENTRAL_HEADER = [0x50, 0x4b, 1, 2];

/** The sum is the one that every account of CRC-32 gives for these nine digits. */
test("a zip states name, sum and length of each part, which lies in it as it is", async () => {
  const [zip] = await withShapefiles([file("道路.v2.SHP", "123456789"), file("道路.v2.DBF", "values")]);
  const bytes = new Uint8Array(await zip.arrayBuffer());
  const view = new DataView(bytes.buffer);
  const entries = [...bytes.keys()].filter((at) => CENTRAL_HEADER.every((byte, i) => bytes[at + i] === byte));
  const name = (at: number) =>
    new TextDecoder().decode(bytes.slice(at + 46, at + 46 + view.getUint16(at + 28, true)));

  expect(zip.name).toBe("道路.v2.zip");
  expect(entries.map(name)).toEqual(["道路.v2.shp", "道路.v2.dbf"]);
  expect(view.getUint32(entries[0] + 16, true)).toBe(0xcbf43926);
  expect(entries.map((at) => view.getUint32(at + 24, true))).toEqual([9, 6]);
  expect(new TextDecoder().decode(bytes)).toContain("123456789");
  expect(view.getUint16(bytes.length - 12, true)).toBe(2);
});

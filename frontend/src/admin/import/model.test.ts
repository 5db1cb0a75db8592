import { expect, test } from "vitest";
import { fieldsByColumn, type ImportRow, isTaken, type Mapping, withColumn } from "./model";

const MAPPING: Mapping = {
  profile: "guess",
  fields: {
    name: { columns: ["場所名稱"] },
    address: { columns: ["縣市", "地址"] },
    kind: { columns: [], constant: "aed" },
  },
};
const COLUMNS = ["場所名稱", "縣市", "地址", "備註"];

test("a column goes into the field that somebody chooses, and out of the one it was in", () => {
  const changed = withColumn(MAPPING, COLUMNS, "地址", "placement");
  expect(fieldsByColumn(changed)).toEqual({ 場所名稱: "name", 縣市: "address", 地址: "placement" });
  expect(changed.fields.kind.constant).toBe("aed");
  expect(changed.profile, "which says more than its columns do: tags are kinds").toBe("guess");
  expect(withColumn(MAPPING, COLUMNS, "場所名稱", "").fields.name).toBeUndefined();
});

test("columns of one field are put together in the file's order", () => {
  const joined = withColumn(MAPPING, COLUMNS, "場所名稱", "address");
  expect(joined.fields.address.columns).toEqual(["場所名稱", "縣市", "地址"]);
});

test("new and changed rows are taken unless somebody says no, duplicates only if somebody says yes", () => {
  const row = (what: ImportRow["what"], take: boolean | null) => isTaken({ what, take } as ImportRow);
  expect([row("new", null), row("new", false), row("duplicate", null), row("duplicate", true)]).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

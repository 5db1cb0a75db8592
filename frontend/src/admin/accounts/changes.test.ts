import { expect, test } from "vitest";
import { changeText } from "./changes";

const kinds = new Map();

test("a change tells the field and its values in the page's words", () => {
  expect(changeText({ field: "role", before: "editor", after: "viewer" }, kinds)).toBe("角色：编辑 → 只读");
  expect(changeText({ field: "needs_review", before: "false", after: "true" }, kinds)).toMatch(/否 → 是$/);
  expect(changeText({ field: "organisation", before: "街道办", after: null }, kinds)).toBe(
    "单位：街道办 → –",
  );
});

test("no limit is everywhere, before a limit and after it", () => {
  expect(changeText({ field: "areas", before: null, after: "西区" }, kinds)).toMatch(/：不限范围 → 西区$/);
  expect(changeText({ field: "areas", before: "西区", after: null }, kinds)).toMatch(/：西区 → 不限范围$/);
});

test("a first value stands alone, and a field whose values are too long too", () => {
  expect(changeText({ field: "residents", after: "800" }, kinds)).toBe("居民人数：800");
  expect(changeText({ field: "outline" }, kinds)).toBe("边界");
});

test("what no word names yet is shown as it is stored", () => {
  expect(changeText({ field: "colour", before: "red", after: "blue" }, kinds)).toBe("colour：red → blue");
  expect(changeText({ field: "role", before: "king", after: "editor" }, kinds)).toBe("角色：king → 编辑");
});

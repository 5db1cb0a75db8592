import table from "virtual:pinyin-table";
import { expect, test } from "vitest";
import { Pinyin, pinyinPattern } from "./pinyin";

const pinyin = new Pinyin(table);

test("characters are read, other scripts stand as they are", () => {
  expect(pinyin.read("微型消防站")).toBe("wei'xing'xiao'fang'zhan'");
  expect(pinyin.read("2号楼 lobby")).toBe("2'hao'lou'lobby'");
  expect(pinyin.read("rue grimaldi")).toBe("rue'grimaldi'");
});

test("a character of several readings has them all", () => {
  expect(pinyin.read("重")).toContain("zhong");
  expect(pinyin.read("重")).toContain("chong");
});

test("traditional characters are read too", () => {
  expect(pinyinPattern("tyg")?.test(pinyin.read("體育館"))).toBe(true);
});

test.each([
  ["wxxfz", "福民社区微型消防站", true],
  ["fmsq", "福民社区微型消防站", true],
  ["weixing", "福民社区微型消防站", true],
  ["wei xing xiao", "福民社区微型消防站", true],
  ["weixfz", "微型消防站", false],
  ["weixxfz", "微型消防站", true],
  ["xfzhan", "微型消防站", true],
  ["eixing", "微型消防站", false],
  ["cqlu", "重庆路", true],
  ["zqlu", "重庆路", true],
  ["chongqing", "重庆路", true],
  ["nvrenjie", "女人街", true],
  ["nürenjie", "女人街", true],
  ["hpg", "黄埔港", true],
  ["xfz2", "消防站2号", true],
])("%s in %s: %s", (query, text, found) => {
  expect(pinyinPattern(query)?.test(pinyin.read(text)) ?? false).toBe(found);
});

test("what is no pinyin makes no pattern", () => {
  expect(pinyinPattern("微型")).toBeNull();
  expect(pinyinPattern("a")).toBeNull();
  expect(pinyinPattern("12")).toBeNull();
});

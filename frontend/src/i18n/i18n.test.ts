import { expect, test } from "vitest";
import en from "./en.json";
import zhHans from "./zh-Hans.json";

const plain = (texts: object) =>
  Object.keys(texts)
    .filter((key) => !key.endsWith(".one"))
    .sort();
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

test("both languages have every key", () => {
  expect(plain(en)).toEqual(plain(zhHans));
});

test("a key has the same placeholders in both languages", () => {
  for (const [key, text] of Object.entries(zhHans)) {
    expect(placeholders((en as Record<string, string>)[key]), key).toEqual(placeholders(text));
  }
});

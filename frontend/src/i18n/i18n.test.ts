import { expect, test } from "vitest";
import { figure } from ".";
import { completed, keysIn, type Texts } from "./completed";
import en from "./en.json";
import zhHans from "./zh-Hans.json";

const files = import.meta.glob<Texts>("./*.json", { eager: true, import: "default" });
const all = Object.fromEntries(Object.entries(files).map(([file, texts]) => [file.slice(2, -5), texts]));
const others = Object.entries(all).filter(([tag]) => tag !== "zh-Hans" && tag !== "en");

/** What only staff read may be said in the language that another falls back on; not why something was refused. */
const FOR_STAFF = /^admin\./;
const plain = (texts: object) =>
  Object.keys(texts)
    .filter((key) => !key.endsWith(".one"))
    .sort();
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

test("both languages that the others fall back on have every key", () => {
  expect(plain(en)).toEqual(plain(zhHans));
});

test.each(others)("%s says everything that a visitor reads, and why something is refused", (_, texts) => {
  const wanted = plain(zhHans).filter((key) => !FOR_STAFF.test(key));
  expect(wanted.filter((key) => !(key in texts))).toEqual([]);
});

test.each(others)("%s says nothing that the others don't", (_, texts) => {
  expect(Object.keys(texts).filter((key) => !(key in en))).toEqual([]);
});

test.each(Object.entries(all))("%s has each key's placeholders", (_, texts) => {
  for (const [key, text] of Object.entries(texts)) {
    if (key.endsWith(".one")) continue; // "one minute" needs no figure
    expect(placeholders(text), key).toEqual(placeholders((zhHans as Texts)[key]));
  }
});

test("a language falls back key by key, and never on another's singular beside its own plural", () => {
  expect(completed(all).map(([tag]) => tag)).toEqual(["zh-Hans", "en", "ja", "zh-Hant"]);
  const languages = Object.fromEntries(
    completed({
      "zh-Hans": { title: "编辑", count: "{n} 个" },
      en: { title: "Editor", count: "{n} points", "count.one": "{n} point" },
      "zh-Hant": { count: "{n} 個" },
      ja: { count: "{n} 件" },
    }),
  );
  expect(languages.ja).toEqual({ title: "Editor", count: "{n} 件" });
  expect(languages["zh-Hant"]).toEqual({ title: "编辑", count: "{n} 個" });
});

test.each(Object.entries(all))(
  "%s counts nothing that has a singular only: a page would show its key",
  (_, texts) => {
    expect(Object.keys(texts).filter((key) => key.endsWith(".one") && !(key.slice(0, -4) in texts))).toEqual(
      [],
    );
  },
);

test("a page's words are those that its sources can ask for", () => {
  const keys = ["a.one", "a.b.one", "a.b", "point.open", "point.shut.text", "point.shut", "unit.m"];
  expect(keysIn('t("a.b", { n })', keys)).toEqual(["a.b.one", "a.b"]);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the source of a template
  expect(keysIn("t(`point.${state}.text` as MessageKey)", keys)).toEqual(["point.shut.text"]);
  expect(keysIn('t(("unit." + unit) as MessageKey)', keys)).toEqual(["unit.m"]);
});

test("a figure has thin separators in every language, and no more decimals than asked for", () => {
  expect(figure(1234567.54, 1)).toBe("1\u202f234\u202f567.5");
  expect(figure(999.6)).toBe("1\u202f000");
  expect(figure(undefined)).toBe("0");
});

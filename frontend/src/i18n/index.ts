import en from "./en.json";
import zhHans from "./zh-Hans.json";

/** Flat keys to text with {name} placeholders; the server's pages read the same files. */
const LANGUAGES = { "zh-Hans": zhHans, en } as const;

export type Language = keyof typeof LANGUAGES;
export type MessageKey = keyof typeof zhHans & keyof typeof en;
export type Values = Record<string, string | number>;

/** The page's language: the server has chosen it and says so in <html lang>. */
export function language(): Language {
  return document.documentElement.lang === "en" ? "en" : "zh-Hans";
}

/** The text of a key in the page's language; where n is 1 and KEY.one exists, that is used. */
export function t(key: MessageKey, values: Values = {}, of: Language = language()): string {
  const texts = LANGUAGES[of] as Record<string, string>;
  const text = (values.n === 1 && texts[`${key}.one`]) || texts[key] || key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

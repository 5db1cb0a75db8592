import type en from "./en.json";
import type zhHans from "./zh-Hans.json";

// The words themselves come in a file of this page and this language, which the template loads before the page's script;
// frontend/words.ts makes it from the same files that the server's pages read.

export type MessageKey = keyof typeof zhHans & keyof typeof en;
export type Values = Record<string, string | number>;

interface Words {
  language: string;
  /** BCP 47 tag to the language's own name, of all languages of the site. */
  names: Record<string, string>;
  /** Flat keys to text with {name} placeholders. */
  texts: Record<string, string>;
}

declare global {
  var sanfenWords: Words | undefined;
}

/** The page's language, a BCP 47 tag: the server has chosen it. */
export function language(): string {
  return globalThis.sanfenWords?.language ?? document.documentElement.lang;
}

/** All languages of the site and what each calls itself. */
export function languageNames(): [tag: string, name: string][] {
  return Object.entries(globalThis.sanfenWords?.names ?? {});
}

/** For the browser's own formats of dates and numbers. */
export function locale(): string {
  return language() === "en" ? "en-GB" : language();
}

/** The formats by their digits: making one costs more than using it. */
const formats = new Map<number, Intl.NumberFormat>();

/** A number with thin separators, as reports write it in every language. */
export function figure(value: number | undefined, digits = 0): string {
  const format = formats.get(digits) ?? new Intl.NumberFormat("en", { maximumFractionDigits: digits });
  formats.set(digits, format);
  return format
    .formatToParts(value ?? 0)
    .map((part) => (part.type === "group" ? "\u202f" : part.value))
    .join("");
}

/** The name of the site, which its operator may have chosen. */
export function siteTitle(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content ?? t("site.title");
}

/** The text of a key in the page's language; where n is 1 and KEY.one exists, that is used. */
export function t(key: MessageKey, values: Values = {}): string {
  const texts = globalThis.sanfenWords?.texts ?? {};
  const text = (String(values.n) === "1" && texts[`${key}.one`]) || texts[key] || key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Of texts in several languages, this language's, else its fallback's, else any. */
export function inLanguage(texts: Record<string, string> | null | undefined): string | undefined {
  if (!texts) return undefined;
  const other = language().startsWith("zh") ? "zh-Hans" : "en";
  return texts[language()] ?? texts[other] ?? Object.values(texts)[0];
}

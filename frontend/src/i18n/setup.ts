import zhHans from "./zh-Hans.json";

// What the template loads for a page; tests have all words of one language.
globalThis.sanfenWords = {
  language: "zh-Hans",
  names: { "zh-Hans": "简体中文", en: "English" },
  texts: zhHans,
};

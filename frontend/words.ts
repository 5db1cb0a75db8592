import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";

const FOLDER = "src/i18n";
const COMPLETE = ["zh-Hans", "en"]; // the others fall back on them

type Texts = Record<string, string>;

/** Every file of src/i18n by its language, the complete ones first, each with what it lacks from its fallback. */
export function readLanguages(folder = FOLDER): Map<string, Texts> {
  const found = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  const own = new Map<string, Texts>(
    found.map((language) => [language, JSON.parse(readFileSync(`${folder}/${language}.json`, "utf8"))]),
  );
  return new Map(
    found.map((language) => [
      language,
      completed(own.get(language) ?? {}, own.get(fallback(language)) ?? {}),
    ]),
  );
}

const rank = (language: string) => (COMPLETE.indexOf(language) + COMPLETE.length + 1) % (COMPLETE.length + 1);
const fallback = (language: string) => (language.startsWith("zh") ? "zh-Hans" : "en");

/** A language's own "many" is never mixed with its fallback's "one". */
function completed(own: Texts, others: Texts): Texts {
  const lacking = Object.entries(others).filter(
    ([key]) => !(key in own) && !(key.endsWith(".one") && key.slice(0, -4) in own),
  );
  return { ...own, ...Object.fromEntries(lacking) };
}

/**
 * The keys that a source may ask for: each that stands in it as a string, and each that a template or a sum can make.
 * Rather one too many than one too few.
 */
export function keysIn(source: string, keys: string[]): string[] {
  const strings = new Set([...source.matchAll(/["'`]([\w.-]+)["'`]/g)].map((found) => found[1]));
  const made = [
    ...[...source.matchAll(/`([\w-]+\.[\w.-]*)\$\{[^}`]*\}([\w.-]*)/g)].map((found) => [found[1], found[2]]),
    ...[...source.matchAll(/["']([\w-]+\.[\w.-]*)["']\s*\+/g)].map((found) => [found[1], ""]),
  ];
  return keys.filter((key) => {
    const plain = key.replace(/\.one$/, "");
    return (
      strings.has(plain) ||
      made.some(([start, end]) => plain.startsWith(start) && plain.includes(end, start.length))
    );
  });
}

/**
 * Writes a page's words in one language into a file of their own, so that nobody loads a language that he does not read or
 * the words of another page: the template names that file beside the page's script (Assets.words).
 */
export const words: Plugin = {
  name: "words",
  generateBundle(_, bundle) {
    const languages = readLanguages();
    const names = Object.fromEntries([...languages].map(([tag, texts]) => [tag, texts["language.name"]]));
    const files: Record<string, Record<string, string>> = {};
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk" || !chunk.isEntry || !chunk.facadeModuleId?.endsWith(".ts")) continue;
      const entry = chunk.facadeModuleId.slice(chunk.facadeModuleId.lastIndexOf("/src/") + 1);
      const sources = sourcesOf(chunk.fileName, bundle);
      if (!sources.some((source) => source.includes("/src/i18n/"))) continue;
      const code = sources.map((source) => readFileSync(source, "utf8")).join("\n");
      files[entry] = {};
      for (const [language, texts] of languages) {
        const said = Object.fromEntries(keysIn(code, Object.keys(texts)).map((key) => [key, texts[key]]));
        const source = `globalThis.sanfenWords=${JSON.stringify({ language, names, texts: said })};\n`;
        const hash = createHash("sha256").update(source).digest("base64url").slice(0, 8);
        files[entry][language] = `assets/words-${chunk.name}-${language}-${hash}.js`;
        this.emitFile({ type: "asset", fileName: files[entry][language], source });
      }
    }
    this.emitFile({ type: "asset", fileName: ".vite/words.json", source: JSON.stringify(files) });
    this.emitFile({ type: "asset", fileName: "languages.json", source: JSON.stringify(names) });
  },
};

type Bundle = Parameters<Extract<Plugin["generateBundle"], (...given: never) => unknown>>[1];

/** Our own modules that a chunk brings, at once or later. */
function sourcesOf(first: string, bundle: Bundle): string[] {
  const seen = new Set<string>();
  const sources = new Set<string>();
  const queue = [first];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const chunk = bundle[name];
    if (seen.has(name) || chunk?.type !== "chunk") continue;
    seen.add(name);
    queue.push(...chunk.imports, ...chunk.dynamicImports);
    for (const id of chunk.moduleIds) if (id.endsWith(".ts") && id.includes("/src/")) sources.add(id);
  }
  return [...sources];
}

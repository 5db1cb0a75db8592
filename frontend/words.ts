import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { completed, keysIn, type Texts } from "./src/i18n/completed.ts";

const FOLDER = "src/i18n";

function readLanguages(): [tag: string, texts: Texts][] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".json"));
  const read = (file: string) => JSON.parse(readFileSync(`${FOLDER}/${file}`, "utf8"));
  return completed(Object.fromEntries(files.map((file) => [file.slice(0, -".json".length), read(file)])));
}

/**
 * Writes a page's words in one language into a file of their own, so that nobody loads a language that he does not read or
 * the words of another page: the template names that file beside the page's script (Assets.words).
 */
export const words: Plugin = {
  name: "words",
  generateBundle(_, bundle) {
    const languages = readLanguages();
    const names = Object.fromEntries(languages.map(([tag, texts]) => [tag, texts["language.name"]]));
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

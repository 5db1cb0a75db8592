import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { build, type Plugin } from "vite";

/** The pages that open without a network, by their entries in Vite's manifest. */
const PAGES = ["src/public/main.ts", "src/public/device.ts", "src/public/privacy.css"];

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
  assets?: string[];
}

/**
 * Builds the service worker as one file without a number in its name, and tells it which files a page of this very build
 * may ask for. Its build number follows from those and from its own code, so that it is new exactly when they are.
 */
export const offlineWorker: Plugin = {
  name: "offline-worker",
  apply: "build",
  async closeBundle() {
    const manifest: Record<string, Chunk> = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));
    const shell = new Set<string>();
    const seen = new Set<string>();
    const collect = (name: string) => {
      if (seen.has(name)) return;
      seen.add(name);
      const { file, imports = [], dynamicImports = [], css = [], assets = [] } = manifest[name];
      for (const one of [file, ...css, ...assets]) shell.add(`/${one}`);
      for (const one of [...imports, ...dynamicImports]) collect(one);
    };
    for (const page of PAGES) collect(page);
    for (const file of readdirSync("dist/assets")) {
      if (/worker.*\.js$/i.test(file)) shell.add(`/assets/${file}`); // a worker of the page is no chunk of the manifest
    }
    const words: Record<string, Record<string, string>> = JSON.parse(
      readFileSync("dist/.vite/words.json", "utf8"),
    );
    for (const page of PAGES) for (const file of Object.values(words[page] ?? {})) shell.add(`/${file}`);
    const languages = readdirSync("src/i18n")
      .filter((file) => file.endsWith(".json"))
      .map((file) => file.slice(0, -".json".length))
      .sort();
    const parts = [...shell].sort();
    const number = createHash("sha256").update(JSON.stringify([parts, languages]));
    for (const file of readdirSync("src/offline", { recursive: true, encoding: "utf8" }).sort()) {
      if (file.endsWith(".ts")) number.update(readFileSync(`src/offline/${file}`));
    }
    await build({
      configFile: false,
      publicDir: false,
      logLevel: "warn",
      define: {
        __BUILD__: JSON.stringify(number.digest("hex").slice(0, 12)),
        __SHELL__: JSON.stringify(parts),
        __LANGUAGES__: JSON.stringify(languages),
      },
      build: {
        outDir: "dist",
        emptyOutDir: false,
        target: "es2020",
        rolldownOptions: {
          input: { sw: "src/offline/worker/sw.ts" },
          output: { format: "iife", entryFileNames: "sw.js" },
        },
      },
    });
  },
};

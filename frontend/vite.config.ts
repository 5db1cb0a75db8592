import { defineConfig } from "vite";
import { compressed } from "./compressed.ts";
import { offlineWorker } from "./offline-worker.ts";
import { paperFonts } from "./paper-fonts.ts";
import { pinyinTable } from "./pinyin-table.ts";
import { placeHolidays } from "./place-holidays.ts";
import { themeColours } from "./theme-colours.ts";
import { typeInRem } from "./type-in-rem.ts";
import { words } from "./words.ts";

// One entry a page; the server reads the manifest to find their built names.
export default defineConfig({
  plugins: [paperFonts, pinyinTable, placeHolidays, words, offlineWorker, compressed],
  css: { postcss: { plugins: [themeColours, typeInRem] } },
  build: {
    outDir: "dist",
    manifest: true,
    assetsInlineLimit: 0, // the Content-Security-Policy has no data: for scripts and styles
    target: "es2020",
    modulePreload: { polyfill: false }, // the templates name what a script imports
    rolldownOptions: {
      input: {
        map: "src/public/main.ts",
        report: "src/report/main.ts",
        admin: "src/admin/main.ts",
        embed: "src/embed/main.ts",
        device: "src/public/device.ts",
        point: "src/point/point.css",
        privacy: "src/public/privacy.css",
      },
    },
  },
  test: {
    include: ["src/**/*.test.ts"],
    setupFiles: ["src/i18n/setup.ts"],
    server: { deps: { inline: ["opening_hours"] } },
  },
} as Parameters<typeof defineConfig>[0]);

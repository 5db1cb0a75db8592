import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const TEXT = /\.(js|css|svg|json|webmanifest|map)$/;
const WORTH_IT_BYTES = 400;

/** Beside each text file of dist its .br and .gz, made once here instead of again and again by the server. */
export const compressed: Plugin = {
  name: "compressed",
  enforce: "post",
  closeBundle: {
    order: "post",
    sequential: true,
    handler() {
      for (const path of listFiles("dist")) {
        const file = readFileSync(path);
        if (!TEXT.test(path) || path.includes("/.vite/") || file.length < WORTH_IT_BYTES) continue;
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_SIZE_HINT]: file.length,
        };
        writeFileSync(`${path}.br`, brotliCompressSync(file, { params }));
        writeFileSync(`${path}.gz`, gzipSync(file, { level: 9 }));
      }
    },
  },
};

function listFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? listFiles(path) : [path];
  });
}

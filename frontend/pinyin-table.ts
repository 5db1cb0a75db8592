import { pinyin } from "pinyin-pro";
import type { Plugin } from "vite";

const MODULE = "virtual:pinyin-table";

/** Every character of GB 2312 (simplified) and of Big5's first level (traditional): about 10,000 in all. */
function characters(): string[] {
  const found = new Set<string>();
  const add = (encoding: string, lead: [number, number], trails: [number, number][]) => {
    const decoder = new TextDecoder(encoding);
    for (let high = lead[0]; high <= lead[1]; high++) {
      for (const [first, last] of trails) {
        for (let low = first; low <= last; low++) {
          const text = decoder.decode(new Uint8Array([high, low]));
          if (/^\p{Script=Han}$/u.test(text)) found.add(text);
        }
      }
    }
  };
  add("gbk", [0xb0, 0xf7], [[0xa1, 0xfe]]);
  add(
    "big5",
    [0xa4, 0xc6],
    [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  ); // prettier-ignore
  return [...found].sort();
}

/** Each syllable and the characters that are read so, a line each: "zhong中重…". A character of several readings is in several. */
function table(): string {
  const lines = new Map<string, string>();
  for (const character of characters()) {
    const readings = pinyin(character, { toneType: "none", type: "array", multiple: true, v: true });
    for (const reading of new Set(readings)) {
      if (/^[a-z]+$/.test(reading)) lines.set(reading, (lines.get(reading) ?? "") + character);
    }
  }
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reading, found]) => reading + found)
    .join("\n");
}

/** Makes the table of readings from pinyin-pro's dictionary at build time: its own chunk, loaded when somebody begins to search. */
export const pinyinTable: Plugin = {
  name: "pinyin-table",
  resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
  load: (id) => (id === `\0${MODULE}` ? `export default ${JSON.stringify(table())};` : null),
};

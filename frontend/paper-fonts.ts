import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

// The fonts that the report's PDF embeds, made from Noto Sans SC (OFL): packed into the jar, never sent to a browser.

const SOURCE = "node_modules/@expo-google-fonts/noto-sans-sc";
const WEIGHTS = { regular: "400Regular/NotoSansSC_400Regular.ttf", bold: "700Bold/NotoSansSC_700Bold.ttf" };

// What a PDF needs of a TrueType font. Tables for typesetting programs would only take time to read.
const TABLES = [
  "OS/2",
  "cmap",
  "cvt ",
  "fpgm",
  "glyf",
  "head",
  "hhea",
  "hmtx",
  "loca",
  "maxp",
  "name",
  "post",
  "prep",
];

// Radicals, compatibility ideographs and the figure dash share glyphs with the letters that people type. Copied or searched
// text of a PDF comes out as the first of a glyph's codes, so that 田 would be found only by its radical ⽥.
const LOOKALIKES: [number, number][] = [
  [0x2012, 0x2012],
  [0x2e80, 0x2fdf],
  [0xf900, 0xfaff],
  [0x2f800, 0x2fa1f],
];

const isLookalike = (code: number) => LOOKALIKES.some(([first, last]) => code >= first && code <= last);

export const paperFonts = {
  name: "paper-fonts",
  writeBundle() {
    mkdirSync("dist/fonts", { recursive: true });
    for (const [weight, file] of Object.entries(WEIGHTS)) {
      writeFileSync(`dist/fonts/${weight}.ttf`, slim(readFileSync(`${SOURCE}/${file}`)));
    }
    copyFileSync(`${SOURCE}/LICENSE_FONT`, "dist/fonts/LICENSE");
  },
};

/** The same font with the tables that paper needs and one letter a glyph where lookalikes would share it. */
function slim(font: Buffer): Buffer {
  const tables = new Map<string, Buffer>();
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i;
    const start = font.readUInt32BE(entry + 8);
    tables.set(
      font.toString("latin1", entry, entry + 4),
      font.subarray(start, start + font.readUInt32BE(entry + 12)),
    );
  }
  tables.set("cmap", withoutLookalikes(tables.get("cmap") ?? Buffer.alloc(0)));
  const kept = TABLES.filter((name) => tables.has(name));
  const power = 2 ** Math.floor(Math.log2(kept.length));
  const head = Buffer.alloc(12 + 16 * kept.length);
  head.writeUInt32BE(0x00010000, 0);
  [kept.length, power * 16, Math.log2(power), (kept.length - power) * 16].forEach((value, i) => {
    head.writeUInt16BE(value, 4 + 2 * i);
  });
  const parts: Buffer[] = [head];
  let offset = head.length;
  kept.forEach((name, i) => {
    const table = tables.get(name) ?? Buffer.alloc(0);
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    head.write(name, 12 + 16 * i, "latin1");
    head.writeUInt32BE(checksum(padded), 16 + 16 * i);
    head.writeUInt32BE(offset, 20 + 16 * i);
    head.writeUInt32BE(table.length, 24 + 16 * i);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
}

function checksum(table: Buffer): number {
  let sum = 0;
  for (let i = 0; i < table.length; i += 4) {
    sum = (sum + table.readUInt32BE(i)) >>> 0;
  }
  return sum;
}

/** A cmap of one subtable, format 12 for all of Unicode, which every reader of PDFs' fonts prefers. */
function withoutLookalikes(cmap: Buffer): Buffer {
  const letters = readLetters(cmap);
  const plain = new Set(letters.filter(([code]) => !isLookalike(code)).map(([, glyph]) => glyph));
  const kept = letters.filter(([code, glyph]) => !isLookalike(code) || !plain.has(glyph));
  const groups: [number, number, number][] = [];
  for (const [code, glyph] of kept) {
    const last = groups.at(-1);
    if (last && last[1] + 1 === code && last[2] + (code - last[0]) === glyph) {
      last[1] = code;
    } else {
      groups.push([code, code, glyph]);
    }
  }
  const made = Buffer.alloc(12 + 16 + 12 * groups.length);
  made.writeUInt16BE(1, 2);
  made.writeUInt16BE(3, 4);
  made.writeUInt16BE(10, 6);
  made.writeUInt32BE(12, 8);
  made.writeUInt16BE(12, 12);
  made.writeUInt32BE(16 + 12 * groups.length, 16);
  made.writeUInt32BE(groups.length, 24);
  groups.flat().forEach((value, i) => {
    made.writeUInt32BE(value, 28 + 4 * i);
  });
  return made;
}

/** All code and glyph pairs of the format 12 subtable, by code. */
function readLetters(cmap: Buffer): [number, number][] {
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const start = cmap.readUInt32BE(4 + 8 * i + 4);
    if (cmap.readUInt16BE(start) === 12) {
      const letters: [number, number][] = [];
      for (let group = 0; group < cmap.readUInt32BE(start + 12); group++) {
        const [first, last, glyph] = [0, 4, 8].map((field) =>
          cmap.readUInt32BE(start + 16 + 12 * group + field),
        );
        for (let code = first; code <= last; code++) {
          letters.push([code, glyph + code - first]);
        }
      }
      return letters;
    }
  }
  throw new Error("The font has no table of letters in format 12.");
}

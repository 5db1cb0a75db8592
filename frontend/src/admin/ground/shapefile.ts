/** The parts that are read: shapes, values, coordinate system, character set. */
const READ = ["shp", "dbf", "prj", "cpg"];

/** What programs put beside them: indexes and descriptions, which nothing is read from. */
const BESIDE = ["shx", "sbn", "sbx", "qix", "fix", "atx", "qmd", "qpj", "qml", "sld", "shp.xml"];

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
const VERSION = 20;
const NAMES_IN_UTF8 = 0x0800;
/** The first of January 1980: when the parts were written is of no matter. */
const NO_DAY = 0x21;

/** The files with the parts of each Shapefile packed into one; parts without a .shp go as they are and are refused. */
export async function withShapefiles(files: readonly File[]): Promise<File[]> {
  const shapes = new Map(
    files.filter((file) => split(file).ending === "shp").map((file) => [split(file).stem, [file]]),
  );
  const others: File[] = [];
  for (const file of files) {
    const { stem, ending } = split(file);
    const parts = shapes.get(stem);
    if (!parts || ![...READ, ...BESIDE].includes(ending)) others.push(file);
    else if (ending !== "shp" && READ.includes(ending)) parts.push(file);
  }
  const packed = [...shapes.values()].map(async (parts) =>
    parts.length > 1 ? packedTogether(parts) : parts[0],
  );
  return [...(await Promise.all(packed)), ...others];
}

/** Systems differ in whether case tells names apart; the parts of a Shapefile it never does. */
function split({ name }: File): { stem: string; ending: string } {
  const [, stem, ending] = /^(.*?)\.(shp\.xml|[^.]*)$/.exec(name.toLowerCase()) ?? ["", name, ""];
  return { stem, ending };
}

/** A zip of the files without compression: only their sums are computed here, their bytes stay where they are. */
async function packedTogether([shape, ...parts]: File[]): Promise<File> {
  const stem = shape.name.replace(/\.[^.]*$/, "");
  const bodies: BlobPart[] = [];
  const central: BlobPart[] = [];
  let at = 0;
  for (const file of [shape, ...parts]) {
    const name = new TextEncoder().encode(`${stem}.${split(file).ending}`);
    const common = [VERSION, NAMES_IN_UTF8, 0, 0, NO_DAY];
    const sizes = [await checksum(file), file.size, file.size];
    const header = bytes([LOCAL_HEADER], common, sizes, [name.length, 0]);
    bodies.push(header, name, file);
    central.push(
      bytes([CENTRAL_HEADER], [VERSION, ...common], sizes, [name.length, 0, 0, 0, 0], [0, at]),
      name,
    );
    at += header.length + name.length + file.size;
  }
  const length = central.reduce((sum, part) => sum + (part as Uint8Array).length, 0);
  const count = parts.length + 1;
  const end = bytes([END_OF_CENTRAL], [0, 0, count, count], [length, at], [0]);
  return new File([...bodies, ...central, end], `${stem}.zip`, { type: "application/zip" });
}

/** Little-endian numbers, in turn of four and of two bytes. */
function bytes(...groups: number[][]): Uint8Array<ArrayBuffer> {
  const sizes = groups.map((_, group) => (group % 2 === 0 ? 4 : 2));
  const view = new DataView(
    new ArrayBuffer(groups.reduce((sum, group, at) => sum + group.length * sizes[at], 0)),
  );
  let at = 0;
  groups.forEach((group, which) => {
    for (const value of group) {
      if (sizes[which] === 4) view.setUint32(at, value, true);
      else view.setUint16(at, value, true);
      at += sizes[which];
    }
  });
  return new Uint8Array(view.buffer);
}

const REMAINDERS = Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++)
    remainder = remainder & 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1;
  return remainder;
});

/** The CRC-32 that a zip states of each file, a piece at a time. */
async function checksum(file: File): Promise<number> {
  let sum = 0xffffffff;
  const reader = file.stream().getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read())
    for (const byte of piece.value) sum = REMAINDERS[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

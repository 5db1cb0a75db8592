/** Thrown where a pack ends too early or says what can't be. */
export class BrokenPack extends Error {}

const TEXT = new TextDecoder();

/** Reads numbers of seven bits a byte, least first, as org.sanfen.street.pack.PackBytes writes them. */
export class ByteReader {
  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
  ) {}

  /** A number that is not negative, below 2^53. */
  whole(): number {
    let value = 0;
    for (let scale = 1; scale < 2 ** 53; scale *= 128) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) break;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    throw new BrokenPack("a number has no end");
  }

  signed(): number {
    const bits = this.whole();
    return bits % 2 === 0 ? bits / 2 : -(bits + 1) / 2;
  }

  text(): string {
    const length = this.whole();
    if (this.at + length > this.bytes.length) throw new BrokenPack("a text has no end");
    const text = TEXT.decode(this.bytes.subarray(this.at, this.at + length));
    this.at += length;
    return text;
  }

  /** A count of things that take a byte each at least. */
  count(): number {
    const count = this.whole();
    if (count > this.bytes.length - this.at) throw new BrokenPack("it counts more than there is");
    return count;
  }

  column(count: number): Int32Array {
    const column = new Int32Array(count);
    for (let i = 0; i < count; i++) column[i] = this.whole();
    return column;
  }

  /** Numbers of either sign. */
  signedColumn(count: number): Int32Array {
    const column = new Int32Array(count);
    for (let i = 0; i < count; i++) column[i] = this.signed();
    return column;
  }

  get isAtEnd(): boolean {
    return this.at === this.bytes.length;
  }
}

let table: Int32Array | null = null;

/** CRC-32 as in gzip (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  if (!table) {
    table = new Int32Array(256);
    for (let n = 0; n < 256; n++) {
      let c = n;
      for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
      table[n] = c;
    }
  }
  let sum = -1;
  for (let i = 0; i < bytes.length; i++) sum = table[(sum ^ bytes[i]) & 255] ^ (sum >>> 8);
  return ~sum >>> 0;
}

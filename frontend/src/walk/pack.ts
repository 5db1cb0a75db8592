import { BrokenPack, ByteReader, crc32 } from "./bytes";
import { readEdges, readLines } from "./columns";
import type { WalkGraph, WalkSpeeds } from "./graph";
import { type StreetName, WalkError } from "./types";

/** Of the bytes and of the rules that this page knows (org.sanfen.street.pack.WalkPackWriter). */
const FORMAT = 1;
const ENGINE = 1;

const MAGIC = 0x50574653; // "SFWP", least first
const HEAD_BYTES = 16;

/** A pack, read. */
export interface WalkPack extends WalkSpeeds {
  place: string;
  /** Change numbers of the streets and of the barriers. */
  streets: number;
  basemap: number;
  madeAt: Date;
  /** Whoever is farther from every street is unlinked, mm. */
  longestLegMm: number;
  graph: WalkGraph;
  /** Lines that no leg crosses, vertices one after the other; units as in the graph. */
  barriers: { xy: Int32Array; starts: Int32Array };
}

/** Reads a pack; throws a WalkError for one that is damaged, of another version, or without streets. */
export function readPack(bytes: ArrayBuffer): WalkPack {
  let pack: WalkPack;
  try {
    pack = readWhole(bytes);
  } catch (cause) {
    throw cause instanceof BrokenPack || cause instanceof RangeError ? new WalkError("broken") : cause;
  }
  if (pack.graph.edgeCount === 0) throw new WalkError("no_streets");
  return pack;
}

function readWhole(bytes: ArrayBuffer): WalkPack {
  if (bytes.byteLength < HEAD_BYTES) throw new BrokenPack("shorter than its head");
  const head = new DataView(bytes);
  if (head.getUint32(0, true) !== MAGIC) throw new BrokenPack("not a pack");
  if (head.getUint16(4, true) !== FORMAT || head.getUint16(6, true) !== ENGINE) {
    throw new WalkError("other_version");
  }
  const body = new Uint8Array(bytes, HEAD_BYTES);
  if (head.getUint32(8, true) !== body.length) throw new BrokenPack("cut off");
  if (head.getUint32(12, true) !== crc32(body)) throw new BrokenPack("damaged");
  return readBody(new ByteReader(body, 0));
}

function readBody(body: ByteReader): WalkPack {
  const place = body.text();
  const streets = body.whole();
  const basemap = body.whole();
  const madeAt = new Date(body.whole() * 1000);
  const speeds = { levelMmPerS: body.whole(), stepsMmPerS: body.whole() };
  const longestLegMm = body.whole();
  const originLon = body.signed();
  const originLat = body.signed();
  const names = readNames(body);
  const graph = readEdges(body, originLon, originLat, names, speeds);
  const barriers = readBarriers(body, originLat);
  if (!body.isAtEnd) throw new BrokenPack("something is left over");
  return { place, streets, basemap, madeAt, ...speeds, longestLegMm, graph, barriers };
}

function readNames(body: ByteReader): StreetName[] {
  const names: StreetName[] = [];
  for (let left = body.count(); left > 0; left--) {
    const [name, en, zh] = [body.text(), body.text(), body.text()];
    names.push({ name, ...(en && { en }), ...(zh && { zh }) });
  }
  return names;
}

function readBarriers(body: ByteReader, originLat: number): WalkPack["barriers"] {
  const lines = body.count();
  const positions = body.count();
  const sizes = body.column(lines);
  const xy = readLines(body, positions, originLat);
  const starts = new Int32Array(Math.max(0, positions - lines));
  let vertex = 0;
  let segments = 0;
  for (const size of sizes) {
    for (let i = 0; i + 1 < size; i++) starts[segments++] = vertex + i;
    vertex += size;
  }
  if (vertex !== positions) throw new BrokenPack("barriers do not add up");
  return { xy, starts };
}

import { describe, expect, test } from "vitest";
import { crc32 } from "./bytes";
import { readPack } from "./pack";
import { emptyTown, towns } from "./testing";
import { WalkError } from "./types";

const [town] = towns;

function reasonOf(bytes: ArrayBuffer): string {
  try {
    readPack(bytes);
    return "none";
  } catch (cause) {
    if (!(cause instanceof WalkError)) throw cause;
    return cause.reason;
  }
}

function changed(at: number, change: (byte: number) => number): ArrayBuffer {
  const bytes = new Uint8Array(town.bytes.slice(0));
  bytes[at] = change(bytes[at]);
  return bytes.buffer;
}

/** With a checksum that holds, so that only what it says is wrong. */
function signed(body: Uint8Array): ArrayBuffer {
  const bytes = new Uint8Array(16 + body.length);
  bytes.set(new Uint8Array(town.bytes, 0, 8));
  bytes.set(body, 16);
  const head = new DataView(bytes.buffer);
  head.setUint32(8, body.length, true);
  head.setUint32(12, crc32(body), true);
  return bytes.buffer;
}

test("tells what it is of", () => {
  const pack = readPack(town.bytes);
  expect(pack).toMatchObject({ place: "Shenzhen", streets: 12, basemap: 7, longestLegMm: 50_000 });
  expect(pack).toMatchObject({ levelMmPerS: 1500, stepsMmPerS: 900 });
  expect(pack.madeAt.toISOString()).toBe("2026-11-21T14:02:03.000Z");
});

test("the checksum is gzip's", () => {
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
});

describe("refuses", () => {
  test("a pack cut off anywhere", () => {
    for (const length of [0, 3, 15, 16, 17, 200, town.bytes.byteLength - 1]) {
      expect(reasonOf(town.bytes.slice(0, length)), `${length} bytes`).toBe("broken");
    }
  });

  test("a pack with one bit turned over", () => {
    for (let at = 16; at < town.bytes.byteLength; at += 7) {
      expect(reasonOf(changed(at, (byte) => byte ^ 4))).toBe("broken");
    }
  });

  test("something else at its address, such as an error page", () => {
    const page = new TextEncoder().encode("<!doctype html><title>Sign in to this network</title>");
    expect(reasonOf(page.buffer)).toBe("broken");
  });

  test("an older and a newer format, and another engine's rules", () => {
    expect(reasonOf(changed(4, (byte) => byte - 1))).toBe("other_version");
    expect(reasonOf(changed(4, (byte) => byte + 1))).toBe("other_version");
    expect(reasonOf(changed(6, (byte) => byte + 1))).toBe("other_version");
  });

  test("a place without streets", () => {
    expect(reasonOf(emptyTown.bytes)).toBe("no_streets");
  });

  test("nonsense under a true checksum, without hanging or taking all memory", () => {
    const body = new Uint8Array(town.bytes.slice(16));
    for (let at = 0; at < body.length; at += 11) {
      const nonsense = body.slice();
      nonsense[at] = 255;
      expect(["broken", "no_streets", "none"]).toContain(reasonOf(signed(nonsense)));
    }
  }, 60_000);
});

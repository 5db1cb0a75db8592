import { afterEach, describe, expect, test, vi } from "vitest";
import { WalkClient } from "./client";
import { WalkEngine } from "./engine";
import { walkPackAddress } from "./index";
import { answer, type FromWorker, factsOf, type ToWorker } from "./questions";
import { emptyTown, towns } from "./testing";

const [town] = towns;
const targets = town.spots.map(([lon, lat], number) => ({
  id: `p${number}`,
  lon,
  lat,
  more: () => "a page's",
}));
const linked = targets.filter((_, number) => town.legs_mm[number] >= 0);
const [from] = linked;

afterEach(() => vi.useRealTimers());

/** A thread of its own as far as the page can tell: messages are copied and come later. */
class FakeWorker {
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  terminated = false;
  dropped: number[] = [];
  protected engine: WalkEngine | null = null;

  postMessage(message: ToWorker): void {
    const copy = structuredClone(message);
    setTimeout(() => this.terminated || this.hear(copy));
  }

  terminate(): void {
    this.terminated = true;
  }

  protected hear(message: ToWorker): void {
    if ("drop" in message) this.dropped.push(message.drop);
    else if ("open" in message) {
      this.engine = new WalkEngine(message.open);
      this.tell({ opened: factsOf(this.engine) });
    } else if (this.engine) {
      this.tell({ id: message.id, answer: answer(this.engine, message.question) });
    }
  }

  protected tell(message: FromWorker): void {
    this.onmessage?.({ data: structuredClone(message) });
  }
}

function open(worker: FakeWorker, bytes = town.bytes): Promise<WalkClient> {
  return WalkClient.open(bytes, () => worker as unknown as Worker);
}

function openWithout(bytes = town.bytes): Promise<WalkClient> {
  return WalkClient.open(bytes, () => {
    throw new ReferenceError("Worker is not defined");
  });
}

describe("a worker's answers and the page's own", () => {
  test("are the same", async () => {
    const [worker, page] = await Promise.all([open(new FakeWorker()), openWithout()]);
    const reached = await worker.nearest(from, targets, 5);
    expect(reached).toHaveLength(5);
    expect(reached[0]).toEqual({ id: from.id, ms: reached[0].ms, metres: reached[0].metres });
    expect(await page.nearest(from, targets, 5)).toEqual(reached);
    const to = targets.find(({ id }) => id === reached[4].id) as (typeof targets)[0];
    expect(await page.route(from, to)).toEqual(await worker.route(from, to));
    expect(await worker.unlinked({ lon: 0, lat: 0 })).toBe(true);
    expect(await page.unlinked(from)).toBe(false);
    expect(worker.streets).toBe(12);
    expect(page.madeAt).toEqual(worker.madeAt);
  });

  test("name a pack that can't be used by its reason", async () => {
    class Refusing extends FakeWorker {
      protected override hear(): void {
        this.tell({ refused: "no_streets" });
      }
    }
    await expect(open(new Refusing(), emptyTown.bytes)).rejects.toMatchObject({ reason: "no_streets" });
    await expect(openWithout(emptyTown.bytes)).rejects.toMatchObject({ reason: "no_streets" });
    await expect(openWithout(town.bytes.slice(0, 99))).rejects.toMatchObject({ reason: "broken" });
  });
});

describe("when a worker fails", () => {
  test("one that can't be loaded leaves the page's thread", async () => {
    class Unloadable extends FakeWorker {
      protected override hear(): void {
        this.onerror?.({ message: "blocked" });
      }
    }
    const worker = new Unloadable();
    const walker = await open(worker);
    expect(await walker.nearest(from, targets, 1)).toHaveLength(1);
    expect(worker.terminated).toBe(true);
  });

  test("one that never answers is not waited for", async () => {
    vi.useFakeTimers();
    class Mute extends FakeWorker {
      protected override hear(): void {}
    }
    const opened = open(new Mute());
    await vi.advanceTimersByTimeAsync(10_000);
    const walker = await opened;
    const asked = walker.nearest(from, targets, 1);
    await vi.advanceTimersByTimeAsync(10);
    expect(await asked).toHaveLength(1);
  });

  test("one that dies amid questions loses none of them", async () => {
    class Mortal extends FakeWorker {
      protected override hear(message: ToWorker): void {
        if ("question" in message) this.onerror?.({ message: "out of memory" });
        else super.hear(message);
      }
    }
    const walker = await open(new Mortal());
    const [reached, route] = await Promise.all([
      walker.nearest(from, targets, 2),
      walker.route(from, linked[3]),
    ]);
    expect(reached).toHaveLength(2);
    expect(route?.ms).toBe(town.ms[targets.indexOf(from)][targets.indexOf(linked[3])]);
  });
});

describe("a question that is no longer wanted", () => {
  test("rejects at once and is dropped by the worker", async () => {
    const worker = new FakeWorker();
    const walker = await open(worker);
    const stop = new AbortController();
    const asked = walker.nearest(from, targets, 5, stop.signal);
    stop.abort();
    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
    await expect(walker.nearest(from, targets, 5, stop.signal)).rejects.toMatchObject({ name: "AbortError" });
    expect(await walker.nearest(from, targets, 1)).toHaveLength(1);
    expect(worker.dropped).toHaveLength(1);
  });

  test("rejects on the page's thread too", async () => {
    const walker = await openWithout();
    const stop = new AbortController();
    const asked = walker.route(from, linked[2], stop.signal);
    stop.abort();
    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
  });

  test("a closed walker answers nothing and starts nothing anew", async () => {
    const worker = new FakeWorker();
    const walker = await open(worker);
    const asked = walker.nearest(from, targets, 5);
    walker.close();
    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
    await expect(walker.unlinked(from)).rejects.toMatchObject({ name: "AbortError" });
    expect(worker.terminated).toBe(true);
  });
});

test("the pack's address holds the place and its versions, nothing else", () => {
  const place = { id: "futian", versions: { streets: 3, basemap: 8, points: 40 }, lon: 114.05 };
  expect(walkPackAddress(place)).toBe("/api/walk-pack?place=futian&version=8");
});

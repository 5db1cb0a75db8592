import { afterEach, expect, test, vi } from "vitest";
import { openWalker } from "./index";
import { emptyTown, towns } from "./testing";

const [town] = towns;
const place = { id: "town", versions: { streets: 3, basemap: 1 } };

afterEach(() => vi.unstubAllGlobals());

/** The network: what each request in turn is answered with. */
function serve(...answers: (ArrayBuffer | number | Error)[]) {
  const network = vi.fn(async (_path: string, _init: RequestInit) => {
    const next = answers.shift();
    if (next instanceof Error) throw next;
    return typeof next === "number" ? new Response("{}", { status: next }) : new Response(next);
  });
  vi.stubGlobal("fetch", network);
  return network;
}

test("a good pack is fetched once", async () => {
  const network = serve(town.bytes);
  expect((await openWalker(place)).streets).toBe(12);
  expect(network.mock.calls).toHaveLength(1);
  expect(network.mock.calls[0][0]).toBe("/api/walk-pack?place=town&version=3");
  expect(network.mock.calls[0][1]?.cache).toBeUndefined();
});

test("a damaged copy is fetched again past the browser's cache", async () => {
  const network = serve(town.bytes.slice(0, 500), town.bytes);
  expect((await openWalker(place)).streets).toBe(12);
  expect(network.mock.calls[1][1]).toMatchObject({ cache: "reload" });
});

test.each([
  ["damaged twice", "broken", [town.bytes.slice(0, 500), town.bytes.slice(0, 500)]],
  ["no network", "missing", [new TypeError("Failed to fetch")]],
  ["damaged, then no network", "missing", [town.bytes.slice(0, 9), new TypeError("Failed to fetch")]],
  ["an unknown place", "missing", [400]],
  ["a server in trouble", "missing", [503]],
  ["nothing to walk on", "no_streets", [emptyTown.bytes]],
])("%s is told as %s", async (_what, reason, answers) => {
  const network = serve(...(answers as ArrayBuffer[]));
  await expect(openWalker(place)).rejects.toMatchObject({ name: "WalkError", reason });
  expect(network).toHaveBeenCalledTimes(answers.length);
});

import { expect, test } from "vitest";
import { patiently } from "./patience";

const never = (signal: AbortSignal) =>
  new Promise<never>((_, reject) =>
    signal.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError"))),
  );

test("a silent server is given up", async () => {
  await expect(patiently(undefined, ({ signal }) => never(signal), 1)).rejects.toMatchObject({
    name: "TimeoutError",
  });
});

test("a server that stops in the middle of an answer is given up", async () => {
  const half = patiently(
    undefined,
    ({ signal, readWhole }) => {
      const stream = new ReadableStream({
        start(controller) {
          controller.enqueue(new Uint8Array([1, 2]));
          signal.addEventListener("abort", () => controller.error(new DOMException("aborted", "AbortError")));
        },
      });
      return readWhole(new Response(stream));
    },
    1,
  );
  await expect(half).rejects.toMatchObject({ name: "TimeoutError" });
});

test("the caller's own abort stays an abort", async () => {
  const caller = new AbortController();
  const answer = patiently(caller.signal, ({ signal }) => never(signal));
  caller.abort();
  await expect(answer).rejects.toMatchObject({ name: "AbortError" });
});

test("an answer in pieces comes together, and each piece is told", async () => {
  const told: number[] = [];
  const bytes = await patiently(undefined, ({ readWhole }) =>
    readWhole(new Response("minutes"), (arrived) => told.push(arrived)),
  );
  expect(new TextDecoder().decode(bytes)).toBe("minutes");
  expect(told.reduce((sum, one) => sum + one, 0)).toBe(7);
});

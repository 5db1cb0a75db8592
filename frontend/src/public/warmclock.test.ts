import { afterEach, expect, test, vi } from "vitest";
import { warmClock } from "./warmclock";
import { makeClock } from "./zoneclock";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A worker that does one thing with what it is told. */
function workerThat(answers: (worker: Worker) => void) {
  const ended = vi.fn();
  vi.stubGlobal(
    "Worker",
    class {
      onmessage: unknown = null;
      onerror: unknown = null;
      terminate = ended;
      postMessage(): void {
        answers(this as unknown as Worker);
      }
    },
  );
  return ended;
}

test("a browser without workers goes on by itself", async () => {
  vi.stubGlobal("Worker", undefined);
  await expect(warmClock("Asia/Shanghai")).resolves.toBeUndefined();
});

test("the worker is ended once it has answered, or failed", async () => {
  const answered = workerThat((worker) => worker.onmessage?.({} as MessageEvent));
  await warmClock("Asia/Shanghai");
  expect(answered).toHaveBeenCalled();
  const failed = workerThat((worker) => worker.onerror?.({ preventDefault: () => {} } as ErrorEvent));
  await warmClock("Asia/Shanghai");
  expect(failed).toHaveBeenCalled();
});

test("one that says nothing is not waited for", async () => {
  vi.useFakeTimers();
  const ended = workerThat(() => {});
  const warmed = warmClock("Asia/Shanghai");
  await vi.advanceTimersByTimeAsync(1_000);
  await warmed;
  expect(ended).toHaveBeenCalled();
});

test("the clock tells a zone's own day and hour", () => {
  const parts = makeClock("Asia/Shanghai").formatToParts(new Date("2026-02-28T17:05:09Z"));
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  expect(["year", "month", "day", "hour", "minute", "second"].map(of)).toEqual([2026, 3, 1, 1, 5, 9]);
});

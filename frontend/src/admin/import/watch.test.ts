import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Problem } from "../../http";
import { isAtWork, type JobState } from "./model";
import { ProgressWatch } from "./watch";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A server that answers in turn what the test says, and what was told of it. */
function watching(...answers: (JobState | Problem)[]) {
  const told: string[] = [];
  const watch = new ProgressWatch(
    {
      progress: async () => {
        const answer = answers.shift() ?? "reading";
        if (answer instanceof Problem) throw answer;
        return answer;
      },
      isAtWork,
      moved: () => told.push("moved"),
      rested: async () => {
        told.push("rested");
      },
      lost: () => told.push("lost"),
      refused: () => told.push("refused"),
    },
    10,
  );
  watch.start(1);
  return { watch, told };
}

test("a network that fails for a while is told once and stops nothing", async () => {
  const gone = new Problem(0, "network", "");
  const { told } = watching("reading", gone, gone, new Problem(503, "busy", ""), "applying", "applied");
  await vi.advanceTimersByTimeAsync(100);
  expect(told).toEqual(["moved", "lost", "moved", "rested"]);
});

test("a refusal is told and nobody asks again", async () => {
  const { told } = watching("reading", new Problem(404, "not_found", ""));
  await vi.advanceTimersByTimeAsync(100);
  expect(told).toEqual(["moved", "refused"]);
});

test("an answer that comes after the dialog was closed is told to nobody", async () => {
  const { watch, told } = watching();
  await vi.advanceTimersByTimeAsync(15);
  watch.stop();
  await vi.advanceTimersByTimeAsync(100);
  expect(told).toEqual(["moved"]);
});

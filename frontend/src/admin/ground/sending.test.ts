import { expect, test } from "vitest";
import { Problem } from "../../http";
import type { GroundJob } from "./model";
import { Sending } from "./sending";

/** A server that takes files or answers with the problem that stands at the file's name. */
function door(problems: Record<string, Problem> = {}) {
  const told: string[] = [];
  const kept: string[] = [];
  const job = () => ({ id: 1, files: kept.map((name) => ({ name })) }) as unknown as GroundJob;
  const sending = new Sending({
    begin: async () => {
      told.push("begin");
      return job();
    },
    addFile: async (_, { name }) => {
      if (problems[name]) throw problems[name];
      kept.push(name);
      return job();
    },
    discard: async () => told.push("discard"),
    sending: (name) => told.push(name),
    taken: ({ files }) => told.push(`taken ${files.length}`),
  });
  return { sending, told, kept, job };
}

const file = (name: string) => new File([], name);
const refusal = new Problem(400, "bad_body", "a.txt is no file of features.");

test("a file that is refused costs the others nothing", async () => {
  const { sending, told, kept } = door({ "a.txt": refusal });
  expect(await sending.send([file("a.txt"), file("b.csv"), file("c.csv")], null)).toEqual([refusal]);
  expect(kept).toEqual(["b.csv", "c.csv"]);
  expect(told).toEqual(["a.txt", "begin", "b.csv", "taken 1", "c.csv", "taken 2", ""]);
});

test("a job that was begun for files of which none was taken goes with them, one that was there stays", async () => {
  const begun = door({ "a.txt": refusal });
  await begun.sending.send([file("a.txt")], null);
  expect(begun.told).toContain("discard");
  const before = door({ "a.txt": refusal });
  await before.sending.send([file("a.txt")], before.job());
  expect(before.told).not.toContain("discard");
});

test("files that are dropped while others are on their way go into the same job", async () => {
  const { sending, told, kept } = door();
  const first = sending.send([file("a.csv")], null);
  expect(await sending.send([file("b.csv")], null)).toEqual([]);
  await first;
  expect(kept).toEqual(["a.csv", "b.csv"]);
  expect(told.filter((one) => one === "begin")).toHaveLength(1);
});

test("a network that fails stops the sending and keeps the job", async () => {
  const gone = new Problem(0, "offline", "");
  const { sending, told } = door({ "a.csv": gone });
  await expect(sending.send([file("a.csv"), file("b.csv")], null)).rejects.toBe(gone);
  expect(told).toEqual(["a.csv", "begin", "taken 0", ""]);
});

import { expect, test } from "vitest";
import { Latest } from "./latest";

/** A server whose answers come when the test says so. */
function slowServer() {
  const open: { resolve: (answer: string) => void; reject: () => void }[] = [];
  const asked: number[] = [];
  const told: string[] = [];
  const latest = new Latest<number, string>(
    (question) => {
      asked.push(question);
      return new Promise((resolve, reject) => open.push({ resolve, reject }));
    },
    (answer) => told.push(answer),
    () => told.push("nothing"),
  );
  const settle = async () => {
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  const answer = async (text: string) => {
    open.shift()?.resolve(text);
    await settle();
  };
  const fail = async () => {
    open.shift()?.reject();
    await settle();
  };
  return { latest, asked, told, answer, fail };
}

test("positions that come while one is under way are left out but for the last", async () => {
  const { latest, asked, told, answer } = slowServer();
  for (const position of [1, 2, 3, 4]) latest.ask(position);
  await answer("one");
  await answer("four");
  expect(asked).toEqual([1, 4]);
  expect(told).toEqual(["one", "four"]);
});

test("an answer that comes after the drag has ended is told to nobody", async () => {
  const { latest, told, answer } = slowServer();
  latest.ask(1);
  latest.forget();
  await answer("late");
  expect(told).toEqual([]);
  latest.ask(2);
  await answer("next");
  expect(told).toEqual(["next"]);
});

test("a question that fails takes back what the earlier one told", async () => {
  const { latest, told, answer, fail } = slowServer();
  latest.ask(1);
  await answer("one");
  latest.ask(2);
  await fail();
  expect(told).toEqual(["one", "nothing"]);
});

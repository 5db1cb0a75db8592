import { expect, test } from "vitest";
import { Latest } from "./latest";

/** A server whose answers come when the test says so. */
function slowServer() {
  const open: ((answer: string) => void)[] = [];
  const asked: number[] = [];
  const told: string[] = [];
  const latest = new Latest<number, string>(
    (question) => {
      asked.push(question);
      return new Promise((answer) => open.push(answer));
    },
    (answer) => told.push(answer),
  );
  const answer = async (text: string) => {
    open.shift()?.(text);
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  return { latest, asked, told, answer };
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

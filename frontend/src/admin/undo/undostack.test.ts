import { beforeAll, expect, test } from "vitest";

let stacks: typeof import("./undostack");

beforeAll(async () => {
  Object.assign(globalThis, { document: { documentElement: { lang: "en" } } });
  stacks = await import("./undostack");
});

const edit = (id: string, from: object, to: object, revision: number) => ({
  text: `${id} ${revision}`,
  steps: [
    stacks.stepOf(id, { values: { ...from }, revision }, { values: { ...to }, revision: revision + 1 }),
  ],
});

/** What the server would have: takes a plan's points, each with the revision that it is at. */
class Server {
  readonly revisions = new Map<string, number>();
  revisionOf = (id: string) => this.revisions.get(id);

  take(stack: InstanceType<typeof stacks.UndoStack>, direction: "undo" | "redo") {
    const act = stack.next(direction);
    if (!act) throw new Error("nothing to take back");
    const plan = stack.plan(act, direction, this.revisionOf);
    if (plan.late.length > 0) return plan;
    const made = new Map<string, number>();
    for (const { id } of plan.points as { id: string }[]) {
      made.set(id, (this.revisions.get(id) ?? 0) + 1);
      this.revisions.set(id, made.get(id) as number);
    }
    stack.took(act, direction, made);
    return plan;
  }
}

test("edits are taken back last first and done again, though each makes a new revision", () => {
  const stack = new stacks.UndoStack();
  const server = new Server();
  stack.add(edit("a", { level: "1" }, { level: "2" }, 1));
  stack.add(edit("a", { level: "2" }, { level: "3" }, 2));
  server.revisions.set("a", 3);
  expect(server.take(stack, "undo").points).toEqual([{ id: "a", revision: 3, level: "2" }]);
  expect(server.take(stack, "undo").points).toEqual([{ id: "a", revision: 4, level: "1" }]);
  expect(server.take(stack, "redo").points).toEqual([{ id: "a", revision: 5, level: "2" }]);
  expect(server.take(stack, "redo").points).toEqual([{ id: "a", revision: 6, level: "3" }]);
  expect(server.take(stack, "undo").points).toEqual([{ id: "a", revision: 7, level: "2" }]);
});

test("what somebody else changed since is refused by name, also between two edits of one's own", () => {
  const stack = new stacks.UndoStack();
  const server = new Server();
  stack.add(edit("a", { level: "1" }, { level: "2" }, 1));
  stack.add(edit("a", { level: "2" }, { level: "3" }, 3)); // revision 3 was somebody else's
  server.revisions.set("a", 4);
  expect(server.take(stack, "undo").late).toEqual([]);
  expect(server.take(stack, "undo").late).toEqual(["a"]);
});

test("of a bulk change all points go back together or none", () => {
  const stack = new stacks.UndoStack();
  const server = new Server();
  stack.add({
    text: "both",
    steps: [...edit("a", {}, { level: "1" }, 1).steps, ...edit("b", {}, { level: "1" }, 7).steps],
  });
  server.revisions.set("a", 2).set("b", 9);
  expect(server.take(stack, "undo")).toEqual({ points: [], late: ["b"] });
  server.revisions.set("b", 8);
  expect(server.take(stack, "undo").points).toEqual([
    { id: "a", revision: 2, level: null },
    { id: "b", revision: 8, level: null },
  ]);
});

test("of an object of which a part changed, the whole goes back", () => {
  const step = stacks.stepOf(
    "a",
    { values: { "attributes.brand": "A", "attributes.model": "M", name: "N" }, revision: 1 },
    { values: { "attributes.brand": "B", "attributes.model": "M", name: "N" }, revision: 2 },
  );
  expect(step.from).toEqual({ "attributes.brand": "A", "attributes.model": "M" });
});

test("a reload keeps both directions, and a new edit ends what could be done again", () => {
  const stack = new stacks.UndoStack();
  const server = new Server();
  stack.add(edit("a", { level: "1" }, { level: "2" }, 1));
  server.revisions.set("a", 2);
  server.take(stack, "undo");
  const reloaded = new stacks.UndoStack(JSON.parse(JSON.stringify(stack.state())));
  expect(reloaded.next("undo")).toBeUndefined();
  expect(server.take(reloaded, "redo").points).toEqual([{ id: "a", revision: 3, level: "2" }]);
  server.take(reloaded, "undo");
  reloaded.add(edit("b", {}, { level: "2" }, 1));
  expect(reloaded.next("redo")).toBeUndefined();
});

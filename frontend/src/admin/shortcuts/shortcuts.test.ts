import { expect, test } from "vitest";
import { find, type Shortcut } from "./shortcuts";

const KEYS: Shortcut[] = [
  { keys: ["n"], label: "admin.key.add", act: () => {} },
  { keys: ["a"], withCtrl: true, label: "admin.key.all", act: () => {} },
  { keys: ["escape"], always: true, label: "admin.key.escape", act: () => {} },
  { keys: ["enter"], label: "admin.key.open" },
];
const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  ({ key, ctrlKey: false, metaKey: false, shiftKey: false, ...more }) as KeyboardEvent;
const found = (event: KeyboardEvent, isTyping = false, letters = true) =>
  find(event, KEYS, isTyping, letters)?.label;

test("a letter is a command on the page and a letter in a field", () => {
  expect(found(press("n"))).toBe("admin.key.add");
  expect(found(press("n"), true)).toBeUndefined();
  expect(found(press("Escape"), true)).toBe("admin.key.escape");
  expect(found(press("Enter"))).toBeUndefined();
});

test("with the letter keys off only keys with Ctrl and Esc are left", () => {
  expect(found(press("n"), false, false)).toBeUndefined();
  expect(found(press("a", { ctrlKey: true }), false, false)).toBe("admin.key.all");
  expect(found(press("Escape"), false, false)).toBe("admin.key.escape");
});

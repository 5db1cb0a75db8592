import type { Shortcut } from "./shortcuts";

interface Acts {
  escape(): void;
  search(): void;
  add(): void;
  all(): void;
  bulk(): void;
  more(): void;
  inView(): void;
  undo(): void;
  redo(): void;
  help(): void;
}

/** The editor's keys, in the order of the help. */
export function editorShortcuts(acts: Acts): Shortcut[] {
  return [
    { keys: ["?"], label: "admin.key.help", act: acts.help },
    { keys: ["/"], label: "admin.key.search", act: acts.search },
    { keys: ["f"], label: "admin.key.more", act: acts.more },
    { keys: ["v"], label: "admin.key.in_view", act: acts.inView },
    { keys: ["n"], label: "admin.key.add", act: acts.add },
    { keys: ["arrowdown"], label: "admin.key.rows" },
    { keys: ["enter"], label: "admin.key.open" },
    { keys: [" "], label: "admin.key.select" },
    { keys: ["arrowdown"], withShift: true, label: "admin.key.range" },
    { keys: ["a"], withCtrl: true, label: "admin.key.all", act: acts.all },
    { keys: ["b"], label: "admin.key.bulk", act: acts.bulk },
    { keys: ["z"], withCtrl: true, withShift: false, label: "admin.key.undo", act: acts.undo },
    { keys: ["z"], withCtrl: true, withShift: true, label: "admin.key.redo", act: acts.redo },
    { keys: ["s"], withCtrl: true, label: "admin.key.save" },
    { keys: ["escape"], always: true, label: "admin.key.escape", act: acts.escape },
  ];
}

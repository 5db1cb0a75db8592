/** How a click or key press selects: that row alone in or out, or all from the last one to it. */
export type Reach = "toggle" | "range";

export interface Selection {
  ids: ReadonlySet<string>;
  /** Where the next range begins; empty for none. */
  anchor: string;
}

export const NOTHING: Selection = { ids: new Set(), anchor: "" };

/** The selection after one more act; a range is added and takes in what lies between as the list stands. */
export function select(selection: Selection, shown: readonly string[], id: string, reach: Reach): Selection {
  const ids = new Set(selection.ids);
  const [from, to] = [shown.indexOf(selection.anchor), shown.indexOf(id)];
  if (reach === "range" && from >= 0 && to >= 0) {
    for (const one of shown.slice(Math.min(from, to), Math.max(from, to) + 1)) ids.add(one);
    return { ids, anchor: selection.anchor };
  }
  if (ids.has(id)) ids.delete(id);
  else ids.add(id);
  return { ids, anchor: id };
}

/** Adds all that is shown; where all of it is selected already, takes it out. */
export function selectAll(selection: Selection, shown: readonly string[]): Selection {
  const ids = new Set(selection.ids);
  const isAll = shown.length > 0 && shown.every((id) => ids.has(id));
  for (const id of shown) {
    if (isAll) ids.delete(id);
    else ids.add(id);
  }
  return { ids, anchor: "" };
}

import { bodyOf, changedKeys, type Flat, fieldOf, flatten, merge } from "../draft";
import type { PointFeature } from "../model";
import { draftOf, type Proposal, rowsOf } from "./model";

/** What goes to the reviewer; or, where the point moved on under the earlier proposal, both sides to choose from. */
export type Sending =
  | { values: Record<string, unknown>; clash: null }
  | { values: null; clash: { base: Flat; mine: Flat } };

/**
 * The values of one proposal that says what two did: one's own that is open already, and what was typed since, which wins.
 * A proposal for a point is replaced by the next; without this the first would be gone without a word.
 *
 * @param isTakenUp whether the earlier one is what was typed on, so that what is missing now was taken out on purpose
 */
export function sendingOf(
  point: PointFeature,
  own: Proposal | null,
  isTakenUp: boolean,
  before: Flat,
  after: Flat,
): Sending {
  const now = flatten(point);
  if (!own) return { values: bodyOf(before, after), clash: null };
  if (isTakenUp) {
    // A field left out might be taken for one still wanted, so what was taken out is said as the point has it.
    const asNow = Object.keys(own.proposed).map((field) => [field, fieldOf(now, field)]);
    return { values: { ...Object.fromEntries(asNow), ...bodyOf(now, after) }, clash: null };
  }
  const typed = new Set(changedKeys(before, after));
  const rows = rowsOf(own, point);
  const earlier = { ...now };
  for (const { key, wanted } of rows) {
    if (wanted === undefined) delete earlier[key];
    else earlier[key] = wanted;
  }
  const mine = merge(before, after, earlier);
  if (rows.some(({ key, clash }) => clash && !typed.has(key)))
    return { values: null, clash: { base: draftOf(own, point).base, mine } };
  return { values: bodyOf(now, mine), clash: null };
}

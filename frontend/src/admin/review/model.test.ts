import { expect, test } from "vitest";
import { divergences, flatten } from "../draft";
import type { PointFeature } from "../model";
import { draftOf, type Proposal, publishable, rowsOf } from "./model";

const point = (properties: Record<string, unknown>): PointFeature => ({
  type: "Feature",
  id: "p",
  geometry: { type: "Point", coordinates: [7.41, 43.73] },
  properties: {
    id: "p",
    kind: "aed",
    status: "active",
    visibility: "public",
    revision: 2,
    changed_at: "",
    ...properties,
  },
});
const proposal = (proposed: Record<string, unknown>, base: Record<string, unknown>): Proposal => ({
  id: 1,
  place_id: "town",
  point_id: "p",
  base_revision: 1,
  proposed,
  base,
  state: "submitted",
  revision: 1,
  proposer_id: 2,
  proposed_by: "Li",
  changed_at: "",
});

test("what the point still has as it was is taken without asking", () => {
  expect(rowsOf(proposal({ name: "New" }, { name: "Old" }), point({ name: "Old" }))).toEqual([
    { key: "name", now: "Old", wanted: "New", clash: false },
  ]);
});

test("a field that somebody else changed meanwhile clashes, unless to the same", () => {
  const wanted = proposal({ name: "New", level: "2" }, { name: "Old" });
  expect(rowsOf(wanted, point({ name: "Other", level: "2" }))).toEqual([
    { key: "name", now: "Other", wanted: "New", clash: true },
    { key: "level", now: "2", wanted: "2", clash: false },
  ]);
});

test("of names in several languages only the one that was changed clashes", () => {
  const wanted = proposal({ names: { en: "New", ja: "駅" } }, { names: { en: "Old", ja: "駅" } });
  expect(rowsOf(wanted, point({ names: { en: "Old", ja: "港" } }))).toEqual([
    { key: "names.en", now: "Old", wanted: "New", clash: false },
  ]);
});

test("a new point shows all that it holds", () => {
  const wanted = { ...proposal({ kind: "aed", lon: 7.42, lat: 43.73, name: "Fresh" }, {}), point_id: null };
  expect(Object.fromEntries(rowsOf(wanted, null).map((row) => [row.key, row.wanted]))).toMatchObject({
    lon: 7.42,
    name: "Fresh",
  });
});

test("published together is what nobody else touched, one proposal for each point, and every new point", () => {
  const untouched = proposal({ name: "New" }, { name: "Old" });
  const second = { ...untouched, id: 2 };
  const fresh = { ...proposal({ kind: "aed" }, {}), id: 3, point_id: null };
  const unknown = { ...untouched, id: 4, point_id: "q" };
  const find = (id: string) => (id === "p" ? point({ name: "Old" }) : null);
  expect(publishable([untouched, second, fresh, unknown], find)).toEqual([
    { id: 1, revision: 1, point_revision: 2 },
    { id: 3, revision: 1 },
  ]);
  expect(publishable([untouched], () => point({ name: "Other" }))).toEqual([]);
});

test("a proposal that is taken up stands on what the point was, so that a clash shows", () => {
  const now = point({ name: "Other", level: "2" });
  const {
    base,
    draft,
    proposal: known,
  } = draftOf(proposal({ name: "New", phone: "5" }, { name: "Old" }), now);
  expect(divergences(base, draft, flatten(now))).toEqual([
    { key: "name", base: "Old", mine: "New", theirs: "Other", clash: true },
  ]);
  expect(draft).toMatchObject({ phone: "5", level: "2" });
  expect(known).toEqual({ id: 1, revision: 1 });
});

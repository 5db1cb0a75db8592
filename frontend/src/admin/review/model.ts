import { changedKeys, type Flat, flatten, same } from "../draft";
import type { KeptDraft } from "../kept/drafts";
import type { PointFeature } from "../model";

export interface Proposal {
  id: number;
  place_id: string;
  point_id?: string | null;
  base_revision?: number | null;
  proposed: Record<string, unknown>;
  base: Record<string, unknown>;
  note?: string | null;
  state: "draft" | "submitted" | "returned" | "published" | "withdrawn";
  revision: number;
  proposer_id: number;
  proposed_by: string;
  changed_at: string;
  reviewed_by?: string | null;
  review_note?: string | null;
}

/** One field of a proposal beside what the point holds now. */
export interface Row {
  key: string;
  now: unknown;
  wanted: unknown;
  /** Somebody else changed it since the proposal was begun, and not to the same. */
  clash: boolean;
}

/** The point as it would be with these fields set, as the editing interface names them. */
export function withFields(point: PointFeature, fields: Record<string, unknown>): PointFeature {
  const { lon, lat, ...properties } = fields;
  const [oldLon, oldLat] = point.geometry.coordinates;
  return {
    ...point,
    geometry: {
      type: "Point",
      coordinates: [typeof lon === "number" ? lon : oldLon, typeof lat === "number" ? lat : oldLat],
    },
    properties: { ...point.properties, ...properties },
  };
}

/** What differs, field by field; of a new point all that it holds. */
export function rowsOf(proposal: Proposal, point: PointFeature | null): Row[] {
  if (!point) {
    const after = flatOfNew(proposal);
    return Object.keys(after).map((key) => ({ key, now: null, wanted: after[key], clash: false }));
  }
  const { base, after } = sidesOf(proposal, point);
  const now = flatten(point);
  return changedKeys(base, after).map((key) => ({
    key,
    now: now[key],
    wanted: after[key],
    clash: !same(base[key], now[key]) && !same(now[key], after[key]),
  }));
}

/** What can be published as it was proposed, without a look at each field: one of a point, and nothing moved meanwhile. */
export function publishable(
  proposals: Proposal[],
  find: (id: string) => PointFeature | null,
): { id: number; revision: number; point_revision?: number }[] {
  const points = new Set<string>();
  return proposals.flatMap((proposal) => {
    const one = { id: proposal.id, revision: proposal.revision };
    if (!proposal.point_id) return [one];
    const point = find(proposal.point_id);
    if (!point || points.has(point.id) || rowsOf(proposal, point).some((row) => row.clash)) return [];
    points.add(point.id);
    return [{ ...one, point_revision: point.properties.revision }];
  });
}

/** The point with the proposal's fields as they were when it was begun, and as they would be. */
function sidesOf(proposal: Proposal, point: PointFeature): { base: Flat; after: Flat } {
  const empty = Object.fromEntries(Object.keys(proposal.proposed).map((field) => [field, null]));
  const begun = withFields(point, { ...empty, ...proposal.base });
  return { base: flatten(begun), after: flatten(withFields(begun, proposal.proposed)) };
}

/** The values of a proposed new point, laid flat. */
export function flatOfNew(proposal: Proposal): Flat {
  const nothing: PointFeature = {
    type: "Feature",
    id: "",
    geometry: { type: "Point", coordinates: [Number.NaN, Number.NaN] },
    properties: { id: "", kind: "", status: "active", visibility: "public", revision: 0, changed_at: "" },
  };
  const bare = { ...nothing, properties: { ...nothing.properties, visibility: undefined as never } };
  return flatten(withFields(bare, proposal.proposed));
}

/**
 * A proposal as what its proposer had typed: over the point as it was then, so that what somebody else has changed since
 * shows as such; or for a new one.
 */
export function draftOf(proposal: Proposal, point: PointFeature | null): KeptDraft {
  const { id, revision, changed_at: at } = proposal;
  const more = { at, note: proposal.note ?? "", proposal: { id, revision } };
  if (!point) {
    const kindId = String(proposal.proposed.kind ?? "");
    return { id: null, slot: `proposal.${id}`, kindId, base: {}, draft: flatOfNew(proposal), ...more };
  }
  const { base, after } = sidesOf(proposal, point);
  return { id: point.id, slot: point.id, kindId: point.properties.kind, base, draft: after, ...more };
}

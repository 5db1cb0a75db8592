import { getJson } from "../../http";
import { ownAccount } from "../accounts/rights";
import { send, signedIn } from "../api";
import type { Proposal } from "./model";

/** What became of one of several. */
export interface Published {
  id: number;
  outcome: "published" | "conflict" | "refused";
  detail?: string;
}

/** As much of a proposal as a change of it must name. */
type Known = Pick<Proposal, "id" | "revision">;

const one = (proposal: Known) => `/admin/api/proposals/${proposal.id}`;

export const reviewApi = {
  listProposals: async (place: string) =>
    (
      await signedIn(() =>
        getJson<{ proposals: Proposal[] }>(`/admin/api/proposals?place=${encodeURIComponent(place)}`),
      )
    ).proposals,
  /** One's own open proposal for a point; there is one at most. */
  findOwn: async (place: string, point: string) =>
    (await reviewApi.listProposals(place)).find(
      (proposal) => proposal.point_id === point && proposal.proposer_id === ownAccount().id,
    ) ?? null,
  propose: (body: unknown) => send<Proposal>("POST", "/admin/api/proposals", body),
  change: (proposal: Known, body: Record<string, unknown>) =>
    send<Proposal>("PATCH", one(proposal), { revision: proposal.revision, ...body }),
  sendBack: (proposal: Proposal, note: string) =>
    send<Proposal>("POST", `${one(proposal)}/return`, { revision: proposal.revision, note }),
  publish: (proposal: Proposal, pointRevision: number | undefined, values?: Record<string, unknown>) =>
    send<{ point: string }>("POST", `${one(proposal)}/publish`, {
      revision: proposal.revision,
      point_revision: pointRevision,
      values,
    }),
  /** Each for itself. */
  publishAll: async (proposals: { id: number; revision: number; point_revision?: number }[]) =>
    (await send<{ answers: Published[] }>("POST", "/admin/api/proposals/publish", { proposals })).answers,
};

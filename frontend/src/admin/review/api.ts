import { getJson } from "../../http";
import { send, signedIn } from "../api";
import type { Proposal } from "./model";

/** What became of one of several. */
export interface Published {
  id: number;
  outcome: "published" | "conflict" | "refused";
  detail?: string;
}

const one = (proposal: Proposal) => `/admin/api/proposals/${proposal.id}`;

export const reviewApi = {
  listProposals: async (place: string) =>
    (
      await signedIn(() =>
        getJson<{ proposals: Proposal[] }>(`/admin/api/proposals?place=${encodeURIComponent(place)}`),
      )
    ).proposals,
  propose: (body: unknown) => send<Proposal>("POST", "/admin/api/proposals", body),
  change: (proposal: Proposal, body: Record<string, unknown>) =>
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

import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../i18n";
import { labelOf, textOf } from "../fields";
import type { Kind, PointFeature } from "../model";
import { type Proposal, rowsOf } from "./model";
import "./waiting.css";

/** Says in the drawer that a proposal of one's own for this point is open, what it wants, and offers to go on with it. */
export function waitingProposal(notice: {
  own: Proposal;
  point: PointFeature | null;
  kind: Kind | undefined;
  busy: boolean;
  onTakeUp: () => void;
  onWithdraw: () => void;
}): TemplateResult {
  const { own, point, kind } = notice;
  const isReturned = own.state === "returned";
  return html`<div class="notice waiting" role="status">
    <p>${t(isReturned ? "admin.review.yours_returned" : "admin.review.yours")}</p>
    ${own.review_note && isReturned ? html`<p>${t("admin.review.answer", { note: own.review_note })}</p>` : nothing}
    <ul>${rowsOf(own, point).map(
      (row) => html`<li>${labelOf(row.key, kind)}: <ins>${textOf(row.key, row.wanted, kind)}</ins></li>`,
    )}</ul>
    <div class="dialog-actions">
      <button ?disabled=${notice.busy} @click=${notice.onWithdraw}>${t("admin.review.withdraw")}</button>
      <button class="take-up" ?disabled=${notice.busy} @click=${notice.onTakeUp}>${t("admin.review.take_up")}</button>
    </div>
  </div>`;
}

/** What the reviewer is told along with the change. */
export function noteField(note: string, set: (note: string) => void): TemplateResult {
  return html`<label class="review-note">${t("admin.review.note.to_reviewer")}
    <input maxlength="1000" autocomplete="off" .value=${note}
      @input=${(event: Event) => set((event.target as HTMLInputElement).value)} /></label>`;
}

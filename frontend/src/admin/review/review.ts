import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../../i18n";
import type { PlaceInfo } from "../../map";
import { may, ownAccount } from "../accounts/rights";
import { sentence } from "../complaint";
import { PageElement } from "../element";
import type { Kind, PointFeature } from "../model";
import "./all";
import { reviewApi } from "./api";
import "./card";
import type { Proposal } from "./model";

/** How many proposals wait for this account, as a reviewer and as a proposer. */
export interface ReviewCounts {
  waiting: number;
  returned: number;
}

/**
 * What waits for a review, and one's own proposals. A dialog over the editor. Tells "review-counts", and "reviewed" with a
 * sentence after something was done.
 */
@customElement("sanfen-review")
export class ReviewDialog extends PageElement {
  @property({ attribute: false }) place: PlaceInfo | null = null;
  @property({ attribute: false }) kinds = new Map<string, Kind>();
  /** A point of the place; null where it is not known. */
  @property({ attribute: false }) find: (id: string) => PointFeature | null = () => null;
  @state() private proposals: Proposal[] | null = null;
  @state() private trouble = "";
  @state() private message = "";

  private readonly me = ownAccount().id;

  async open(): Promise<void> {
    this.message = "";
    this.querySelector("dialog")?.showModal();
    await this.look();
  }

  close(): void {
    this.querySelector("dialog")?.close();
  }

  /** Asks anew, also for the badge alone; what can't be had then, is said only in the open dialog. */
  async look(): Promise<void> {
    const place = this.place;
    if (!place || !may("propose_points", place.id)) return;
    this.trouble = "";
    try {
      const proposals = await reviewApi.listProposals(place.id);
      if (place !== this.place) return;
      this.proposals = proposals;
      this.tell<ReviewCounts>("review-counts", {
        waiting: this.others(proposals).length,
        returned: this.own(proposals).filter((one) => one.state === "returned").length,
      });
    } catch (problem) {
      this.trouble = sentence(problem);
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("place")) this.look();
  }

  protected override render(): TemplateResult {
    return html`<dialog class="dialog dialog-wide" aria-labelledby="review-title"
      @take-up=${() => this.close()} @open-point=${() => this.close()}>
      <div class="dialog-head">
        <h2 id="review-title">${t("admin.review")}</h2>
        <button class="icon-button" aria-label=${t("admin.close")} @click=${() => this.close()}>×</button>
      </div>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${this.trouble ? html`<p class="notice" role="alert">${this.trouble}</p>` : nothing}
      ${this.proposals ? this.lists(this.proposals) : nothing}
    </dialog>`;
  }

  private lists(proposals: Proposal[]): TemplateResult {
    const others = this.others(proposals);
    const own = this.own(proposals);
    if (others.length + own.length === 0) return html`<p class="soft">${t("admin.review.none")}</p>`;
    return html`<sanfen-publish-all .proposals=${others} .find=${this.find}
        @reviewed=${(event: CustomEvent<string>) => this.did(event.detail)}
        @review-stale=${() => this.tell("points-changed")}></sanfen-publish-all>
      ${this.list(others, false)}
      ${own.length ? html`<h3>${t("admin.review.mine")}</h3>${this.list(own, true)}` : nothing}`;
  }

  private list(proposals: Proposal[], mine: boolean): TemplateResult {
    return html`<ul class="review-list">${proposals.map((proposal) => {
      const point = proposal.point_id ? this.find(proposal.point_id) : null;
      const kind = this.kinds.get(String(proposal.proposed.kind ?? point?.properties.kind ?? ""));
      return html`<li><sanfen-proposal .proposal=${proposal} .point=${point} .kind=${kind} ?mine=${mine}
        .zone=${this.place?.zone ?? "UTC"}
        @reviewed=${(event: CustomEvent<string>) => this.did(event.detail)}
        @review-stale=${() => this.tell("points-changed")}></sanfen-proposal></li>`;
    })}</ul>`;
  }

  private others(proposals: Proposal[]): Proposal[] {
    return proposals.filter((one) => one.proposer_id !== this.me);
  }

  private own(proposals: Proposal[]): Proposal[] {
    return proposals.filter((one) => one.proposer_id === this.me);
  }

  private async did(text: string): Promise<void> {
    this.message = text;
    await this.look();
    this.tell("points-changed");
  }
}

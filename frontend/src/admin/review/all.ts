import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../../i18n";
import { ask } from "../ask";
import { sentence } from "../complaint";
import { PageElement } from "../element";
import type { PointFeature } from "../model";
import { reviewApi } from "./api";
import { type Proposal, publishable } from "./model";

/** Publishes at once what needs no look at each field, after saying how many. Tells "reviewed" with a sentence. */
@customElement("sanfen-publish-all")
export class PublishAll extends PageElement {
  @property({ attribute: false }) proposals: Proposal[] = [];
  @property({ attribute: false }) find: (id: string) => PointFeature | null = () => null;
  @state() private busy = false;
  @state() private trouble: string[] = [];

  protected override render(): TemplateResult {
    const n = publishable(this.proposals, this.find).length;
    return html`${this.trouble.length ? html`<div class="notice" role="alert"><ul>${this.trouble.map((one) => html`<li>${one}</li>`)}</ul></div>` : nothing}
      ${
        n > 1
          ? html`<div class="dialog-actions"><button class="publish-all" ?disabled=${this.busy} @click=${() => this.publish()}>
              ${t("admin.review.all", { n })}</button></div>`
          : nothing
      }`;
  }

  private async publish(): Promise<void> {
    const chosen = publishable(this.proposals, this.find);
    const left = this.proposals.length - chosen.length;
    const answer = await ask({
      title: t("admin.review.all", { n: chosen.length }),
      text: t("admin.review.all.text", { n: chosen.length, left }),
      answers: [{ id: "yes", label: t("admin.review.publish"), kind: "primary" }],
    });
    if (!answer) return;
    this.busy = true;
    this.trouble = [];
    try {
      const answers = await reviewApi.publishAll(chosen);
      const others = answers.filter((one) => one.outcome !== "published");
      this.trouble = [...new Set(others.map((one) => one.detail ?? ""))];
      this.tell(
        "reviewed",
        t("admin.review.all.done", { n: answers.length - others.length, left: others.length }),
      );
    } catch (problem) {
      this.trouble = [sentence(problem)];
      this.tell("review-stale");
    } finally {
      this.busy = false;
    }
  }
}

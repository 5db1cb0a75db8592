import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { language, type MessageKey, t } from "../i18n";
import { ask } from "./ask";
import { PageElement } from "./element";
import { reasonText } from "./fields";
import type { PointFeature, Status } from "./model";

export interface StatusWish {
  status: Status;
  reason: string;
}

/** Ready reasons for a status that wants one; the last lets one write. */
export const REASONS = {
  removed: ["vanished", "moved_away", "duplicate", "mistake", "other"],
  out_of_service: ["defective", "in_repair", "blocked", "missing", "other"],
} as const;

/** What can be done with a point as a whole; tells "set-status" with the reason where one is asked for. */
@customElement("sanfen-deeds")
export class Deeds extends PageElement {
  @property({ attribute: false }) point!: PointFeature;
  @property({ attribute: false }) busy = false;

  protected override render(): TemplateResult {
    const { id, status, status_reason: reason, visibility } = this.point.properties;
    const isPublic = status !== "removed" && visibility === "public";
    return html`<div class="deeds">
      ${reason ? html`<p class="notice">${t("admin.reason")}: ${reasonText(reason)}</p>` : nothing}
      ${status === "planned" ? this.button("active", "admin.do.into_service") : nothing}
      ${status === "active" ? this.button("out_of_service", "admin.do.out_of_service") : nothing}
      ${status === "out_of_service" ? this.button("active", "admin.do.back_in_service") : nothing}
      ${
        status === "removed"
          ? this.button("active", "admin.do.bring_back")
          : this.button("removed", "admin.do.remove", "danger")
      }
      ${
        isPublic
          ? html`<a class="button" href="/p/${id}?lang=${language()}" target="_blank" rel="noopener">
              ${t("admin.public_page")}</a>`
          : nothing
      }
    </div>`;
  }

  private button(next: Status, label: MessageKey, kind = ""): TemplateResult {
    return html`<button class=${kind} ?disabled=${this.busy} @click=${() => this.choose(next)}>${t(label)}</button>`;
  }

  private async choose(status: Status): Promise<void> {
    let reason = "";
    if (status === "removed" || status === "out_of_service") {
      const label = t(status === "removed" ? "admin.do.remove" : "admin.do.out_of_service");
      const answer = await ask({
        title: t(`admin.ask.${status}.title`),
        text: t(`admin.ask.${status}.text`),
        reasons: REASONS[status].map((id) => ({ id, label: t(`admin.reason.${id}`) })),
        answers: [{ id: "yes", label, kind: "danger" }],
      });
      if (!answer) return;
      reason = answer.reason;
    }
    this.tell<StatusWish>("set-status", { status, reason });
  }
}

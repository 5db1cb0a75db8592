import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../../i18n";
import { sentence } from "../complaint";
import { PageElement } from "../element";
import { timeText } from "../history";
import { accountsApi } from "./api";
import type { StaffSession } from "./model";

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Where an account is signed in: when begun and last seen, and no word of where. */
@customElement("sanfen-sessions")
export class Sessions extends PageElement {
  /** Null for one's own. */
  @property({ attribute: false }) account: number | null = null;
  @state() private sessions: StaffSession[] | null = null;
  @state() private trouble = "";

  async look(): Promise<void> {
    this.sessions = null;
    this.trouble = "";
    try {
      this.sessions = await accountsApi.listSessions(this.account);
    } catch (problem) {
      this.trouble = sentence(problem);
    }
  }

  protected override firstUpdated(): void {
    this.look();
  }

  protected override render(): TemplateResult {
    return html`<h3>${t("admin.sessions")}</h3>
      ${this.trouble ? html`<p class="notice" role="alert">${this.trouble}</p>` : nothing}
      ${this.sessions?.length === 0 ? html`<p class="soft">${t("admin.sessions.none")}</p>` : nothing}
      ${
        this.sessions?.length
          ? html`<ul class="sessions">${this.sessions.map((session) => this.row(session))}</ul>`
          : nothing
      }`;
  }

  private row(session: StaffSession): TemplateResult {
    return html`<li>
      <span>${t("admin.sessions.line", { begun: timeText(session.begun, ZONE), seen: timeText(session.seen, ZONE) })}
        ${session.current ? html`<strong>${t("admin.sessions.this")}</strong>` : nothing}</span>
      <button @click=${() => this.end(session)}>${t("admin.sessions.end")}</button>
    </li>`;
  }

  private async end(session: StaffSession): Promise<void> {
    try {
      await accountsApi.endSession(this.account, session.id);
    } catch (problem) {
      this.trouble = sentence(problem);
      return;
    }
    if (session.current) location.assign("/admin/login");
    else await this.look();
  }
}

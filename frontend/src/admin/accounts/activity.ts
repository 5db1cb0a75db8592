import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { language, t } from "../../i18n";
import { sentence } from "../complaint";
import { PageElement } from "../element";
import { kindName } from "../fields";
import { actionText, timeText } from "../history";
import type { Kind } from "../model";
import { accountsApi } from "./api";
import { changeText } from "./changes";
import type { Activity } from "./model";
import { staffName } from "./names";

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What staff did, for administrators: by account, action and time, and as a file. A dialog over the editor. */
@customElement("sanfen-staff-activity")
export class StaffActivity extends PageElement {
  @property({ attribute: false }) kinds = new Map<string, Kind>();
  @state() private entries: Activity["entries"] | null = null;
  @state() private actions: string[] = [];
  @state() private more = false;
  @state() private trouble = "";
  private query = new URLSearchParams();

  async open(account = ""): Promise<void> {
    this.query = new URLSearchParams(account ? { account } : {});
    this.querySelector("dialog")?.showModal();
    const field = this.querySelector<HTMLInputElement>('[name="account"]');
    if (field) field.value = account;
    await this.look();
  }

  protected override render(): TemplateResult {
    return html`<dialog class="dialog dialog-wide" aria-labelledby="staff-activity-title">
      <div class="dialog-head">
        <h2 id="staff-activity-title">${t("admin.staff_activity")}</h2>
        <button class="icon-button" aria-label=${t("admin.close")}
          @click=${() => this.querySelector("dialog")?.close()}>×</button>
      </div>
      <form class="activity-filter" @submit=${(event: Event) => event.preventDefault()} @change=${this.filter}>
        <label>${t("admin.login.name")}<input name="account" autocapitalize="none" autocomplete="off" /></label>
        <label>${t("admin.staff_activity.action")}<select name="action"><option value="">${t("admin.staff_activity.all")}</option>
          ${this.actions.map((action) => html`<option value=${action}>${actionText(action)}</option>`)}</select></label>
        <label>${t("admin.staff_activity.from")}<input name="from" type="date" /></label>
        <label>${t("admin.staff_activity.to")}<input name="to" type="date" /></label>
        <a href="/admin/api/staff-activity.csv?${this.query}" download>${t("admin.staff_activity.csv")}</a>
      </form>
      ${this.trouble ? html`<p class="notice" role="alert">${this.trouble}</p>` : nothing}
      ${this.entries ? this.list(this.entries) : this.trouble ? nothing : html`<div class="skeleton" aria-busy="true"></div>`}
    </dialog>`;
  }

  private list(entries: Activity["entries"]): TemplateResult {
    return html`<div class="accounts-scroll"><table class="changes accounts">
        <thead><tr><th scope="col">${t("admin.staff_activity.at")}</th><th scope="col">${t("admin.staff_activity.by")}</th>
          <th scope="col">${t("admin.staff_activity.action")}</th><th scope="col">${t("admin.staff_activity.what")}</th></tr></thead>
        <tbody>${entries.map(
          (entry) => html`<tr><td>${timeText(entry.at, ZONE)}</td><td>${staffName(entry.by ?? "–")}</td>
            <td>${actionText(entry.action)}</td><td>${this.subject(entry)}
              ${entry.changes.map((change) => html`<br /><small class="soft">${changeText(change, this.kinds)}</small>`)}</td></tr>`,
        )}</tbody>
      </table></div>
      ${entries.length === 0 ? html`<p class="soft">${t("admin.staff_activity.none")}</p>` : nothing}
      ${this.more ? html`<button @click=${() => this.look(entries)}>${t("admin.staff_activity.more")}</button>` : nothing}`;
  }

  /** A point by its name; one without by its kind and id. */
  private subject({ point, detail }: Activity["entries"][number]): string {
    if (!point) return detail ?? "";
    const name = point.names[language()] ?? point.name;
    return name ?? `${kindName(this.kinds.get(point.kind), point.kind)} ${point.id}`;
  }

  private async filter(event: Event): Promise<void> {
    const typed = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => String(typed.get(name) ?? "").trim();
    this.query = new URLSearchParams();
    if (text("account")) this.query.set("account", text("account").toLowerCase());
    if (text("action")) this.query.set("action", text("action"));
    if (text("from")) this.query.set("from", new Date(`${text("from")}T00:00`).toISOString());
    if (text("to")) this.query.set("to", dayAfter(text("to")).toISOString());
    await this.look();
  }

  private async look(shown: Activity["entries"] = []): Promise<void> {
    this.trouble = "";
    if (shown.length === 0) this.entries = null;
    const asked = this.query;
    const query = new URLSearchParams(asked);
    const last = shown.at(-1);
    if (last) query.set("before", last.key);
    try {
      const answer = await accountsApi.listActivity(query.toString());
      if (asked !== this.query) return;
      this.entries = [...shown, ...answer.entries];
      this.actions = answer.actions;
      this.more = answer.more;
    } catch (problem) {
      this.trouble = sentence(problem);
    }
  }
}

/** The end of a day in the reader's own zone is the beginning of the next one. */
function dayAfter(day: string): Date {
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + 1);
  return date;
}

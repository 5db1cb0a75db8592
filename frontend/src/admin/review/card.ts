import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { language, t } from "../../i18n";
import { staffName } from "../accounts/names";
import { sentence } from "../complaint";
import { bodyOf, displayName, flatten } from "../draft";
import { PageElement } from "../element";
import { kindName, labelOf, textOf } from "../fields";
import { timeText } from "../history";
import type { Kind, PointFeature } from "../model";
import { reviewApi } from "./api";
import { type Proposal, type Row, rowsOf } from "./model";

/** One proposal: what differs, and what to do with it. Tells "reviewed" with a sentence, "take-up" and "open-point". */
@customElement("sanfen-proposal")
export class ProposalCard extends PageElement {
  @property({ attribute: false }) proposal!: Proposal;
  @property({ attribute: false }) point: PointFeature | null = null;
  @property({ attribute: false }) kind?: Kind;
  @property({ type: Boolean }) mine = false;
  @property() zone = "UTC";
  @state() private busy = false;
  @state() private trouble = "";
  /** Keys whose side was chosen by hand; what clashes is left out until it is. */
  @state() private taken = new Map<string, boolean>();

  protected override render(): TemplateResult {
    const { proposal, point } = this;
    const rows = rowsOf(proposal, point);
    const name = point ? displayName(flatten(point), language()) : null;
    const kind = kindName(this.kind, String(proposal.proposed.kind ?? point?.properties.kind ?? ""));
    return html`<article class="proposal">
      <h3>${proposal.point_id ? (name ?? kind) : t("admin.review.new", { kind })}
        ${this.mine ? html`<span class="badge badge-planned">${this.stateText}</span>` : nothing}</h3>
      <p class="soft">${t("admin.review.by", { who: staffName(proposal.proposed_by), at: timeText(proposal.changed_at, this.zone) })}</p>
      ${proposal.note ? html`<p>${proposal.note}</p>` : nothing}
      ${proposal.review_note && proposal.state === "returned" ? html`<p class="notice">${t("admin.review.answer", { note: proposal.review_note })}</p>` : nothing}
      <table class="changes">
        <thead><tr><th scope="col">${t("admin.review.field")}</th>
          ${point ? html`<th scope="col">${t("admin.review.now")}</th>` : nothing}
          <th scope="col">${t("admin.review.then")}</th></tr></thead>
        <tbody>${rows.map((row) => this.row(row))}</tbody>
      </table>
      ${this.trouble ? html`<p class="notice" role="alert">${this.trouble}</p>` : nothing}
      ${this.mine ? this.ownDeeds() : this.deeds(rows)}
    </article>`;
  }

  private get stateText(): string {
    const state = this.proposal.state;
    return state === "published" || state === "withdrawn" ? "" : t(`admin.review.state.${state}`);
  }

  private row(row: Row): TemplateResult {
    const choose = this.point !== null && !this.mine;
    const text = textOf(row.key, row.wanted, this.kind);
    return html`<tr class=${row.clash ? "clash" : ""} data-key=${row.key}>
      <th scope="row">${labelOf(row.key, this.kind)}
        ${row.clash ? html`<br /><small>${t("admin.review.moved")}</small>` : nothing}</th>
      ${this.point ? html`<td>${textOf(row.key, row.now, this.kind)}</td>` : nothing}
      <td>${
        choose
          ? html`<label><input type="checkbox" .checked=${this.takes(row)} @change=${(event: Event) => {
              const box = event.target as HTMLInputElement;
              this.taken = new Map(this.taken).set(row.key, box.checked);
            }} /> <ins>${text}</ins></label>`
          : html`<ins>${text}</ins>`
      }</td>
    </tr>`;
  }

  private takes(row: Row): boolean {
    return this.taken.get(row.key) ?? !row.clash;
  }

  private deeds(rows: Row[]): TemplateResult {
    const none = this.point !== null && !rows.some((row) => this.takes(row));
    return html`<form @submit=${this.sendBack}>
      <label>${t("admin.review.note")}<input name="note" maxlength="1000" autocomplete="off" /></label>
      <div class="dialog-actions">
        ${this.proposal.point_id ? this.openButton(this.proposal.point_id) : nothing}
        <button ?disabled=${this.busy}>${t("admin.review.return")}</button>
        <button type="button" class="primary" ?disabled=${this.busy || none} @click=${() => this.publish(rows)}>
          ${t("admin.review.publish")}</button>
      </div>
    </form>`;
  }

  private ownDeeds(): TemplateResult {
    return html`<div class="dialog-actions">
      <button ?disabled=${this.busy} @click=${() => this.withdraw()}>${t("admin.review.withdraw")}</button>
      <button ?disabled=${this.busy} @click=${() => this.tell("take-up", this.proposal)}>${t("admin.accounts.change")}</button>
    </div>`;
  }

  private openButton(id: string): TemplateResult {
    return html`<button type="button" @click=${() => this.tell("open-point", id)}>${t("admin.review.open")}</button>`;
  }

  private async publish(rows: Row[]): Promise<void> {
    const point = this.point;
    await this.attempt(async () => {
      if (!point) {
        await reviewApi.publish(this.proposal, undefined);
      } else {
        const now = flatten(point);
        const wanted = { ...now };
        for (const row of rows.filter((one) => this.takes(one))) wanted[row.key] = row.wanted;
        await reviewApi.publish(this.proposal, point.properties.revision, bodyOf(now, wanted));
      }
      this.tell("reviewed", t("admin.review.published"));
    });
  }

  private async sendBack(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const note = String(new FormData(event.target as HTMLFormElement).get("note"));
    await this.attempt(async () => {
      await reviewApi.sendBack(this.proposal, note);
      this.tell("reviewed", t("admin.review.returned"));
    });
  }

  private async withdraw(): Promise<void> {
    await this.attempt(async () => {
      await reviewApi.change(this.proposal, { state: "withdrawn" });
      this.tell("reviewed", t("admin.review.withdrawn"));
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.trouble = "";
    try {
      await work();
    } catch (problem) {
      this.trouble = sentence(problem);
      this.tell("review-stale");
    } finally {
      this.busy = false;
    }
  }
}

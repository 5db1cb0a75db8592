import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { language, type MessageKey, t } from "../i18n";
import { localName, type PlaceInfo } from "../map";
import { staffName } from "./accounts/names";
import { may, mayWhole } from "./accounts/rights";
import { api } from "./api";
import { ask } from "./ask";
import { attempted, sentence } from "./complaint";
import { PageElement } from "./element";
import { timeText } from "./history";
import type { RunSet, Runs } from "./model";

const LOOK_AGAIN_MS = 3000;

/** What the public sees of a place's reports, what is kept of them, and publishing. A dialog over the editor. */
@customElement("sanfen-runs")
export class RunsDialog extends PageElement {
  @property({ attribute: false }) place: PlaceInfo | null = null;
  @state() private runs: Runs | null = null;
  @state() private busy = false;
  @state() private message = "";
  @state() private error = "";
  private timer = 0;

  private get mayDecide(): boolean {
    return may("settings", this.place?.id);
  }

  private get mayPublish(): boolean {
    return this.place !== null && mayWhole("publish_points", this.place.id);
  }

  async open(): Promise<void> {
    this.runs = null;
    this.message = "";
    this.error = "";
    this.querySelector("dialog")?.showModal();
    await this.look();
  }

  protected override render(): TemplateResult {
    const name = this.place ? (localName(this.place, language()) ?? this.place.id) : "";
    return html`<dialog class="dialog dialog-wide runs" aria-labelledby="runs-title" @close=${() => clearTimeout(this.timer)}>
      <div class="dialog-head">
        <h2 id="runs-title">${t("admin.runs.title", { place: name })}</h2>
        <button class="icon-button" aria-label=${t("admin.close")}
          @click=${() => this.querySelector("dialog")?.close()}>×</button>
      </div>
      ${this.error ? html`<p class="notice" role="alert">${this.error}</p>` : nothing}
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${this.runs ? this.body(this.runs) : this.error ? nothing : html`<div class="skeleton" aria-busy="true"></div>`}
    </dialog>`;
  }

  private body(runs: Runs): TemplateResult {
    const kept = runs.sets.filter((set) => set.kind !== "current");
    return html`<section class="runs-state">
        <p>${this.stateText(runs)}</p>
        ${runs.behind ? html`<p class="soft" role="status">${t("admin.runs.behind")}</p>` : nothing}
        ${
          runs.publish === "by_hand" && this.mayPublish
            ? html`<button class="primary" ?disabled=${this.busy || isShown(runs)} @click=${() => this.publish()}>
                ${t(this.busy ? "admin.runs.working" : "admin.runs.publish")}</button>`
            : nothing
        }
        <label class="runs-switch"><input type="checkbox" .checked=${runs.publish === "automatic"}
            ?disabled=${!this.mayDecide || this.busy} @change=${this.switchMode} />
          <span>${t("admin.runs.automatic")}${this.mayDecide ? nothing : html` <span class="soft">${t("admin.runs.administrators")}</span>`}</span></label>
      </section>
      ${
        this.mayPublish
          ? html`<form class="runs-keep" @submit=${this.keep}>
              <label>${t("admin.runs.name")}<input name="name" maxlength="80" required autocomplete="off" /></label>
              <button ?disabled=${this.busy}>${t("admin.runs.keep")}</button>
            </form>`
          : nothing
      }
      <h3>${t("admin.runs.kept")}</h3>
      ${
        kept.length === 0
          ? html`<p class="soft">${t("admin.runs.none")}</p>`
          : html`<div class="accounts-scroll"><table class="changes accounts">
            <thead><tr><th scope="col">${t("admin.runs.what")}</th><th scope="col">${t("admin.runs.computed")}</th>
              <th scope="col">${t("admin.runs.change")}</th><th></th></tr></thead>
            <tbody>${kept.map((set) => this.row(set, runs))}</tbody>
          </table></div>`
      }`;
  }

  private row(set: RunSet, runs: Runs): TemplateResult {
    const shown = set.shown && runs.publish === "by_hand";
    return html`<tr>
      <th scope="row">${set.name ?? this.kindText(set)}
        ${shown ? html` <span class="badge badge-active">${t("admin.runs.shown")}</span>` : nothing}
        ${set.name ? html`<span class="soft runs-kind">${this.kindText(set)}</span>` : nothing}</th>
      <td>${this.time(set.computed_at)}</td>
      <td class="number">${set.change_number}</td>
      <td class="row-actions">
        ${
          runs.publish === "by_hand" && !shown && this.mayPublish
            ? html`<button ?disabled=${this.busy} @click=${() => this.publish(set.id)}>${t("admin.runs.show")}</button>`
            : nothing
        }
        ${
          this.mayDecide
            ? html`<button class="danger" ?disabled=${this.busy} @click=${() => this.discard(set)}>
                ${t("admin.runs.delete")}</button>`
            : nothing
        }
      </td>
    </tr>`;
  }

  private stateText(runs: Runs): string {
    if (runs.publish === "automatic") return t("admin.runs.state.automatic");
    const shown = runs.sets.find((set) => set.shown);
    if (!shown) return t("admin.runs.state.never");
    return t(isShown(runs) ? "admin.runs.state.same" : "admin.runs.state.older", {
      date: this.time(shown.computed_at),
    });
  }

  private kindText(set: RunSet): string {
    const key: MessageKey = `admin.runs.kind.${set.kind}`;
    return set.kept_by ? `${t(key)} · ${staffName(set.kept_by)}` : t(key);
  }

  private time(at: string): string {
    return timeText(at, this.place?.zone ?? "UTC");
  }

  /** Looks again while the open dialog waits for figures that are being computed. */
  private async look(): Promise<void> {
    clearTimeout(this.timer);
    const place = this.place;
    if (!place) return;
    await this.attempt(async () => {
      this.runs = await api.listRuns(place.id);
    });
    if (this.runs?.behind && this.querySelector("dialog")?.open)
      this.timer = window.setTimeout(() => this.look(), LOOK_AGAIN_MS);
  }

  private async publish(id?: number): Promise<void> {
    await this.attempt(async () => {
      this.runs = await api.publishRuns(this.place?.id ?? "", id);
      this.message = t("admin.runs.published");
    });
  }

  private async keep(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    await this.attempt(async () => {
      const place = this.place?.id ?? "";
      await api.keepRuns(place, String(new FormData(form).get("name")));
      form.reset();
      this.runs = await api.listRuns(place);
    });
  }

  private async switchMode(event: Event): Promise<void> {
    const box = event.target as HTMLInputElement;
    await this.attempt(async () => {
      this.runs = await api.setPublish(this.place?.id ?? "", box.checked ? "automatic" : "by_hand");
    });
    box.checked = this.runs?.publish === "automatic";
  }

  private async discard(set: RunSet): Promise<void> {
    const answer = await ask({
      title: t("admin.runs.delete.title"),
      text: t("admin.runs.delete.text", { name: set.name ?? this.kindText(set) }),
      answers: [{ id: "delete", label: t("admin.runs.delete"), kind: "danger" }],
    });
    if (!answer) return;
    await this.attempt(async () => {
      await api.deleteRuns(set.id);
      this.runs = await api.listRuns(this.place?.id ?? "");
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.message = "";
    this.error = "";
    await attempted(work, (problem) => {
      this.error = sentence(problem);
    }).finally(() => {
      this.busy = false;
    });
  }
}

/** Whether what the public sees is what the data give now. */
function isShown(runs: Runs): boolean {
  const current = runs.sets.find((set) => set.kind === "current");
  const shown = runs.sets.find((set) => set.shown);
  return !runs.behind && Boolean(current && shown) && current?.change_number === shown?.change_number;
}

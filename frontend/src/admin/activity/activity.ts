import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { language, t } from "../../i18n";
import type { PlaceInfo } from "../../map";
import { attempted, sentence } from "../complaint";
import { PageElement } from "../element";
import { kindName, labelOf } from "../fields";
import { actionText, timeText } from "../history";
import type { Kind } from "../model";
import { type ActivityEntry, type AreaName, listActivity, listAreas } from "./api";
import "./activity.css";
import { staffName } from "../accounts/names";

/** Who changed what and when, in a place or one of its areas; an import is one entry. */
@customElement("sanfen-activity")
export class ActivityDialog extends PageElement {
  @property({ attribute: false }) place: PlaceInfo | null = null;
  @property({ attribute: false }) kinds = new Map<string, Kind>();
  @state() private entries: ActivityEntry[] | null = null;
  @state() private next: number | null = null;
  @state() private areas: AreaName[] = [];
  @state() private area = "";
  @state() private message = "";

  async open(): Promise<void> {
    this.area = "";
    this.areas = [];
    this.querySelector("dialog")?.showModal();
    const place = this.place?.id ?? "";
    await Promise.all([
      this.load(),
      this.attempt(async () => {
        this.areas = await listAreas(place, language());
      }),
    ]);
  }

  protected override render(): TemplateResult {
    return html`<dialog class="dialog dialog-wide activity" aria-labelledby="activity-title">
      <div class="dialog-head">
        <h2 id="activity-title">${t("admin.activity")}</h2>
        <button class="icon-button" aria-label=${t("admin.close")} @click=${this.close}>×</button>
      </div>
      <label>${t("admin.activity.area")}
        <select @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}>
          <option value="" ?selected=${this.area === ""}>${t("admin.activity.whole")}</option>
          ${this.areas.map((area) => html`<option value=${area.id} ?selected=${area.id === this.area}>${area.name}</option>`)}
        </select></label>
      ${this.message ? html`<p class="notice" role="alert">${this.message}</p>` : nothing}
      ${this.entries ? this.list(this.entries) : html`<div class="skeleton" aria-busy="true"></div>`}
    </dialog>`;
  }

  private list(entries: ActivityEntry[]): TemplateResult {
    if (!entries.length) return html`<p class="soft">${t("admin.activity.none")}</p>`;
    return html`<ol class="feed">${entries.map((entry) => this.entry(entry))}</ol>
      ${
        this.next
          ? html`<button class="feed-more" @click=${() => this.load(this.next)}>${t("admin.activity.earlier")}</button>`
          : nothing
      }`;
  }

  private entry(entry: ActivityEntry): TemplateResult {
    const who = staffName(entry.by ?? t("admin.history.import"));
    return html`<li data-change=${entry.change_number}>
      <p class="history-head"><span>${this.what(entry)}</span>
        <span class="soft">${who || t("admin.history.staff")} · ${timeText(entry.at, this.place?.zone ?? "UTC")}</span></p>
      ${this.fields(entry)}
    </li>`;
  }

  private what(entry: ActivityEntry): TemplateResult {
    const { point } = entry;
    if (!point) {
      const action = onlyAction(entry);
      const many = t("admin.activity.many", { n: entry.count });
      if (action) return html`<strong>${actionText(action)}</strong> ${many}`;
      const parts = [
        entry.created && t("admin.activity.created", { n: entry.created }),
        entry.removed && t("admin.activity.removed", { n: entry.removed }),
        entry.count > entry.created + entry.removed &&
          t("admin.activity.changed", { n: entry.count - entry.created - entry.removed }),
      ];
      return html`<strong>${many}</strong> ${parts.filter(Boolean).join(", ")}`;
    }
    const kind = this.kinds.get(point.kind);
    const name = point.names?.[language()] ?? point.name ?? kindName(kind, point.kind);
    return html`<strong>${actionText(entry.action ?? "changed")}</strong>
      <button type="button" class="link" @click=${() => this.openPoint(point.id)}>${name}</button>`;
  }

  private fields({ fields, point, file, undoes }: ActivityEntry): TemplateResult | typeof nothing {
    if (file)
      return html`<p class="soft">${t(undoes ? "admin.activity.undone" : "admin.activity.file", { file })}</p>`;
    if (!fields.length) return nothing;
    const kind = this.kinds.get(point?.kind ?? "");
    const words = fields.map((field) =>
      field === "lat" && fields.includes("lon") ? "" : labelOf(field, kind),
    );
    return html`<p class="soft">${words.filter(Boolean).join(", ")}</p>`;
  }

  private openPoint(id: string): void {
    this.close();
    this.tell("open-point", id);
  }

  private close(): void {
    this.querySelector("dialog")?.close();
  }

  private choose(area: string): void {
    this.area = area;
    void this.load();
  }

  private async load(before?: number | null): Promise<void> {
    const { area } = this;
    const place = this.place?.id ?? "";
    if (!before) this.entries = null;
    await this.attempt(async () => {
      const page = await listActivity(place, area, before);
      if (area !== this.area) return;
      this.entries = before ? [...(this.entries ?? []), ...page.activity] : page.activity;
      this.next = page.next ?? null;
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.message = "";
    await attempted(work, (problem) => {
      this.message = sentence(problem);
      this.entries ??= [];
    });
  }
}

/** What was done to all of several points; empty where it differs. */
function onlyAction({ count, created, removed }: ActivityEntry): string {
  if (created === count) return "created";
  if (removed === count) return "removed";
  return created + removed === 0 ? "changed" : "";
}

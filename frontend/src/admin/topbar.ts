import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { sendJson } from "../http";
import { language, siteTitle, t } from "../i18n";
import { localName, type PlaceInfo } from "../map";
import { staffName } from "./accounts/names";
import { ownAccount } from "./accounts/rights";
import { DIALOGS } from "./dialogs";
import { PageElement } from "./element";
import { forgetAll } from "./kept/session";
import type { ReviewCounts } from "./review/review";
import { closeMenu, watchMenus } from "./shortcuts/menus";

/** The head of the editor: place, language, the other rooms, one's own account. */
@customElement("sanfen-topbar")
export class TopBar extends PageElement {
  @property({ attribute: false }) places: PlaceInfo[] = [];
  @property({ attribute: false }) place: PlaceInfo | null = null;
  @property() point = "";
  @property({ type: Number }) newReports = 0;
  @property({ attribute: false }) review: ReviewCounts = { waiting: 0, returned: 0 };

  private readonly name = staffName(ownAccount().name);

  protected override firstUpdated(): void {
    watchMenus();
  }

  protected override render(): TemplateResult {
    const lang = language();
    const other = lang === "en" ? "zh-Hans" : "en";
    const scene = { place: this.place };
    const where = this.place ? `&place=${this.place.id}` : "";
    return html`<header class="topbar">
      <h1><a href="/?lang=${lang}">${siteTitle()}</a> <span>${t("admin.title")}</span></h1>
      <select class="place" ?hidden=${this.places.length === 0} aria-label=${t("admin.place")} @change=${(
        event: Event,
      ) => this.tell("choose-place", (event.target as HTMLSelectElement).value)}>
        ${this.places.map(
          (place) => html`<option value=${place.id} ?selected=${place.id === this.place?.id}
            .selected=${place.id === this.place?.id}>${localName(place, lang)}</option>`,
        )}
      </select>
      ${this.place?.schematic ? html`<span class="badge badge-planned">${t("site.schematic")}</span>` : nothing}
      <nav aria-label=${t("admin.rooms")}>
        <a href="/?lang=${lang}${where}">${t("nav.map")}</a>
        <a href="/admin/report?lang=${lang}${where}">${t("nav.report")}</a>
        <a href="/admin?lang=${other}${where}${this.point ? `&point=${this.point}` : ""}" lang=${other}>
          ${t("site.language")}</a>
      </nav>
      ${
        this.newReports > 0
          ? html`<button class="new-reports" @click=${() => this.tell("open-dialog", "reports")}>${t("admin.reports.new", { n: this.newReports })}</button>`
          : nothing
      }
      ${this.reviewBadge(this.review.waiting, "admin.review.badge")}
      ${this.reviewBadge(this.review.returned, "admin.review.badge.returned")}
      <details class="menu">
        <summary>${this.name}</summary>
        <div class="menu-items">
          ${DIALOGS.filter((entry) => entry.inMenu(scene)).map(
            (entry) => html`<button @click=${() => this.pick(entry.id)}>${t(entry.label)}</button>`,
          )}
          ${
            this.place
              ? html`<a href="/api/areas/${this.place.id}/signs?size=A6&lang=${lang}" target="_blank" rel="noopener">${t("admin.signs")}</a>`
              : nothing
          }
          <button @click=${this.signOut}>${t("admin.signout")}</button>
        </div>
      </details>
    </header>`;
  }

  private reviewBadge(n: number, label: "admin.review.badge" | "admin.review.badge.returned") {
    if (n === 0) return nothing;
    return html`<button class="new-reports" @click=${() => this.tell("open-dialog", "review")}>${t(label, { n })}</button>`;
  }

  private pick(dialog: string): void {
    closeMenu(); // the focus comes back to what opened the menu when the dialog is closed
    this.tell("open-dialog", dialog);
  }

  private async signOut(): Promise<void> {
    await sendJson("POST", "/admin/logout").catch(() => null);
    forgetAll();
    location.assign(`/admin/login?lang=${language()}`);
  }
}

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { inMainlandChina } from "../../geo/mainland";
import { getJson } from "../../http";
import { language, t } from "../../i18n";
import { localName, type PlaceInfo } from "../../map";
import { Search } from "../../public/search";
import { PageElement } from "../element";
import type { Row } from "../list/rows";
import {
  looksSwapped,
  readCoordinates,
  SYSTEMS,
  type System,
  swapped,
  type Typed,
  toWgs,
} from "./coordinates";
import "./addpoint.css";

/** Where a new point shall be, and how well that is known. */
export interface NewPlace {
  lon: number;
  lat: number;
  /** Metres; missing where somebody showed the spot himself. */
  accuracyM?: number;
  address?: string;
  /** The device's own position: nothing is asked about it before the point is saved. */
  isFromDevice?: boolean;
}

interface Hit {
  label: string;
  lon: number;
  lat: number;
}

type SearchIndex = Parameters<Search["setIndex"]>[0];

/** A new point by address, by coordinates, or where one stands: tells "place-new". By a click is the map's own. */
@customElement("sanfen-add-point")
export class AddPoint extends PageElement {
  @property({ attribute: false }) place: PlaceInfo | null = null;
  @property({ attribute: false }) rows: readonly Row[] = [];
  @state() private isOpen = false;
  @state() private hits: Hit[] = [];
  @state() private text = "";
  @state() private typed: Typed | null = null;
  @state() private system: System | "" = "";
  @state() private trouble = "";
  @state() private isLocating = false;
  private search: Search | null = null;
  /** Whose streets and buildings are known by now. */
  private searchOf = "";
  @state() private wanted = "";

  async open(): Promise<void> {
    this.isOpen = true;
    this.text = "";
    this.wanted = "";
    this.typed = null;
    this.hits = [];
    this.trouble = "";
    this.system = this.isChinese ? "" : "wgs84";
    await this.updateComplete;
    this.querySelector("dialog")?.showModal();
    await this.readIndex();
  }

  protected override render(): TemplateResult {
    return html`<dialog class="dialog add-point" aria-labelledby="add-title" @close=${() => {
      this.isOpen = false;
    }}>
      ${this.isOpen ? this.content() : nothing}
    </dialog>`;
  }

  private content(): TemplateResult {
    return html`<div class="dialog-head"><h2 id="add-title">${t("admin.add")}</h2>
        <button class="icon-button" aria-label=${t("admin.close")} @click=${this.close}>×</button></div>
      ${this.trouble ? html`<p class="notice" role="alert">${this.trouble}</p>` : nothing}
      <label>${t("admin.add.address")}<input class="add-address" type="search" @input=${this.find} /></label>
      ${
        this.hits.length > 0
          ? html`<ul class="add-hits">${this.hits.map(
              (hit) =>
                html`<li><button @click=${() => this.done({ ...hit, address: hit.label })}>${hit.label}</button></li>`,
            )}</ul>`
          : this.foundNone
            ? html`<p class="hint" role="status">${t("search.none", { query: this.wanted.trim() })}</p>`
            : nothing
      }
      <form @submit=${this.submit}>
        <label>${t("admin.add.coordinates")}<input class="add-coordinates" autocomplete="off" .value=${this.text}
          aria-describedby="add-coordinates-hint" @input=${(event: Event) => this.type((event.target as HTMLInputElement).value)} /></label>
        <p class="hint" id="add-coordinates-hint">${t("admin.add.coordinates_hint")}</p>
        ${this.isChinese ? this.systemChoice() : nothing}
        ${this.understood()}
        <div class="dialog-actions">
          <button class="primary" ?disabled=${!this.typed || !this.system}>${t("admin.add.there")}</button>
        </div>
      </form>
      <h3>${t("admin.add.spot")}</h3>
      <p class="hint">${t("admin.add.spot_hint")}</p>
      <button class="locate" ?disabled=${this.isLocating} @click=${this.locate}>
        ${t(this.isLocating ? "admin.add.locating" : "admin.add.locate")}</button>`;
  }

  private get foundNone(): boolean {
    return this.wanted.trim() !== "" && this.hits.length === 0 && this.searchOf === this.place?.id;
  }

  private get isChinese(): boolean {
    const [west, south, east, north] = this.place?.bounds ?? [0, 0, 0, 0];
    return inMainlandChina({ lon: (west + east) / 2, lat: (south + north) / 2 }, this.place?.country);
  }

  private systemChoice(): TemplateResult {
    return html`<fieldset class="add-system"><legend>${t("admin.add.system")}</legend>
      ${SYSTEMS.map(
        (one) =>
          html`<label><input type="radio" name="system" value=${one} .checked=${one === this.system} @change=${() => {
            this.system = one;
          }} />${t(`admin.add.system.${one}`)}</label>`,
      )}</fieldset>`;
  }

  private understood(): TemplateResult | typeof nothing {
    const { typed } = this;
    if (!typed) return this.text.trim() ? html`<p class="field-error">${t("admin.add.unread")}</p>` : nothing;
    const text = t("admin.add.read", { lat: typed.lat.toFixed(6), lon: typed.lon.toFixed(6) });
    if (!looksSwapped(typed, this.place?.bounds)) return html`<p role="status">${text}</p>`;
    return html`<p class="notice" role="alert">${text} ${t("admin.add.swapped")}
      <button type="button" class="swap" @click=${() => {
        this.typed = swapped(typed);
      }}>${t("admin.add.swap")}</button></p>`;
  }

  private type(text: string): void {
    this.text = text;
    this.typed = readCoordinates(text);
  }

  private submit(event: Event): void {
    event.preventDefault();
    if (!this.typed || !this.system) return;
    this.done(toWgs(this.typed, this.system));
  }

  private find(event: Event): void {
    this.wanted = (event.target as HTMLInputElement).value;
    this.findAgain();
  }

  /** Also when the place's streets have come after what was typed. */
  private findAgain(): void {
    const found = this.search?.find(this.wanted) ?? [];
    this.hits = found.slice(0, 8).map((one) =>
      one.type === "point"
        ? { label: one.point.name ?? one.point.id, lon: one.point.lon, lat: one.point.lat }
        : {
            label: (language().startsWith("zh") ? one.entry.zh : one.entry.en) ?? one.entry.name,
            lon: one.entry.lon,
            lat: one.entry.lat,
          },
    );
  }

  private async readIndex(): Promise<void> {
    const { place } = this;
    if (!place) return;
    const search = new Search();
    const points = this.rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      name: localName({ name: row.name }, language()) ?? row.id,
      address: row.where,
      lon: row.lon,
      lat: row.lat,
    }));
    search.setPoints(points as never, () => "");
    this.search = search;
    if (this.searchOf !== place.id) this.index = null;
    this.index ??= await getJson<SearchIndex>(
      `/api/search-index?place=${encodeURIComponent(place.id)}`,
    ).catch(() => null);
    this.searchOf = place.id;
    if (this.index) search.setIndex(this.index);
    this.findAgain();
  }

  private index: SearchIndex | null = null;

  /** The device is asked once; where it stood goes nowhere but into the new point's form. */
  private locate(): void {
    this.isLocating = true;
    this.trouble = "";
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.isLocating = false;
        const accuracyM = Math.round(coords.accuracy);
        this.done({ lon: coords.longitude, lat: coords.latitude, accuracyM, isFromDevice: true });
      },
      () => {
        this.isLocating = false;
        this.trouble = t("admin.add.no_position");
      },
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 0 },
    );
  }

  private done(place: NewPlace): void {
    const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
    this.close();
    this.tell<NewPlace>("place-new", { ...place, lon: round(place.lon), lat: round(place.lat) });
  }

  private close(): void {
    this.querySelector("dialog")?.close();
  }
}

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../../i18n";
import { PageElement } from "../element";
import { type NearStation, nearestStations, type Station } from "./nearest";
import "./stations.css";

const MOST = 8;

/** Chooses the station in charge by typing part of its name, the nearest first. Tells "choose-station" with its id. */
@customElement("sanfen-station-choice")
export class StationChoice extends PageElement {
  @property({ attribute: false }) stations: Station[] = [];
  @property() value = "";
  @property() field = "";
  @property() notes = "";
  @property({ type: Boolean }) invalid = false;
  @property({ attribute: false }) position: [number, number] = [0, 0];
  /** What is being typed; null while nothing is. */
  @state() private typed: string | null = null;
  @state() private active = 0;

  protected override render(): TemplateResult {
    const open = this.typed !== null;
    const found = open ? this.found : [];
    const list = `${this.field}-list`;
    return html`<div class="station-choice" @focusout=${this.leave}>
      <input id=${this.field} type="text" role="combobox" autocomplete="off" spellcheck="false"
        aria-expanded=${open ? "true" : "false"} aria-controls=${list} aria-autocomplete="list"
        aria-activedescendant=${found.length ? `${list}-${this.active}` : nothing}
        aria-invalid=${this.invalid ? "true" : "false"} aria-describedby=${this.notes || nothing}
        placeholder=${t("admin.station.search")} .value=${this.typed ?? this.name}
        @focus=${() => this.begin("")} @click=${() => this.begin("")}
        @input=${(event: Event) => this.begin((event.target as HTMLInputElement).value)} @keydown=${this.pressed} />
      ${
        this.value && !open
          ? html`<button type="button" class="icon-button" aria-label=${t("admin.station.none")}
              @click=${() => this.choose("")}>×</button>`
          : nothing
      }
      ${
        open
          ? html`<ul id=${list} role="listbox" aria-label=${t("admin.field.parent")}>
              ${found.map((station, at) => this.option(station, at, `${list}-${at}`))}
              ${found.length ? nothing : html`<li class="soft" role="option" aria-disabled="true" aria-selected="false">${t("admin.station.no_match")}</li>`}
            </ul>`
          : nothing
      }
    </div>`;
  }

  private get found(): NearStation[] {
    return nearestStations(this.stations, this.typed ?? "", ...this.position, MOST);
  }

  private get name(): string {
    return this.stations.find((station) => station.id === this.value)?.label ?? this.value;
  }

  private option(station: NearStation, at: number, id: string): TemplateResult {
    return html`<li id=${id} role="option" aria-selected=${at === this.active ? "true" : "false"}
      @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => this.choose(station.id)}>
      <span>${station.label} <small class="soft">${station.kind}</small></span>
      <small class="soft">${metresText(station.metres)}</small></li>`;
  }

  private begin(typed: string): void {
    if (typed === "" && this.typed !== null && this.typed !== "") return; // a click into what is being typed
    this.typed = typed;
    this.active = 0;
  }

  private pressed(event: KeyboardEvent): void {
    const { found } = this;
    if (this.typed === null && event.key !== "ArrowDown") return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (this.typed === null) this.begin("");
      else
        this.active = Math.max(
          0,
          Math.min(found.length - 1, this.active + (event.key === "ArrowDown" ? 1 : -1)),
        );
    } else if (event.key === "Enter") {
      if (found[this.active]) this.choose(found[this.active].id);
    } else if (event.key === "Escape") {
      this.typed = null;
      event.stopPropagation(); // it closes the list, not the drawer
    } else return;
    event.preventDefault();
  }

  private leave(): void {
    const left = this.typed?.trim() ?? "";
    this.typed = null;
    if (/^[0-9a-hjkmnp-tv-z]{7}$/.test(left) && left !== this.value) this.choose(left); // an id read off a sign
  }

  private choose(id: string): void {
    this.typed = null;
    this.tell("choose-station", id);
  }
}

export function metresText(metres: number): string {
  return metres < 1000
    ? t("admin.metres", { n: Math.round(metres) })
    : t("admin.kilometres", { n: (metres / 1000).toFixed(1) });
}

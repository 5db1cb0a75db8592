import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Problem } from "../../http";
import { t } from "../../i18n";
import { PageElement } from "../element";
import { type HoursInWords, type HoursReading, readInWords } from "./api";
import "./grid";
import "./hours.css";
import { readHours, withRest } from "./read";
import { timesView } from "./times";
import { type Week, weekText } from "./week";

type Mode = "unknown" | "always" | "week";

const PAUSE_MS = 300;
const FOLLOWS_THE_SUN = /sun|dawn|dusk/i;

/**
 * Opening hours three ways at once: a grid of the week, OSM's syntax as text, and what the point's page will say in both
 * languages. The text is the truth: what the grid can't show stays in it as it is. Tells "change-hours" with the text.
 */
@customElement("sanfen-hours-editor")
export class HoursEditor extends PageElement {
  @property() value = "";
  /** Of the text's input, for its label and its error. */
  @property() field = "";
  @property() notes = "";
  @property({ type: Boolean }) invalid = false;
  @property() place = "";
  @property({ attribute: false }) position: [number, number] = [0, 0];
  @state() private weekWanted = false;
  @state() private row = 0;
  @state() private inWords: HoursInWords | null = null;
  private timer = 0;
  private asked = "";

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("value") && !this.value) this.inWords = null;
  }

  protected override updated(): void {
    const key = `${this.place}\n${this.value}\n${this.sun ? this.position : ""}`;
    if (key === this.asked) return;
    this.asked = key;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.ask(key), PAUSE_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override render(): TemplateResult {
    const { mode } = this;
    const { week, rest } = readHours(this.value);
    return html`<div class="hours-editor">
      <div class="hours-choice" role="group" aria-label=${t("admin.field.opening_hours")}>
        ${(["unknown", "always", "week"] as const).map(
          (one) => html`<button type="button" aria-pressed=${one === mode ? "true" : "false"}
            @click=${() => this.choose(one)}>${t(`admin.hours.mode.${one}`)}</button>`,
        )}
      </div>
      <input id=${this.field} type="text" .value=${this.value} maxlength="500" spellcheck="false" autocomplete="off"
        aria-invalid=${this.invalid ? "true" : "false"} aria-describedby=${this.notes || nothing}
        @input=${(event: Event) => this.set((event.target as HTMLInputElement).value)} />
      ${mode === "week" ? this.grid(week, rest) : nothing}
      ${rest && mode === "week" ? html`<p class="hours-rest">${t("admin.hours.rest")} <code>${withRest("", rest)}</code></p>` : nothing}
      ${this.inWords ? this.words(this.inWords) : nothing}
    </div>`;
  }

  private get mode(): Mode {
    const text = this.value.trim();
    if (text === "24/7" && !this.weekWanted) return "always";
    return text || this.weekWanted ? "week" : "unknown";
  }

  private get sun(): boolean {
    return FOLLOWS_THE_SUN.test(this.value);
  }

  private grid(week: Week, rest: string): TemplateResult {
    const paint = (next: Week) => this.set(withRest(weekText(next), rest));
    return html`<sanfen-hours-grid .week=${week} .chosen=${this.row}
        @paint-week=${(event: CustomEvent<Week>) => paint(event.detail)}
        @choose-row=${(event: CustomEvent<number>) => {
          this.row = event.detail;
        }}></sanfen-hours-grid>
      <p class="hint">${t("admin.hours.hint")}</p>
      ${timesView(week, this.row, paint)}`;
  }

  private words(words: HoursInWords): TemplateResult {
    return html`<div class="hours-words" aria-live="polite">
      ${words.complaint ? html`<p class="hours-complaint">${words.complaint}</p>` : nothing}
      ${words.readings.map((reading) => this.reading(reading, words.state))}
    </div>`;
  }

  private reading(reading: HoursReading, state: HoursInWords["state"]): TemplateResult {
    return html`<section lang=${reading.language}>
      <p class="hours-now is-${state}">${reading.now}</p>
      ${
        reading.week.length
          ? html`<dl>${reading.week.map(
              (day) =>
                html`<div class=${day.today ? "today" : ""}><dt>${day.label}</dt><dd>${day.text}</dd></div>`,
            )}</dl>`
          : nothing
      }
      ${reading.holidays ? html`<p class="soft">${reading.holidays}</p>` : nothing}
    </section>`;
  }

  private choose(mode: Mode): void {
    this.weekWanted = mode === "week";
    if (mode !== "week") this.set(mode === "always" ? "24/7" : "");
  }

  private set(text: string): void {
    this.tell("change-hours", text);
  }

  private async ask(key: string): Promise<void> {
    if (!this.place || !this.value.trim()) return;
    const [lon, lat] = this.position;
    try {
      const words = await readInWords(this.place, this.value, this.sun ? { lon, lat } : null);
      if (key === this.asked) this.inWords = words;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (key === this.asked) this.inWords = null; // saving will say what is wrong
    }
  }
}

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { language, t } from "../../i18n";
import { localName, type PlaceInfo } from "../../map";
import { api } from "../api";
import { PageElement } from "../element";

/** The areas that an account is limited to, to choose among those of all places. Tells "limits" with their ids. */
@customElement("sanfen-limits")
export class Limits extends PageElement {
  @property({ attribute: false }) areas: string[] = [];
  @state() private places: PlaceInfo[] = [];
  @state() private place = "";
  @state() private choice: { id: string; name: string }[] = [];
  private readonly names = new Map<string, string>();

  protected override async firstUpdated(): Promise<void> {
    this.places = await api.listPlaces().catch(() => []);
    for (const place of this.places) this.names.set(place.id, localName(place, language()) ?? place.id);
    await Promise.all(
      [...new Set(this.areas.map((area) => area.split(".")[0]))].map((place) => this.load(place)),
    );
    if (this.places[0]) await this.choosePlace(this.places[0].id);
  }

  protected override render(): TemplateResult {
    return html`<fieldset class="limits wide">
      <legend>${t("admin.accounts.areas")}</legend>
      ${this.areas.length === 0 ? html`<p class="soft">${t("admin.accounts.areas.none")}</p>` : nothing}
      <ul>${this.areas.map(
        (area) => html`<li>${this.names.get(area) ?? area}
          <button type="button" class="icon-button" aria-label=${t("admin.accounts.areas.remove", { name: this.names.get(area) ?? area })}
            @click=${() =>
              this.tell(
                "limits",
                this.areas.filter((one) => one !== area),
              )}>×</button></li>`,
      )}</ul>
      <div class="limits-add">
        <label>${t("admin.place")}<select @change=${(event: Event) => this.choosePlace((event.target as HTMLSelectElement).value)}>
          ${this.places.map((place) => html`<option value=${place.id}>${this.names.get(place.id)}</option>`)}</select></label>
        <label>${t("admin.accounts.area")}<select name="area">
          <option value=${this.place}>${t("admin.accounts.areas.all")}</option>
          ${this.choice.map((area) => html`<option value=${area.id}>${area.name}</option>`)}</select></label>
        <button type="button" @click=${this.add}>${t("admin.accounts.areas.add")}</button>
      </div>
    </fieldset>`;
  }

  private async choosePlace(id: string): Promise<void> {
    this.place = id;
    this.choice = [];
    const areas = await this.load(id);
    if (id === this.place) this.choice = areas.filter((area) => area.id !== id);
  }

  private async load(place: string): Promise<{ id: string; name: string }[]> {
    const areas = await api.listPopulation(place).catch(() => []);
    for (const area of areas) if (!this.names.has(area.id)) this.names.set(area.id, area.name);
    this.requestUpdate();
    return areas;
  }

  private add(): void {
    const area = this.querySelector<HTMLSelectElement>('select[name="area"]')?.value;
    if (area && !this.areas.includes(area)) this.tell("limits", [...this.areas, area]);
  }
}

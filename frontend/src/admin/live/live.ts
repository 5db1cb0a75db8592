import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { figure, inLanguage, language, t } from "../../i18n";
import { localName } from "../../map";
import { api } from "../api";
import type { Chosen } from "../editormap";
import { PageElement } from "../element";
import type { AreaFeature } from "../list/areas";
import type { Standard } from "../model";
import { latestOf } from "../standarddraft";
import { type AreaChange, type CoverageChange, Latest } from "./latest";
import "./live.css";

/** Over the map while a point is at another place than it was: what of the coverage is won and lost there. */
@customElement("sanfen-live-coverage")
export class LiveCoverage extends PageElement {
  @property() place = "";
  @property({ attribute: false }) areas: AreaFeature[] = [];
  @state() private standards: Standard[] = [];
  @state() private standard = "";
  @state() private change: CoverageChange | null = null;
  @state() private where: Chosen | null = null;
  private readonly latest = new Latest<Chosen, CoverageChange>(
    (where) => api.changeOfCoverage(this.place, this.standard, where),
    (change) => {
      this.change = change;
      this.tell("coverage-change", change);
    },
    () => this.empty(),
  );

  /** The point is there now, not saved yet; null when it is where it was. */
  async show(where: Chosen | null): Promise<void> {
    const isOther = where?.id !== this.where?.id || where?.kind !== this.where?.kind;
    this.where = where;
    if (!where) {
      this.clear();
      return;
    }
    if (this.standards.length === 0) this.standards = await api.listStandards().catch(() => []);
    if (isOther || !this.standard) this.standard = this.usable(where)[0]?.id ?? "";
    if (this.where !== where) return; // moved on while the standards came
    if (this.standard) this.latest.ask(where);
    else this.clear();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { where, change } = this;
    if (!where || !this.standard) return nothing;
    return html`<div class="live-coverage" role="status">
      <select aria-label=${t("admin.live.standard")} @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}>
        ${this.usable(where).map((one) => html`<option value=${one.id} ?selected=${one.id === this.standard}>${inLanguage(one.names) ?? one.id}</option>`)}
      </select>
      ${change ? (change.counted ? this.figures(change) : html`<p>${t("admin.live.not_counted")}</p>`) : html`<p class="soft">…</p>`}
    </div>`;
  }

  /** The latest version of each standard that counts the kind and has a limit. */
  private usable(where: Chosen): Standard[] {
    return latestOf(this.standards).filter(
      (one) => one.computed && one.metric && one.kinds.includes(where.kind),
    );
  }

  private choose(id: string): void {
    this.standard = id;
    if (this.where) this.latest.ask(this.where);
  }

  private figures({ areas }: CoverageChange): TemplateResult {
    const [whole] = areas;
    // Beside the whole place the smallest area that changes most, which is usually the one that it stands in.
    const part = areas
      .slice(1)
      .sort((a, b) => Math.abs(turnover(b)) - Math.abs(turnover(a)))
      .at(0);
    return html`<dl>${whole ? this.row(whole) : nothing}${part ? this.row(part) : nothing}</dl>`;
  }

  private row(area: AreaChange): TemplateResult {
    const feature = this.areas.find((one) => one.id === area.area);
    const name = (feature && localName(feature.properties, language())) ?? area.area;
    const people = area.residents_won !== null && area.residents_won !== undefined;
    const [won, lost] = people
      ? [area.residents_won ?? 0, area.residents_lost ?? 0]
      : [area.floor_m2_won ?? 0, area.floor_m2_lost ?? 0];
    return html`<div><dt>${name}</dt>
      <dd>${t(people ? "admin.live.residents" : "admin.live.floor", { won: figure(won), lost: figure(lost) })}</dd>
      <dd>${t("admin.live.streets", { won: figure(area.street_won_m), lost: figure(area.street_lost_m) })}</dd></div>`;
  }

  private clear(): void {
    this.latest.forget();
    this.empty();
  }

  private empty(): void {
    this.change = null;
    this.tell("coverage-change", null);
  }
}

const turnover = (area: AreaChange) => area.street_won_m + area.street_lost_m;

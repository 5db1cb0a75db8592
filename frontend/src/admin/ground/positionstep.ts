import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type MessageKey, t } from "../../i18n";
import type { PlaceInfo } from "../../map";
import { sentence } from "../complaint";
import { PageElement } from "../element";
import { SYSTEM_NAMES } from "../import/positionstep";
import { ground } from "./api";
import { controlTable } from "./controls";
import { partName } from "./filesstep";
import { GroundMap } from "./groundmap";
import {
  type Choice,
  type Drawn,
  type Given,
  type GroundJob,
  isCertain,
  isWhole,
  layerOf,
  NO_CONTROL,
  withControl,
  withGiven,
} from "./model";

const LOCAL = "LOCAL";
const OTHER = "OTHER";
const ALWAYS = ["WGS84", "GCJ02", "BD09"];

/** In which coordinates each layer stands, tried on the map; for a local grid the points that are known in both. */
@customElement("sanfen-ground-position")
export class GroundPosition extends PageElement {
  @property({ attribute: false }) job!: GroundJob;
  @property({ attribute: false }) place: PlaceInfo | null = null;
  @state() private samples: Drawn[][] = [];
  @state() private residuals: (number | null)[] = [];
  @state() private trouble = "";
  @state() private fitTrouble = "";
  @state() private active = 0;
  @state() private others = new Set<string>();
  private map: GroundMap | null = null;
  private tried = "";
  /** In which systems the layers stood when the map last went to them. */
  private aimed = "";

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.map?.remove();
    this.map = null;
  }

  private get choice(): Choice {
    return this.job.choice;
  }

  private get isLocal(): boolean {
    return this.choice.given.some(({ crs }) => crs === LOCAL);
  }

  protected override render(): TemplateResult {
    return html`<div class="import-position">
      <div class="ground-systems">
        ${this.choice.given.map((given, at) => this.system(given, at))}
        ${
          this.isLocal
            ? controlTable(this.choice.controls, this.residuals, this.active, {
                onChange: (controls) => this.tell("choice-changed", { ...this.choice, controls }),
                onActive: (at) => {
                  this.active = at;
                },
              })
            : nothing
        }
        ${this.fitTrouble && this.isLocal ? html`<p class="field-error" role="alert">${this.fitTrouble}</p>` : nothing}
        ${this.trouble ? html`<p class="field-error" role="alert">${this.trouble}</p>` : nothing}
      </div>
      <div class="import-map" role="application" aria-label=${t("admin.ground.map.sample")}></div>
    </div>`;
  }

  private system(given: Given, at: number): TemplateResult {
    const layer = layerOf(this.job, given);
    if (!layer) return html`${nothing}`;
    const offered = [
      ...new Set(
        [...layer.guess.candidates.map(({ crs }) => crs), ...ALWAYS].filter((crs) => crs !== layer.crs),
      ),
    ];
    const key = `${given.file} ${given.layer}`;
    const other =
      this.others.has(key) || (given.crs !== null && given.crs !== LOCAL && !offered.includes(given.crs));
    const why = (crs: string) => {
      const found = layer.guess.candidates.find((one) => one.crs === crs);
      return found ? ` (${t(`import.crs.${found.why.toLowerCase()}` as MessageKey)})` : "";
    };
    return html`<fieldset class="ground-system" data-part=${given.part}>
      <legend>${partName(given.part)} <small>${layer.name}</small></legend>
      ${given.crs === null && !isCertain(layer) && !other ? html`<p class="notice">${t("admin.ground.crs.doubt")}</p>` : nothing}
      <label>${t("admin.import.crs")}
        <select name="crs" @change=${(event: Event) => this.choose(given, key, (event.target as HTMLSelectElement).value)}>
          ${
            isCertain(layer)
              ? html`<option value="" .selected=${given.crs === null && !other}>${t("admin.ground.crs.stated", { crs: layer.crs ?? "" })}</option>`
              : html`<option value="" disabled .selected=${given.crs === null && !other}>${t("admin.import.kind.choose")}</option>`
          }
          ${offered.map((crs) => html`<option value=${crs} .selected=${given.crs === crs && !other}>${SYSTEM_NAMES[crs] ?? crs}${why(crs)}</option>`)}
          <option value=${OTHER} .selected=${other}>${t("admin.import.crs.other")}</option>
          <option value=${LOCAL} .selected=${given.crs === LOCAL && !other}>${t("admin.ground.crs.local")}</option>
        </select></label>
      ${
        other
          ? html`<label>${t("admin.ground.crs.epsg")}
            <input name="epsg" inputmode="numeric" placeholder="4547" .value=${(given.crs ?? "").replace("EPSG:", "")}
              @change=${(event: Event) => this.code(given, (event.target as HTMLInputElement).value)} /></label>`
          : nothing
      }
      ${this.samples[at]?.length === 0 && given.crs !== null && given.crs !== LOCAL ? html`<p class="hint">${t("admin.ground.sample.none")}</p>` : nothing}
    </fieldset>`;
  }

  private choose(given: Given, key: string, crs: string): void {
    this.others = new Set([...this.others].filter((one) => one !== key));
    if (crs === OTHER) {
      this.others = new Set([...this.others, key]);
      return;
    }
    let choice = withGiven(this.choice, given, { crs: crs || null });
    if (crs === LOCAL && !choice.controls.length)
      choice = { ...choice, controls: [NO_CONTROL, NO_CONTROL, NO_CONTROL] };
    this.tell("choice-changed", choice);
  }

  private code(given: Given, text: string): void {
    const digits = text.normalize("NFKC").replace(/\D/g, "");
    this.tell("choice-changed", withGiven(this.choice, given, { crs: digits ? `EPSG:${digits}` : null }));
  }

  protected override firstUpdated(): void {
    const container = this.querySelector<HTMLElement>(".import-map");
    if (container)
      this.map = new GroundMap(container, this.place, { onClick: (lon, lat) => this.clicked(lon, lat) });
  }

  /** The active point's place on the map; the next one waits for the next click. */
  private clicked(lon: number, lat: number): void {
    if (!this.isLocal) return;
    const { controls } = this.choice;
    const at = Math.min(this.active, controls.length - 1);
    const rounded = { lon: Math.round(lon * 1e7) / 1e7, lat: Math.round(lat * 1e7) / 1e7 };
    this.tell("choice-changed", { ...this.choice, controls: withControl(controls, at, rounded) });
    this.active = Math.min(at + 1, controls.length - 1);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("job")) void this.tryOut();
    this.map?.showControls(this.isLocal ? this.choice.controls : [], this.active);
  }

  private async tryOut(): Promise<void> {
    const asked = JSON.stringify([this.choice.given, this.choice.controls]);
    if (asked === this.tried) return;
    this.tried = asked;
    const { choice } = this;
    const fits = !this.isLocal || (await this.fit(choice, () => this.tried === asked));
    if (this.tried !== asked) return;
    const tried = fits ? choice : { ...choice, given: choice.given.map(withoutLocal) };
    try {
      const samples = await ground.sample(this.job.id, tried);
      if (this.tried !== asked) return;
      this.trouble = "";
      this.samples = samples;
      this.map?.showSamples(samples);
      this.aim(samples, JSON.stringify(choice.given));
    } catch (problem) {
      if (this.tried === asked) this.trouble = sentence(problem);
    }
  }

  /** Goes to where the files lie when that is new; control points are placed on a map that keeps still. */
  private aim(samples: Drawn[][], systems: string): void {
    if (systems === this.aimed || samples.flat().length === 0) return;
    const isFirst = this.aimed === "" && !this.isLocal;
    this.aimed = systems;
    if (isFirst || !this.map?.shows(samples)) this.map?.lookAtAll(samples);
  }

  /** Whether the points make a grid; how far each is off is shown beside it, unless a later word was quicker. */
  private async fit(choice: Choice, isLatest: () => boolean): Promise<boolean> {
    this.fitTrouble = "";
    if (choice.controls.filter(isWhole).length < 3) {
      this.residuals = [];
      return false;
    }
    try {
      const residuals = await ground.fit(this.job.id, choice);
      if (isLatest()) this.residuals = residuals;
      return true;
    } catch (problem) {
      if (isLatest()) {
        this.residuals = [];
        this.fitTrouble = sentence(problem);
      }
      return false;
    }
  }
}

/** Of a grid that can't be fitted yet nothing is drawn. */
function withoutLocal(given: Given): Given {
  return given.crs === LOCAL ? { ...given, crs: null } : given;
}

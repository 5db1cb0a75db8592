import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../../i18n";
import type { PlaceInfo } from "../../map";
import { sentence } from "../complaint";
import { PageElement } from "../element";
import { ground } from "./api";
import { controlTable } from "./controls";
import { GroundMap } from "./groundmap";
import {
  agree,
  type Choice,
  type Drawn,
  type Given,
  type GroundJob,
  isWhole,
  middleOf,
  NO_CONTROL,
  withControl,
  withSystem,
} from "./model";
import { LOCAL, OTHER, systemView } from "./systems";

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
  @state() private isSame = false;
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
        ${this.choice.given.length > 1 ? this.sameForAll() : nothing}
        ${this.groups.map((given) => this.system(given))}
        ${
          this.isLocal
            ? controlTable(this.choice, this.residuals, this.active, {
                onChange: (controls) => this.change({ controls, accepts_fit: false }),
                onAccept: (accepts_fit) => this.change({ accepts_fit }),
                onActive: (at) => {
                  this.active = at;
                },
              })
            : nothing
        }
        ${this.fitTrouble && this.isLocal ? html`<p class="field-error" role="alert">${this.fitTrouble}</p>` : nothing}
        ${this.trouble ? html`<p class="field-error" role="alert">${this.trouble}</p>` : nothing}
      </div>
      <div class="import-side">
        <div class="import-map" role="application" aria-label=${t("admin.ground.map.sample")}></div>
        ${this.place ? nothing : html`<p class="hint ground-bare" role="status">${this.whereabouts()}</p>`}
      </div>
    </div>`;
  }

  /** A new place has no map yet: numbers say where its files lie. */
  private whereabouts(): string {
    const middle = middleOf(this.samples);
    return middle
      ? t("admin.ground.map.bare", { lat: middle.lat.toFixed(4), lon: middle.lon.toFixed(4) })
      : t("admin.ground.map.empty");
  }

  /** Layers that one choice is made for. */
  private get groups(): Given[][] {
    const { given } = this.choice;
    return this.isSame && given.length > 1 ? [given] : given.map((one) => [one]);
  }

  private sameForAll(): TemplateResult {
    return html`<label class="import-system"><input type="checkbox" name="same_system" .checked=${this.isSame}
      @change=${(event: Event) => this.choseSame((event.target as HTMLInputElement).checked)} />
      <span>${t("admin.ground.crs.same")}</span></label>`;
  }

  private system(given: Given[]): TemplateResult {
    const key = keyOf(given);
    const isBare = given.every((one) => this.samples[this.choice.given.indexOf(one)]?.length === 0);
    return systemView(this.job, given, this.others.has(key), isBare, {
      onChoose: (crs) => this.choose(given, key, crs),
      onCode: (text) => this.code(given, text),
    });
  }

  /** What is the same from now on was so for the first that says anything. */
  private choseSame(isSame: boolean): void {
    this.isSame = isSame;
    const { given } = this.choice;
    if (isSame)
      this.change(withSystem(this.choice, given, given.find(({ crs }) => crs !== null)?.crs ?? null));
  }

  private change(part: Partial<Choice>): void {
    this.tell("choice-changed", { ...this.choice, ...part });
  }

  private choose(given: Given[], key: string, crs: string): void {
    this.others = new Set([...this.others].filter((one) => one !== key));
    if (crs === OTHER) {
      this.others = new Set([...this.others, key]);
      return;
    }
    const choice = withSystem(this.choice, given, crs || null);
    const controls =
      crs === LOCAL && !choice.controls.length ? [NO_CONTROL, NO_CONTROL, NO_CONTROL] : choice.controls;
    this.change({ ...choice, controls });
  }

  private code(given: Given[], text: string): void {
    const digits = text.normalize("NFKC").replace(/\D/g, "");
    this.change(withSystem(this.choice, given, digits ? `EPSG:${digits}` : null));
  }

  /** What agrees at first is chosen once; later only a person takes it together or apart. */
  protected override willUpdate(): void {
    if (!this.hasUpdated) this.isSame = agree(this.job, this.choice);
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
    this.change({ controls: withControl(controls, at, rounded), accepts_fit: false });
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

const keyOf = (given: Given[]): string => given.map(({ file, layer }) => `${file} ${layer}`).join();

/** Of a grid that can't be fitted yet nothing is drawn. */
function withoutLocal(given: Given): Given {
  return given.crs === LOCAL ? { ...given, crs: null } : given;
}

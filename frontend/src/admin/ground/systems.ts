import { html, nothing, type TemplateResult } from "lit";
import { type MessageKey, t } from "../../i18n";
import { SYSTEM_NAMES } from "../import/positionstep";
import { partName } from "./filesstep";
import { type Given, type GroundJob, isCertain, type Layer, layerOf } from "./model";

/** Values of the choice beside the systems themselves. */
export const LOCAL = "LOCAL";
export const OTHER = "OTHER";

const ALWAYS = ["WGS84", "GCJ02", "BD09"];

export interface SystemEvents {
  /** A system, OTHER, or nothing to take the files at their word. */
  onChoose(crs: string): void;
  /** The number of a system that isn't offered. */
  onCode(text: string): void;
}

/**
 * The coordinate system of layers that stand in the same one.
 *
 * @param given at least one, all with the same system
 * @param wantsCode whether a number is asked for that isn't given yet
 * @param isBare whether nothing of them can be drawn in it
 */
export function systemView(
  job: GroundJob,
  given: Given[],
  wantsCode: boolean,
  isBare: boolean,
  events: SystemEvents,
): TemplateResult {
  const layers = given.map((one) => layerOf(job, one)).filter((layer) => layer !== undefined);
  const [{ crs, part }] = given;
  const stated = [...new Set(layers.map((layer) => layer.crs))];
  const certain = layers.every(isCertain);
  const offered = offeredSystems(layers);
  const isOther = wantsCode || (crs !== null && crs !== LOCAL && !offered.includes(crs));
  const chosen = (one: string) => crs === one && !isOther;
  const isOpen = crs === null && !isOther;
  return html`<fieldset class="ground-system" data-part=${given.length > 1 ? "all" : part}>
    <legend>${given.map((one) => partName(one.part)).join(", ")}
      ${given.length === 1 ? html`<small>${layers[0]?.name}</small>` : nothing}</legend>
    ${isOpen && !certain ? html`<p class="notice">${t("admin.ground.crs.doubt")}</p>` : nothing}
    <label>${t("admin.import.crs")}
      <select name="crs" @change=${(event: Event) => events.onChoose((event.target as HTMLSelectElement).value)}>
        ${
          certain
            ? html`<option value="" .selected=${isOpen}>${t("admin.ground.crs.stated", { crs: stated.join(", ") })}</option>`
            : html`<option value="" disabled .selected=${isOpen}>${t("admin.import.kind.choose")}</option>`
        }
        ${offered.map((one) => html`<option value=${one} .selected=${chosen(one)}>${SYSTEM_NAMES[one] ?? one}${why(layers, one)}</option>`)}
        <option value=${OTHER} .selected=${isOther}>${t("admin.import.crs.other")}</option>
        <option value=${LOCAL} .selected=${chosen(LOCAL)}>${t("admin.ground.crs.local")}</option>
      </select></label>
    ${
      isOther
        ? html`<label>${t("admin.ground.crs.epsg")}
          <input name="epsg" inputmode="numeric" placeholder="4547" .value=${(crs ?? "").replace("EPSG:", "")}
            @change=${(event: Event) => events.onCode((event.target as HTMLInputElement).value)} /></label>`
        : nothing
    }
    ${isBare && crs !== null && crs !== LOCAL ? html`<p class="hint">${t("admin.ground.sample.none")}</p>` : nothing}
  </fieldset>`;
}

/** What the coordinates look like, and what is met everywhere; the files' own word stands apart. */
function offeredSystems(layers: Layer[]): string[] {
  const guessed = layers.flatMap((layer) => layer.guess.candidates.map(({ crs }) => crs));
  return [...new Set([...guessed, ...ALWAYS])].filter((crs) => !layers.every((layer) => layer.crs === crs));
}

function why(layers: Layer[], crs: string): string {
  const found = layers.flatMap((layer) => layer.guess.candidates).find((one) => one.crs === crs);
  return found ? ` (${t(`import.crs.${found.why.toLowerCase()}` as MessageKey)})` : "";
}

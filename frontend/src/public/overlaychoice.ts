import { html, nothing, type TemplateResult } from "lit/html.js";
import { language, type MessageKey, t } from "../i18n";
import { localName } from "../map/place";
import type { Actions } from "./actions";
import { countKinds } from "./facets";
import { findOverlay, type Overlay } from "./overlay";
import type { State } from "./state";

/** How each state of a street is drawn; the words are the visitor's. */
const LINES: { state: string; words: MessageKey; onlyAtNight?: boolean }[] = [
  { state: "covered", words: "overlay.covered" },
  { state: "night", words: "overlay.night", onlyAtNight: true },
  { state: "uncovered", words: "overlay.uncovered" },
  { state: "outside", words: "overlay.outside" },
];

/** Which coverage lies on the map, and what its lines mean. */
export function overlayChoice(state: State, actions: Actions): TemplateResult {
  const here = countKinds(state.points);
  const overlays = state.overlays?.filter(({ kinds }) => kinds.some((kind) => here.has(kind)));
  return html`<fieldset class="overlay">
    <legend>${t("overlay.choose")}</legend>
    ${
      state.overlayTrouble === "failed"
        ? html`<p class="warn" role="alert">${t("overlay.failed")}
            <button type="button" class="way" @click=${actions.listOverlays}>${t("error.retry")}</button></p>`
        : !overlays
          ? html`<p role="status">${t("overlay.loading")}</p>`
          : overlays.length === 0
            ? html`<p>${t("overlay.unpublished")}</p>`
            : html`${choice(null, t("overlay.none_chosen"), state, actions)}
                ${overlays.map((one) => choice(one, overlayName(one), state, actions))}`
    }
    ${overlayLines(state)}
  </fieldset>`;
}

export function overlayName({ names, standard }: Overlay): string {
  return localName({ names }, language()) ?? names.en ?? standard;
}

function choice(one: Overlay | null, name: string, state: State, actions: Actions): TemplateResult {
  const standard = one?.standard ?? null;
  return html`<label class="overlay-one"><input type="radio" name="overlay" .checked=${state.overlay === standard}
    @change=${() => actions.showOverlay(standard)} /><span>${name}</span></label>`;
}

/** The legend of what is shown. */
function overlayLines(state: State): TemplateResult | typeof nothing {
  const shown = findOverlay(state);
  if (!shown) return nothing;
  return html`<ul class="overlay-lines">
      ${LINES.filter(({ onlyAtNight }) => shown.night || !onlyAtNight).map(
        ({ state: line, words }) =>
          html`<li><span class="overlay-line overlay-${line}"></span>${t(line === "covered" && !shown.night ? "overlay.reached" : words)}</li>`,
      )}
    </ul>
    <p class="quiet">${t("overlay.note")}</p>`;
}

import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { html, nothing, type TemplateResult } from "lit/html.js";
import { language, type MessageKey, t } from "../i18n";
import { localName, type PlaceInfo } from "../map/place";
import { type PointState, signSvg } from "../map/sign";
import { offlineBar, offlineView, updateNotice } from "../offline/view";
import type { Actions } from "./actions";
import { countKinds } from "./facets";
import { onlineChoice } from "./onlinechoice";
import { overlayChoice } from "./overlaychoice";
import { hasNoNetwork, type State } from "./state";
import { kindName } from "./words";

/** What must be said before anything else: fictitious data, a lost connection, no place yet. */
export function placeNotices(state: State, actions: Actions): TemplateResult {
  return html`
    ${(state.place?.schematic ?? state.schematic) ? html`<p class="schematic">${t("site.schematic")}</p>` : nothing}
    ${state.offline ? updateNotice(state.offline) : nothing}
    ${state.offline && state.points ? offlineBar(state.offline, state.place, state.failure, () => actions.retry()) : nothing}
    ${
      state.failure && !state.points
        ? html`<div class="failure" role="alert">
          <p>${t(failureWords(state))}</p>
          <button type="button" class="way" @click=${() => actions.retry()}>${t("error.retry")}</button>
        </div>`
        : nothing
    }
    ${state.points && !state.place ? html`<p class="empty">${t("place.none")}</p>` : nothing}`;
}

/** Of a page without points; what one with points lacks is said by the offline bar. */
function failureWords({ failure }: State): MessageKey {
  return failure === "offline" ? "error.nothing_offline" : "error.nothing";
}

/** The privacy line stands where it is doubted, with the way to check it. */
export function panelFoot(state: State, actions: Actions): TemplateResult {
  const lang = `lang=${language()}`;
  const { place } = state;
  return html`<footer class="foot">
    ${state.offline ? offlineView(state.offline, place, state.places) : nothing}
    <p>${t("site.privacy")} <a href="/privacy?${lang}">${t("foot.check")}</a></p>
    ${hasNoNetwork(state) ? nothing : html`<p class="foot-links"><a href="/report?${place ? `place=${place.id}&` : ""}${lang}">${t("nav.report")}</a></p>`}
    ${
      place && state.points?.length
        ? html`<p class="foot-tools">
              <button type="button" class="way" @click=${actions.shareView}>${t("foot.share")}</button>
              <button type="button" class="way" @click=${actions.printSheet}>${t("foot.print")}</button>
            </p>
            ${hasNoNetwork(state) ? nothing : openData(place)}`
        : nothing
    }
    ${siteLines()}
    ${place?.attribution ? html`<p class="quiet">${place.attribution}${place.licence ? ` · ${place.licence}` : nothing}</p>` : nothing}
  </footer>`;
}

function openData(place: PlaceInfo): TemplateResult {
  const data = (ending: string) => `/api/places/${place.id}/points.${ending}?lang=${language()}`;
  return html`<p class="foot-links">${t("foot.data", { place: localName(place, language()) ?? place.name })}
    <a href=${data("geojson")} download>GeoJSON</a> <a href=${data("csv")} download>CSV</a></p>`;
}

let written: Node | null | undefined;

/** Whose site it is and its records, as the server wrote them into the page. */
function siteLines(): Node | typeof nothing {
  if (written === undefined) {
    const template = document.getElementById("site-lines");
    written = template instanceof HTMLTemplateElement ? template.content.firstElementChild : null;
  }
  return written ?? nothing;
}

const STATES: PointState[] = ["open", "closed", "unknown", "out_of_service", "planned"];

/** What the signs mean: the kinds that are here, and their states. */
export function legend(state: State, actions: Actions): TemplateResult | typeof nothing {
  const here = countKinds(state.points);
  const kinds = state.kinds.filter((kind) => here.has(kind.id));
  if (kinds.length === 0) return nothing;
  const stateWords: Record<PointState, string> = {
    open: t("point.open"),
    closed: t("point.closed"),
    unknown: t("point.hours_unknown"),
    out_of_service: t("point.out_of_service"),
    planned: t("point.planned"),
  };
  return html`<details class="legend-box" @toggle=${actions.listOverlays}>
    <summary>${t("legend.title")}</summary>
    ${overlayChoice(state, actions)}
    ${onlineChoice(state, actions)}
    <ul>
      ${kinds.map((kind) => html`<li>${unsafeHTML(signSvg(kind.id, "open", 22))}${kindName(state.kinds, kind.id)}</li>`)}
    </ul>
    <ul>
      ${STATES.map((one) => html`<li>${unsafeHTML(signSvg(kinds[0].id, one, 22))}${stateWords[one]}</li>`)}
    </ul>
  </details>`;
}

import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { html, nothing, type TemplateResult } from "lit/html.js";
import { t } from "../i18n";
import { signSvg } from "../map/sign";
import type { Actions } from "./actions";
import type { Kind } from "./directory";
import type { Found } from "./search";
import type { State } from "./state";
import { kindName, pointTitle, whereLine } from "./words";

/** What a search found: points open, streets and addresses become the spot to start from. */
export function foundView(state: State, actions: Actions): TemplateResult {
  if (state.found.length === 0) {
    if (!state.index) return withoutStreets(state, actions);
    return html`<div class="empty"><p>${t("search.none", { query: state.query })}</p>
      <p class="quiet">${t("search.hint")}</p></div>`;
  }
  return html`<h2 class="list-title">${t("search.count", { n: state.found.length })}</h2>
    ${state.indexFailed ? withoutStreets(state, actions) : nothing}
    <ul class="rows found" @keydown=${actions.moveInResults}>${state.found.map((found) => foundRow(found, state.kinds, actions))}</ul>`;
}

/** "Nothing found" would not be true of what has not been looked through. */
function withoutStreets({ indexFailed }: State, actions: Actions): TemplateResult {
  if (!indexFailed) return html`<p class="empty" role="status">${t("search.coming")}</p>`;
  return html`<div class="empty" role="alert"><p>${t("search.no_streets")}</p>
    <div class="ways">
      <button type="button" class="way" @click=${actions.searchFocused}>${t("error.retry")}</button>
      <button type="button" class="way" @click=${actions.pickOnMap}>${t("origin.tap")}</button>
    </div></div>`;
}

function foundRow(found: Found, kinds: Kind[], actions: Actions): TemplateResult {
  if (found.type === "point") {
    const { point } = found;
    const title = pointTitle(point, kinds);
    const kind = kindName(kinds, point.kind);
    return html`<li><button type="button" class="row" @click=${() => actions.take(found)}>
      ${unsafeHTML(signSvg(point.kind, "open", 40))}
      <span class="row-words"><span class="row-title">${title}</span>
        <span class="row-where">${[title === kind ? undefined : kind, whereLine(point)].filter(Boolean).join(" · ")}</span></span>
    </button></li>`;
  }
  return html`<li><button type="button" class="row" @click=${() => actions.take(found)}>
    <span class="row-pin" aria-hidden="true"></span>
    <span class="row-words"><span class="row-title">${found.entry.name}</span>
      <span class="row-where">${t(found.type === "street" ? "search.street" : "search.address")} · ${t("search.start_here")}</span></span>
  </button></li>`;
}

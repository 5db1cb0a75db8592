import { html, nothing, type TemplateResult } from "lit/html.js";
import { language, t } from "../i18n";
import { localName } from "../map/place";
import type { Actions } from "./actions";
import { languageMenu } from "./languagemenu";
import type { State } from "./state";

/** Search, place and language: what stands above everything else. */
export function topView(state: State, actions: Actions): TemplateResult {
  const { place } = state;
  return html`
    <form class="search" role="search" @submit=${(event: Event) => {
      event.preventDefault();
      actions.takeFirst();
    }}>
      <svg class="search-icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 21 21" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg>
      <input type="search" name="q" autocomplete="off" spellcheck="false" enterkeyhint="search"
        aria-label=${t("search.label")} placeholder=${t("search.label")} .value=${state.query}
        @focus=${() => actions.searchFocused()} @keydown=${actions.moveInResults}
        @input=${(event: Event) => actions.search((event.target as HTMLInputElement).value)} />
      ${state.query ? html`<button type="button" class="clear" aria-label=${t("search.clear")} @click=${() => actions.search("")}>×</button>` : nothing}
    </form>
    ${languageMenu()}
    ${
      state.places.length > 1
        ? html`<label class="place-switch"><span class="hidden">${t("place.label")}</span>
          <select @change=${(event: Event) => {
            const id = (event.target as HTMLSelectElement).value;
            location.assign(`/?place=${id}&lang=${language()}`);
          }}>${state.places.map(
            (one) =>
              html`<option value=${one.id} ?selected=${one.id === place?.id}>${localName(one, language())}</option>`,
          )}</select></label>`
        : nothing
    }`;
}

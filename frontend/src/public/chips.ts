import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { html, nothing, type TemplateResult } from "lit/html.js";
import { t } from "../i18n";
import { signSvg } from "../map/sign";
import type { Actions } from "./actions";
import type { Facets } from "./facets";
import { isFiltering } from "./filters";
import type { State } from "./state";
import { kindName, levelWord } from "./words";

/**
 * Filters as chips, each with how many points it would leave; kinds and floors that the place has none of are left out. On
 * a phone the kinds wait behind "more", those that are chosen apart.
 */
export function filterChips(state: State, facets: Facets, actions: Actions): TemplateResult | typeof nothing {
  if (state.points?.length === 0) return nothing;
  const kinds = state.kinds.filter(({ id }) => facets.kinds.has(id) || state.chosenKinds.includes(id));
  return html`<div class="chips" role="group" aria-label=${t("list.filters")} ?data-open=${state.moreChips}>
    ${
      state.listing || isFiltering(state)
        ? html`<button type="button" class="chip chip-back" @click=${actions.showStart}>${t("list.back")}</button>`
        : nothing
    }
    ${chip(t("list.open_now"), facets.open, state.openOnly, "", actions.toggleOpenOnly)}
    ${kinds.map(({ id }) => {
      const chosen = state.chosenKinds.includes(id);
      const words = html`${unsafeHTML(signSvg(id, "open", 24))}${kindName(state.kinds, id)}`;
      const place = chosen ? "" : "chip-more";
      return chip(words, facets.kinds.get(id) ?? 0, chosen, place, () => actions.toggleKind(id));
    })}
    ${furtherChips(state, facets, actions)}
    <button type="button" class="chip chip-unfold" aria-expanded=${state.moreChips} @click=${actions.toggleMoreChips}>
      ${t(state.moreChips ? "filter.fewer" : "filter.more")}
    </button>
    ${
      isFiltering(state)
        ? html`<button type="button" class="chip chip-clear" @click=${actions.clearFilters}>${t("filter.clear")}</button>`
        : nothing
    }
  </div>`;
}

/** The filters that few need: round the clock, without steps, floor. */
function furtherChips(state: State, facets: Facets, actions: Actions): TemplateResult {
  const place = (on: boolean) => (on ? "" : "chip-more");
  const { alwaysOnly, stepFreeOnly, level } = state;
  return html`
    ${chip(t("filter.always"), facets.always, alwaysOnly, place(alwaysOnly), actions.toggleAlwaysOnly)}
    ${chip(t("filter.step_free"), facets.stepFree, stepFreeOnly, place(stepFreeOnly), actions.toggleStepFreeOnly)}
    ${
      facets.levels.length === 0 && level === null
        ? nothing
        : html`<span class="chip chip-select ${place(level !== null)}" ?data-on=${level !== null}>
          <select aria-label=${t("filter.level")} @change=${(event: Event) => actions.setLevel((event.target as HTMLSelectElement).value || null)}>
            <option value="" ?selected=${level === null}>${t("filter.any_level")}</option>
            ${(
              facets.levels.some(([one]) => one === level) || level === null
                ? facets.levels
                : [[level, 0] as const, ...facets.levels]
            ).map(
              ([one, count]) =>
                html`<option value=${one} ?selected=${one === level}>${levelWord(one)} (${count})</option>`,
            )}
          </select>
        </span>`
    }`;
}

function chip(
  words: string | TemplateResult,
  count: number,
  on: boolean,
  place: string,
  toggle: () => void,
): TemplateResult {
  return html`<button type="button" class="chip ${place}" aria-pressed=${on} @click=${toggle}>
    ${words} <span class="chip-count">${spaced(count)}</span>
  </button>`;
}

/** 2 049, without the browser's own formats: to load them takes as long as the whole panel. */
function spaced(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, "\u2009");
}

import { html, nothing, type TemplateResult } from "lit/html.js";
import { t } from "../i18n";
import type { Actions } from "./actions";
import type { Ranked } from "./nearest";
import { originBar, straightNote } from "./originbar";
import { rowView } from "./row";
import type { State } from "./state";
import { kindName } from "./words";

export function skeleton(): TemplateResult {
  return html`<div class="skeleton" role="status" aria-label=${t("list.loading")}>
    ${[1, 2, 3, 4].map(() => html`<div class="skeleton-row"><i></i><b></b><u></u></div>`)}
  </div>`;
}

/** The ranked list; the same without the map as with it. */
export function listView(state: State, ranked: Ranked[], actions: Actions): TemplateResult {
  const shown = ranked.slice(0, state.rows);
  return html`
    ${originBar(state, actions)}
    ${
      state.points === null
        ? state.failure
          ? nothing
          : skeleton()
        : ranked.length === 0
          ? emptyList(state, actions)
          : html`${
              state.need
                ? nothing
                : html`<h2 class="list-title">${t(state.origin ? "list.nearest_first" : "list.count", { n: ranked.length })}</h2>`
            }
            ${straightNote(state)}
            <ul class="rows">${shown.map((one) => rowView(one, state, actions))}</ul>
            ${
              ranked.length > shown.length
                ? html`<button type="button" class="more" @click=${() => actions.showMore()}>
                  ${t("list.more", { n: ranked.length - shown.length })}
                </button>`
                : nothing
            }`
    }`;
}

function emptyList(state: State, actions: Actions): TemplateResult {
  if (state.points?.length === 0) return html`<p class="empty">${t("list.none_in_place")}</p>`;
  const name = state.chosenKinds.length === 1 ? kindName(state.kinds, state.chosenKinds[0]) : undefined;
  const noneAtAll = !state.points?.some(
    (point) => !state.chosenKinds.length || state.chosenKinds.includes(point.kind),
  );
  return html`<div class="empty">
    <p>${noneAtAll && name ? t("list.none_of_kind", { kind: name }) : t("list.none")}</p>
    ${state.openOnly && !noneAtAll ? html`<button type="button" class="way" @click=${() => actions.toggleOpenOnly()}>${t("list.also_closed")}</button>` : nothing}
    <button type="button" class="way" @click=${() => actions.showStart()}>${t("list.all_kinds")}</button>
  </div>`;
}

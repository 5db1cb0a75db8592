import { guard } from "lit/directives/guard.js";
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Actions } from "./actions";
import { filterChips } from "./chips";
import { detailsView } from "./details";
import { emergencyView } from "./emergency";
import { isFiltering } from "./filters";
import { foundView } from "./foundlist";
import { panelFoot, placeNotices } from "./frame";
import { listView } from "./list";
import { originBar } from "./originbar";
import type { Ranking } from "./ranking";
import { startView } from "./start";
import type { State } from "./state";

/**
 * The panel, from above: notices (frame.ts; what is said of lost connections and new versions too), then one of details,
 * search results, or start and list, then the foot.
 */
export function panelView(state: State, ranking: Ranking, actions: Actions): TemplateResult {
  const shown = guard(causes(state, ranking), () => middle(state, ranking, actions));
  return html`${placeNotices(state, actions)}${shown}${panelFoot(state, actions)}`;
}

/** All that the middle follows from. What is kept for offline is told file by file, and says nothing there. */
function causes({ offline, ...state }: State, { all, listed, facets }: Ranking): unknown[] {
  return [...Object.values(state), all, listed, facets];
}

function middle(state: State, ranking: Ranking, actions: Actions): TemplateResult | typeof nothing {
  if (state.points && !state.place) return nothing;
  if (state.picking) return originBar(state, actions);
  const chosen = ranking.find(state.selected);
  if (chosen) return detailsView(chosen, state, ranking, actions);
  if (state.query) return foundView(state, actions);
  if (state.need) return emergencyView(state, ranking, actions);
  const listing = state.listing || isFiltering(state);
  return html`
    ${listing ? nothing : startView(state, actions)}
    <div class=${listing ? "" : "from-half"}>
      ${filterChips(state, ranking.facets, actions)}
      ${listView(state, ranking.listed, actions)}
    </div>`;
}

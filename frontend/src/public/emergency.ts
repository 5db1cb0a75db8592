import { html, type TemplateResult } from "lit/html.js";
import { t } from "../i18n";
import type { Actions } from "./actions";
import { adviceView } from "./advice";
import { listView } from "./list";
import type { Ranking } from "./ranking";
import type { State } from "./state";
import { kindName } from "./words";

/** After one tap on the opening screen: what to do, and the nearest usable ones; filters stand aside. */
export function emergencyView(state: State, ranking: Ranking, actions: Actions): TemplateResult {
  const { need } = state;
  if (!need) return html``;
  return html`
    <header class="need-head">
      <button type="button" class="need-back" aria-label=${t("list.back")} @click=${() => actions.showStart()}></button>
      <h2 tabindex="-1">${t("need.nearest", { kind: shortName(state) })}</h2>
      <button type="button" class="way way-quiet" @click=${() => actions.showFilters()}>${t("need.filters")}</button>
    </header>
    ${adviceView(need, state, ranking)}
    ${listView(state, ranking.listed, actions)}`;
}

/** As the button said it. */
function shortName({ chosenKinds, kinds }: State): string {
  switch (chosenKinds[0]) {
    case "aed":
      return t("start.aed");
    case "fire_extinguisher":
      return t("need.fire_extinguisher");
    case "micro_fire_station":
      return t("need.micro_fire_station");
    default:
      return kindName(kinds, chosenKinds[0]);
  }
}

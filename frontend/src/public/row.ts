import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { html, nothing, type TemplateResult } from "lit/html.js";
import { t } from "../i18n";
import { signSvg } from "../map/sign";
import type { Actions } from "./actions";
import { wallClock } from "./hours";
import type { Ranked } from "./nearest";
import { walkMinutes } from "./routewords";
import type { State } from "./state";
import {
  accessWord,
  cautions,
  distance,
  inLanguage,
  kindName,
  nextChange,
  pointTitle,
  stateWord,
  whereLine,
} from "./words";

/** "Open now until 22:00", "Closed now opens Mon 08:00", "Hours unknown"; nothing where hours mean nothing. */
export function stateBadge(ranked: Ranked, state: State): TemplateResult | typeof nothing {
  const word = stateWord(ranked.state, ranked.hours);
  if (!word) return nothing;
  const changes = (ranked.state === "open" || ranked.state === "closed") && ranked.hours.until;
  const next = changes ? nextChange(ranked.hours, wallClock(state.now, state.place?.zone ?? "UTC")) : "";
  return html`<span class="badge badge-${ranked.state}">${word}${
    next ? html` <span class="badge-next">${next}</span>` : nothing
  }</span>`;
}

/** Minutes on foot with the metres beneath, or a straight line that says so. */
export function farView({ walk, metres }: Ranked): TemplateResult | typeof nothing {
  if (walk) {
    return html`<span class="row-distance"><b>${t("walk.min", { n: walkMinutes(walk.ms) })}</b>
      <small>${distance(walk.metres)}</small></span>`;
  }
  if (metres === undefined) return nothing;
  return html`<span class="row-distance row-straight"><b>${distance(metres)}</b> <small>${t("walk.straight")}</small></span>`;
}

/** One point in the list: what, where exactly, whether one gets at it now, how long it takes. */
export function rowView(ranked: Ranked, state: State, actions: Actions): TemplateResult {
  const { point } = ranked;
  const title = pointTitle(point, state.kinds);
  const kind = kindName(state.kinds, point.kind);
  const kindLine = title === kind || state.chosenKinds.length === 1 ? undefined : kind;
  const barred = point.access === "private" || point.access === "no" ? accessWord(point.access) : undefined;
  const care = state.need ? cautions(point, state.kinds) : [];
  const toOpen = state.need ? inLanguage(point.how_to_open) : undefined;
  return html`<li>
    <button type="button" class="row" ?data-unusable=${!ranked.usable} @click=${() => actions.select(point.id)}>
      ${unsafeHTML(signSvg(point.kind, ranked.state, 40))}
      <span class="row-words">
        <span class="row-title">${title}</span>
        <span class="row-where">${[kindLine, ...care.map(({ what }) => what), whereLine(point)].filter(Boolean).join(" · ")}</span>
        ${toOpen ? html`<span class="row-open">${t("row.open_it", { how: toOpen })}</span>` : nothing}
        ${care.map(({ words }) => html`<span class="row-open">${t("point.warning", { text: words })}</span>`)}
        <span class="row-state">${stateBadge(ranked, state)}${barred ? html`<span class="badge">${barred}</span>` : nothing}</span>
      </span>
      ${farView(ranked)}
    </button>
  </li>`;
}

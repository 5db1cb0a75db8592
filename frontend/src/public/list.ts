import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { html, nothing, type TemplateResult } from "lit/html.js";
import { t } from "../i18n";
import { signSvg } from "../map";
import type { Actions } from "./actions";
import { wallClock } from "./hours";
import type { Ranked } from "./nearest";
import { originBar } from "./originbar";
import type { State } from "./state";
import { accessWord, distance, kindName, nextChange, pointTitle, stateWord, whereLine } from "./words";

export function stateBadge(ranked: Ranked, state: State): TemplateResult | typeof nothing {
  const word = stateWord(ranked.state, ranked.hours);
  if (!word) return nothing;
  const wall = wallClock(state.now, state.place?.zone ?? "UTC");
  const next = ranked.state === "open" || ranked.state === "closed" ? nextChange(ranked.hours, wall) : "";
  return html`<span class="badge badge-${ranked.state}">${word}${
    next ? html` <span class="badge-next">${next}</span>` : nothing
  }</span>`;
}

function row(ranked: Ranked, state: State, actions: Actions): TemplateResult {
  const { point } = ranked;
  const title = pointTitle(point, state.kinds);
  const kind = kindName(state.kinds, point.kind);
  const barred = point.access === "private" || point.access === "no" ? accessWord(point.access) : undefined;
  return html`<li>
    <button type="button" class="row" ?data-unusable=${state.origin !== null && !ranked.usable}
      @click=${() => actions.select(point.id)}>
      ${unsafeHTML(signSvg(point.kind, ranked.state, 40))}
      <span class="row-words">
        <span class="row-title">${title}</span>
        <span class="row-where">${[title === kind ? undefined : kind, whereLine(point)].filter(Boolean).join(" · ")}</span>
        <span class="row-state">${stateBadge(ranked, state)}${barred ? html`<span class="badge">${barred}</span>` : nothing}</span>
      </span>
      ${ranked.metres === undefined ? nothing : html`<span class="row-distance">${distance(ranked.metres)}</span>`}
    </button>
  </li>`;
}

export function skeleton(): TemplateResult {
  return html`<div class="skeleton" role="status" aria-label=${t("list.loading")}>
    ${[1, 2, 3, 4].map(() => html`<div class="skeleton-row"><i></i><b></b></div>`)}
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
          : html`<h2 class="list-title">${t(state.origin ? "list.nearest_first" : "list.count", { n: ranked.length })}</h2>
            ${state.origin ? html`<p class="quiet">${t("origin.straight")}</p>` : nothing}
            <ul class="rows">${shown.map((one) => row(one, state, actions))}</ul>
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

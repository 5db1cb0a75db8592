import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { html, nothing, type TemplateResult } from "lit/html.js";
import { t } from "../i18n";
import { signSvg } from "../map";
import type { Actions } from "./actions";
import type { Kind } from "./directory";
import { wallClock } from "./hours";
import type { Ranked } from "./nearest";
import type { Found } from "./search";
import type { State } from "./state";
import { accessWord, distance, kindName, nextChange, pointTitle, stateWord, whereLine } from "./words";

/** Chips that filter by kind and by "open now"; kinds that the place has none of are left out. */
export function filterChips(state: State, actions: Actions): TemplateResult | typeof nothing {
  const here = new Set(state.points?.map((point) => point.kind));
  const kinds = state.kinds.filter((kind) => here.has(kind.id) || state.chosenKinds.includes(kind.id));
  if (state.points?.length === 0) return nothing;
  return html`<div class="chips" role="group" aria-label=${t("list.filters")}>
    ${
      state.listing || state.chosenKinds.length || state.openOnly
        ? html`<button type="button" class="chip chip-back" @click=${() => actions.showStart()}>${t("list.back")}</button>`
        : nothing
    }
    <button type="button" class="chip" aria-pressed=${state.openOnly} @click=${() => actions.toggleOpenOnly()}>
      ${t("list.open_now")}
    </button>
    ${kinds.map(
      (kind) =>
        html`<button type="button" class="chip" aria-pressed=${state.chosenKinds.includes(kind.id)}
          @click=${() => actions.toggleKind(kind.id)}>
          ${unsafeHTML(signSvg(kind.id, "open", 24))}${kindName(state.kinds, kind.id)}
        </button>`,
    )}
  </div>`;
}

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

/** Where distances count from, or the three ways to say so. */
export function originBar(state: State, actions: Actions): TemplateResult {
  const { origin, locating } = state;
  if (state.picking) {
    return html`<div class="notice" role="status">
      <p>${t("origin.tap_now")}</p>
      <div class="ways">
        <button type="button" class="way" @click=${() => actions.pickMiddle()}>${t("origin.middle")}</button>
        <button type="button" class="way" @click=${() => actions.stopPicking()}>${t("word.cancel")}</button>
      </div>
    </div>`;
  }
  if (origin) {
    const from =
      origin.from === "device"
        ? t("origin.from_device")
        : origin.from === "tap"
          ? t("origin.from_tap")
          : t("origin.from_search", { label: origin.label ?? "" });
    const vague = origin.accuracyM > 2000;
    return html`<div class="origin">
      <p class="origin-line"><span class="spot spot-small"></span><span>${from}</span>
        <button type="button" class="way" @click=${() => actions.pickOnMap()}>${t("origin.change")}</button></p>
      ${vague ? html`<p class="warn">${t("origin.vague", { distance: distance(origin.accuracyM) })}</p>` : nothing}
      ${origin.from === "device" ? nothing : html`<div class="ways"><button type="button" class="way" @click=${() => actions.locate()}>${t("origin.device")}</button></div>`}
    </div>`;
  }
  const trouble =
    locating === "denied"
      ? t("origin.denied")
      : locating === "timeout"
        ? t("origin.timeout")
        : locating === "unavailable"
          ? t("origin.unavailable")
          : undefined;
  return html`<div class="notice">
    ${locating === "asking" ? html`<p role="status">${t("origin.asking")}</p>` : nothing}
    ${trouble ? html`<p class="warn" role="alert">${trouble}</p>` : nothing}
    ${locating === "idle" ? html`<p>${t("origin.ask")}</p>` : nothing}
    <div class="ways">
      ${locating === "asking" ? nothing : html`<button type="button" class="way way-first" @click=${() => actions.locate()}>${trouble ? t("origin.again") : t("origin.device")}</button>`}
      <button type="button" class="way" @click=${() => actions.pickOnMap()}>${t("origin.tap")}</button>
    </div>
    <p class="quiet">${t("origin.or_search")}</p>
  </div>`;
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

/** What a search found: points open, streets and addresses become the spot to start from. */
export function searchView(state: State, actions: Actions): TemplateResult {
  if (state.found.length === 0) {
    return html`<div class="empty"><p>${t("search.none", { query: state.query })}</p></div>`;
  }
  return html`<h2 class="list-title">${t("search.count", { n: state.found.length })}</h2>
    <ul class="rows">${state.found.map((found) => foundRow(found, state.kinds, actions))}</ul>`;
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

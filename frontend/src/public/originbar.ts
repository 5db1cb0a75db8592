import { html, nothing, type TemplateResult } from "lit/html.js";
import { language, type MessageKey, t } from "../i18n";
import { localName } from "../map/place";
import type { Actions } from "./actions";
import { isFarAway, isVague, metresOutside } from "./position";
import type { Locating, State } from "./state";
import { distance } from "./words";

const TROUBLE: Partial<Record<Locating, [title: MessageKey, wayOn: MessageKey]>> = {
  denied: ["origin.denied", "origin.denied_way"],
  timeout: ["origin.timeout", "origin.timeout_way"],
  unavailable: ["origin.unavailable", "origin.unavailable_way"],
};

/** Where distances count from, or the three ways to say so. */
export function originBar(state: State, actions: Actions): TemplateResult {
  if (state.picking) return pickingView(actions);
  if (state.locating === "asking") {
    return html`<div class="notice notice-asking" role="status">
      <p><span class="spot spot-small spot-asking"></span>${t("origin.asking")}</p>
      <p class="quiet">${t("origin.stays")}</p>
      ${byHand(actions)}
    </div>`;
  }
  const trouble = TROUBLE[state.locating];
  if (trouble) {
    return html`<div class="notice notice-trouble" role="alert">
      <p><b>${t(trouble[0])}</b></p>
      <p>${t(trouble[1])}</p>
      ${byHand(actions, state.locating === "denied" ? "first" : "after")}
      ${state.origin ? fromLine(state, actions) : nothing}
    </div>`;
  }
  if (!state.origin) {
    return html`<div class="notice">
      <p>${t("origin.ask")}</p>
      ${byHand(actions, "after")}
    </div>`;
  }
  return html`<div class="origin">${fromLine(state, actions)}${doubts(state, actions)}</div>`;
}

/** The ways that need no permission; with the device's own before or after them. */
function byHand(actions: Actions, device?: "first" | "after"): TemplateResult {
  const again = html`<button type="button" class=${device === "after" ? "way way-first" : "way"}
    @click=${() => actions.locate()}>${t("origin.device")}</button>`;
  return html`<div class="ways">
    ${device === "after" ? again : nothing}
    <button type="button" class=${device === "first" ? "way way-first" : "way"} @click=${() => actions.pickOnMap()}>${t("origin.tap")}</button>
    <button type="button" class="way" @click=${() => actions.typeAddress()}>${t("origin.type")}</button>
    ${device === "first" ? again : nothing}
  </div>`;
}

function pickingView(actions: Actions): TemplateResult {
  return html`<div class="notice notice-picking" role="status">
    <p><b>${t("origin.tap_now")}</b></p>
    <p class="quiet">${t("origin.keys")}</p>
    <div class="ways">
      <button type="button" class="way way-first" @click=${() => actions.pickMiddle()}>${t("origin.middle")}</button>
      <button type="button" class="way" @click=${() => actions.stopPicking()}>${t("word.cancel")}</button>
    </div>
  </div>`;
}

function fromLine({ origin }: State, actions: Actions): TemplateResult | typeof nothing {
  if (!origin) return nothing;
  const from =
    origin.from === "device"
      ? t("origin.from_device")
      : origin.from === "tap"
        ? t("origin.from_tap")
        : t("origin.from_search", { label: origin.label ?? "" });
  return html`<p class="origin-line"><span class="spot spot-small"></span><span>${from}</span>
    ${
      origin.from === "device"
        ? nothing
        : html`<button type="button" class="way way-quiet" @click=${() => actions.locate()}>${t("origin.device")}</button>`
    }
    <button type="button" class="way way-quiet" @click=${() => actions.pickOnMap()}>${t("origin.change")}</button></p>`;
}

/** A position that can't be right, or is of no use here: what it means, and a way on. */
function doubts(state: State, actions: Actions): TemplateResult | typeof nothing {
  const { origin, place } = state;
  if (!origin || !place) return nothing;
  if (isFarAway(origin, place)) {
    const values = {
      distance: distance(metresOutside(origin, place)),
      place: localName(place, language()) ?? place.name,
    };
    return html`<div class="warn" role="alert"><p><b>${t("origin.outside", values)}</b></p>
      <p>${t("origin.outside_way", values)}</p>
      ${state.places.length > 1 ? html`<p>${t("origin.other_place")}</p>` : nothing}
      ${byHand(actions)}</div>`;
  }
  if (isVague(origin)) {
    return html`<div class="warn" role="alert"><p><b>${t("origin.vague", { distance: distance(origin.accuracyM) })}</b></p>
      <p>${t("origin.vague_way")}</p>${byHand(actions)}</div>`;
  }
  return nothing;
}

/** One plain line where walking times are missing; nothing where they are there. */
export function straightNote({ origin, place, walks }: State): TemplateResult | typeof nothing {
  if (!origin || isFarAway(origin, place)) return nothing;
  const known = walks.from === origin;
  if (known && !walks.unlinked) return nothing;
  const words: MessageKey =
    walks.streets === "loading"
      ? "walk.loading"
      : walks.streets === "no_streets"
        ? "walk.no_streets"
        : walks.streets !== "ready"
          ? "walk.missing"
          : known
            ? "walk.unlinked"
            : "walk.measuring";
  return html`<p class="quiet walk-note">${t(words)}</p>`;
}

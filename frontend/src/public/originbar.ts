import { html, nothing, type TemplateResult } from "lit/html.js";
import { t } from "../i18n";
import type { Actions } from "./actions";
import type { State } from "./state";
import { distance } from "./words";

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

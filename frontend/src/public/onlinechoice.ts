import { html, nothing, type TemplateResult } from "lit/html.js";
import { t } from "../i18n";
import type { OnlineTiles } from "../map";
import type { Actions } from "./actions";
import type { State } from "./state";

/** The online layer that the operator offers; null where it offers none. */
export function offeredTiles(): OnlineTiles | null {
  const { onlineLayer } = document.getElementById("map")?.dataset ?? {};
  return onlineLayer ? { id: "tianditu", tiles: onlineLayer.split(" ") } : null;
}

/** Turns it on and off. What its servers then see stands beside it; once a position is known they are asked for only after a second yes. */
export function onlineChoice(state: State, actions: Actions): TemplateResult | typeof nothing {
  if (!offeredTiles()) return nothing;
  const { online, origin } = state;
  return html`<fieldset class="overlay">
    <legend>${t("layer.title")}</legend>
    <label class="overlay-one"><input type="checkbox" .checked=${online !== "off"}
      @change=${(event: Event) => actions.showOnline((event.target as HTMLInputElement).checked)} /><span>${t("layer.tianditu")}</span></label>
    <p class="quiet">${t(origin ? "layer.note_located" : "layer.note")}</p>
    ${
      online === "asked"
        ? html`<button type="button" class="way" @click=${() => actions.showOnline(true)}>${t("layer.on")}</button>`
        : nothing
    }
  </fieldset>`;
}

import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { html, nothing, type TemplateResult } from "lit/html.js";
import { t } from "../i18n";
import { signSvg } from "../map";
import type { Actions } from "./actions";
import { isFiltering } from "./filters";
import type { State } from "./state";
import { kindName } from "./words";

/** Chips that filter by kind and by "open now"; kinds that the place has none of are left out. */
export function filterChips(state: State, actions: Actions): TemplateResult | typeof nothing {
  const here = new Set(state.points?.map((point) => point.kind));
  const kinds = state.kinds.filter((kind) => here.has(kind.id) || state.chosenKinds.includes(kind.id));
  if (state.points?.length === 0) return nothing;
  return html`<div class="chips" role="group" aria-label=${t("list.filters")}>
    ${
      state.listing || isFiltering(state)
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

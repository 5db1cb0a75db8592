import { html, nothing, type TemplateResult } from "lit/html.js";
import { language, t } from "../i18n";
import type { Actions } from "./actions";
import { handOffs } from "./handoff";
import type { Ranked } from "./nearest";
import { hasNoNetwork, type State } from "./state";

/** The address of a point's own page; it says which point, never where the visitor is. */
export function pointAddress(id: string): string {
  return `${location.origin}/p/${encodeURIComponent(id)}?lang=${language()}`;
}

/** Where one goes from a point: share, sign, photo, "something is wrong here", other apps. */
export function pointLinks({ point }: Ranked, title: string, state: State, actions: Actions): TemplateResult {
  const page = `/p/${encodeURIComponent(point.id)}`;
  const lang = `?lang=${language()}`;
  const link = pointAddress(point.id);
  const away = hasNoNetwork(state); // a link would end at the browser's own error page
  const madeUp = state.place?.schematic === true; // nobody can be sent there, and nothing be wrong
  return html`<section class="point-links">
    <div class="ways">
      <button type="button" class="way" @click=${() => actions.share(point.id, title)}>${t("details.share")}</button>
      ${away ? nothing : html`<a class="way" href="${page}/sign${lang}">${t("details.sign")}</a>`}
      ${madeUp || away ? nothing : html`<a class="way" href="${page}/reports${lang}">${t("details.wrong")}</a>`}
    </div>
    ${
      state.shared?.id === point.id
        ? html`<p class="shared" role="status">${t(state.shared.copied ? "details.copied" : "details.copy_by_hand")}
          <input type="text" readonly aria-label=${t("details.link")} .value=${link}
            @focus=${(event: Event) => (event.target as HTMLInputElement).select()} /></p>`
        : nothing
    }
    ${madeUp ? nothing : handOffView(point, title, state)}
    ${
      point.photos?.length
        ? nothing
        : html`<p class="photo-place">${t("details.no_photo")} ${
            madeUp || away ? nothing : html`<a href="${page}/reports${lang}">${t("details.send_photo")}</a>`
          }</p>`
    }
    ${
      away
        ? html`<p class="quiet">${t("details.needs_network")}</p>`
        : html`<p class="details-links"><a href="${page}${lang}">${t("details.own_page")}</a></p>`
    }
  </section>`;
}

function handOffView(point: Ranked["point"], title: string, state: State): TemplateResult {
  return html`<details class="handoff">
    <summary>${t("handoff.title")}</summary>
    <p class="quiet">${t("handoff.note")}</p>
    <div class="ways">${handOffs(point, title, state.place?.country).map(
      ({ app, words, href }) =>
        html`<a class="way" data-app=${app} href=${href} target="_blank" rel="noopener noreferrer">${t(words)}</a>`,
    )}</div>
  </details>`;
}

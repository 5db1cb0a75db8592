import { html, nothing, render, type TemplateResult } from "lit/html.js";
import "./share.css";
import { language, siteTitle, t } from "../../i18n";
import { localName } from "../../map/place";
import type { Stage } from "../stage";
import { embedLines, type MapPart, shareLink } from "./link";

/** What the dialog says beside the texts to copy. */
interface Shown {
  withPart: boolean;
  /** Which text was copied, or could not be. */
  copied: "link" | "embed" | null;
  failed: boolean;
}

/**
 * Opens the dialog that makes links and lines for other pages. The part of the map is offered, and never ticked where a
 * position is known: the map then shows where the visitor is.
 */
export function openShareDialog(stage: Stage): void {
  const dialog = document.createElement("dialog");
  dialog.className = "share";
  dialog.setAttribute("aria-labelledby", "share-title");
  document.body.append(dialog);
  const opener = document.activeElement as HTMLElement | null;
  const shown: Shown = { withPart: false, copied: null, failed: false };
  const part = mapPart(stage);
  const draw = () =>
    render(view(stage, shown, part, { change, copy, send, close: () => dialog.close() }), dialog);
  const change = (change: Partial<Shown>) => {
    Object.assign(shown, { copied: null, failed: false }, change);
    draw();
  };
  const copy = async (field: HTMLInputElement | HTMLTextAreaElement, which: "link" | "embed") => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      change({ copied: which });
    } catch {
      field.select(); // an embedded browser may refuse: the text is marked then
      change({ failed: true });
    }
  };
  const send = (url: string) => {
    navigator.share({ url, title: document.title }).catch(() => {}); // called off by the visitor
  };
  dialog.addEventListener("close", () => {
    dialog.remove();
    opener?.focus();
  });
  draw();
  dialog.showModal();
}

function mapPart({ map }: Stage): MapPart | null {
  if (!map) return null;
  const { lat, lng } = map.map.getCenter().wrap();
  return { lat, lon: lng, zoom: map.map.getZoom() };
}

interface Ways {
  change(part: Partial<Shown>): void;
  copy(field: HTMLInputElement | HTMLTextAreaElement, which: "link" | "embed"): void;
  send(url: string): void;
  close(): void;
}

function view({ state }: Stage, shown: Shown, part: MapPart | null, ways: Ways): TemplateResult {
  const { origin } = location;
  const link = shareLink(origin, state, language(), shown.withPart ? part : null);
  const name = state.place && localName(state.place, language());
  const title = name ? `${siteTitle()} · ${name}` : siteTitle();
  const field = (event: Event) =>
    (event.target as HTMLElement)
      .closest("section")
      ?.querySelector<HTMLInputElement | HTMLTextAreaElement>("[readonly]") as HTMLInputElement;
  const said = (which: "link" | "embed") => (shown.copied === which ? t("share.copied") : "");
  return html`
    <h2 id="share-title" tabindex="-1" autofocus>${t("share.title")}</h2>
    <section>
      <p>${t("share.what")}</p>
      <label class="share-part"><input type="checkbox" .checked=${shown.withPart} ?disabled=${!part}
        @change=${(event: Event) => ways.change({ withPart: (event.target as HTMLInputElement).checked })} />
        <span>${t("share.view")}</span></label>
      ${shown.withPart && state.origin ? html`<p class="warn">${t("share.view_near")}</p>` : nothing}
      <input readonly aria-label=${t("share.link")} .value=${link} />
      <div class="share-ways">
        <button type="button" class="way way-first" @click=${(event: Event) => ways.copy(field(event), "link")}>${t("share.copy")}</button>
        ${"share" in navigator ? html`<button type="button" class="way" @click=${() => ways.send(link)}>${t("share.send")}</button>` : nothing}
        <span role="status">${said("link")}</span>
      </div>
      <p class="quiet">${t("share.never")}</p>
    </section>
    <section>
      <h3>${t("share.embed")}</h3>
      <p>${t("share.embed_what")}</p>
      <textarea readonly rows="4" aria-label=${t("share.embed")} .value=${embedLines(origin, state, language(), title)}></textarea>
      <div class="share-ways">
        <button type="button" class="way" @click=${(event: Event) => ways.copy(field(event), "embed")}>${t("share.copy_embed")}</button>
        <span role="status">${said("embed")}</span>
      </div>
    </section>
    ${shown.failed ? html`<p class="warn" role="alert">${t("share.copy_by_hand")}</p>` : nothing}
    <button type="button" class="way" @click=${ways.close}>${t("share.close")}</button>`;
}

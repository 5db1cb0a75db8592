import { html, type TemplateResult } from "lit/html.js";
import { language, t } from "../i18n";
import type { PlaceInfo } from "../map";
import { keepLanguage } from "./language";

/** The way to the other languages; each is a link, so that it works before the script does. */
export function languageMenu(place: PlaceInfo | null): TemplateResult {
  const other = language() === "en" ? "zh-Hans" : "en";
  return html`<a class="language" href=${`/?${place ? `place=${place.id}&` : ""}lang=${other}`}
    hreflang=${other} lang=${other} @click=${() => keepLanguage(other)}>${t("site.language")}</a>`;
}

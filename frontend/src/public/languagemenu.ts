import { html, type TemplateResult } from "lit/html.js";
import { language, languageNames, t } from "../i18n";

/** The address of this page in another language, with everything else that stands in it. */
export function inOtherLanguage(tag: string): string {
  const words = new URLSearchParams(location.search);
  words.set("lang", tag);
  return `${location.pathname}?${words}${location.hash}`;
}

/** Language and size of type, in one menu of 44 px; device.ts does and keeps what is chosen. */
export function languageMenu(): TemplateResult {
  const large = document.documentElement.dataset.type === "large";
  return html`<details class="device-menu">
    <summary aria-label=${t("menu.label")} title=${t("menu.label")}>
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M3 6h10M8 3.5V6M11 6c-.8 4-3.6 7.4-7.5 9M5 9.5c1.3 2.5 3.7 4.6 6.5 5.7M12.5 20.5 16.5 11l4 9.5M13.8 17.5h5.4" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>
    </summary>
    <div class="device-choices">
      <ul>
        ${languageNames().map(
          ([tag, name]) => html`<li><a href=${inOtherLanguage(tag)} hreflang=${tag} lang=${tag} data-language
            aria-current=${tag === language()}>${name}</a></li>`,
        )}
      </ul>
      <button type="button" class="type-size" data-type-size aria-pressed=${large}>${t("menu.large_type")}</button>
    </div>
  </details>`;
}

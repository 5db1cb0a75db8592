import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { html, nothing, type TemplateResult } from "lit/html.js";
import { inLanguage, t } from "../i18n";
import type { State } from "./state";

/** How a kind of thing is used, step by step, each with its picture once the pictures are there. */
export function howToUse(kind: string, { kinds, pictures }: State): TemplateResult | typeof nothing {
  const known = kinds.find((one) => one.id === kind);
  const steps = known?.how_to_use?.map((step, at) => ({
    words: inLanguage(step),
    picture: pictures?.get(known.how_to_pictures?.[at] ?? ""),
  }));
  if (!steps?.length) return nothing;
  return html`<section class="steps"><h3>${t("details.how_to_use")}</h3>
    <ol>${steps.map(
      ({ words, picture }) =>
        html`<li>${picture ? html`<i class="how-to" aria-hidden="true">${unsafeHTML(picture)}</i>` : nothing}<span>${words}</span></li>`,
    )}</ol>
  </section>`;
}

import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../i18n";
import { timeText } from "../history";
import type { Look } from "./model";

/** An extract of OpenStreetMap says all by itself: what is taken of it, and what is left alone. */
export function extractStep(look: Look, zone: string): TemplateResult {
  return html`<div class="import-extract">
    <p>${t("admin.import.extract")}</p>
    <p>${t("admin.import.extract.rest")}</p>
    <p>${t("admin.import.extract.gone")}</p>
    <dl class="import-said">
      <div><dt>${t("admin.import.source")}</dt><dd>osm</dd></div>
      <div><dt>${t("admin.field.licence")}</dt><dd>ODbL-1.0</dd></div>
      ${look.data_date ? html`<div><dt>${t("admin.import.extract.date")}</dt><dd>${timeText(look.data_date, zone)}</dd></div>` : nothing}
    </dl>
  </div>`;
}

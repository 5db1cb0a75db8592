import { html, nothing, type TemplateResult } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { locale, type MessageKey, t } from "../../i18n";
import { signSvg } from "../../map";
import { stateOf } from "../editormap";
import type { Kind, Status } from "../model";
import type { ProblemId } from "./problems";
import { cellText, type Row, type SortKey } from "./rows";

/** One cell of the table. */
export function cell(row: Row, key: SortKey, kind: Kind | undefined, problems: ProblemId[]): TemplateResult {
  switch (key) {
    case "name":
      return nameCell(row);
    case "status":
      return statusCell(row);
    case "problems":
      return html`<td><span class="two-lines">${
        problems.map((problem) => t(`admin.problem.${problem}` as MessageKey)).join(" · ") || "–"
      }</span></td>`;
    case "changedAt":
      return html`<td>${DAY.format(new Date(row.changedAt))}</td>`;
    default:
      return html`<td><span class="two-lines">${cellText(row, key, kind) || "–"}</span></td>`;
  }
}

const DAY = new Intl.DateTimeFormat(locale(), { dateStyle: "medium" });

function nameCell(row: Row): TemplateResult {
  return html`<td>
    <span class="row-name">${unsafeHTML(signSvg(row.kind, stateOf(row.status as Status), 28))}
      <span><strong>${row.name || row.kindName}</strong><small>${row.name ? row.kindName : row.id}</small></span>
    </span>
  </td>`;
}

function statusCell(row: Row): TemplateResult {
  const isInternal = row.point.properties.visibility === "internal";
  return html`<td>
    <span class="badge badge-${row.status}">${t(`admin.status.${row.status}` as MessageKey)}</span>
    ${isInternal ? html`<span class="badge badge-internal">${t("admin.visibility.internal")}</span>` : nothing}
  </td>`;
}

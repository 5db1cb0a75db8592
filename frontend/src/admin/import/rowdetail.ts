import { html, nothing, type TemplateResult } from "lit";
import { type MessageKey, t } from "../../i18n";
import { textOf } from "../fields";
import type { Kind } from "../model";
import { fieldName } from "./columnsstep";
import { type ImportRow, isTaken } from "./model";
import { problemText } from "./rowstable";

export type Decide = (word: { take?: boolean | null; duty_line?: boolean }) => void;

/** One row of the preview in full, and staff's word on it. */
export function rowDetail(
  row: ImportRow,
  kind: Kind | undefined,
  mayDecide: boolean,
  decide: Decide,
): TemplateResult {
  const confirmed = row.said.phone_is_duty_line === true;
  return html`<section class="import-detail" aria-live="polite">
    <h3>${t("admin.import.row_n", { n: row.number })} · ${String(row.said.name ?? row.source_id ?? "")}</h3>
    ${row.what === "duplicate" ? html`<p>${t("admin.import.twin", { name: row.point_name ?? row.point ?? "" })}</p>` : nothing}
    ${row.placed ? html`<p>${t(`admin.import.placed.${row.placed}` as MessageKey)} ${t("admin.import.placed", { m: Math.round(row.accuracy_m ?? 0) })}</p>` : nothing}
    ${
      row.problems.length
        ? html`<ul>${row.problems.map(
            (problem) => html`<li class="import-problem">${problemText(problem)}
      ${problem.value && !problem.column ? html`<code>${problem.value}</code>` : nothing}</li>`,
          )}</ul>`
        : nothing
    }
    ${row.changes ? changes(mayDecide ? "admin.import.changes" : "admin.import.changed", row.changes, kind) : nothing}
    ${row.kept ? changes("admin.import.kept", row.kept, kind) : nothing}
    ${row.what === "new" ? said(row, kind) : nothing}
    ${
      mayDecide && ["new", "changed", "duplicate"].includes(row.what)
        ? html`<label class="import-word"><input type="checkbox" name="take" .checked=${isTaken(row)}
            @change=${(event: Event) => decide({ take: (event.target as HTMLInputElement).checked })} />
            ${t("admin.import.take")}</label>`
        : nothing
    }
    ${
      mayDecide && row.mobile && row.what !== "unchanged" && row.what !== "problem"
        ? html`<label class="import-word"><input type="checkbox" name="duty_line" .checked=${confirmed}
            @change=${(event: Event) => decide({ duty_line: (event.target as HTMLInputElement).checked })} />
            ${t("admin.import.duty_line", { phone: row.mobile })}</label>`
        : nothing
    }
  </section>`;
}

function changes(
  title: "admin.import.changes" | "admin.import.changed" | "admin.import.kept",
  fields: Record<string, [unknown, unknown]>,
  kind: Kind | undefined,
): TemplateResult {
  return html`<table class="changes"><caption>${t(title)}</caption>
    <tbody>${Object.entries(fields).map(
      ([field, [before, after]]) => html`<tr><th scope="row">${fieldName(field)}</th>
        <td>${title === "admin.import.kept" ? html`<ins>${textOf(field, before, kind)}</ins>` : html`<del>${textOf(field, before, kind)}</del>`}</td>
        <td>${title === "admin.import.kept" ? html`<del>${textOf(field, after, kind)}</del>` : html`<ins>${textOf(field, after, kind)}</ins>`}</td></tr>`,
    )}</tbody></table>`;
}

function said(row: ImportRow, kind: Kind | undefined): TemplateResult {
  const fields = Object.entries(row.said).filter(
    ([, value]) =>
      value !== null &&
      value !== "" &&
      !(typeof value === "object" && Object.keys(value as object).length === 0),
  );
  return html`<dl class="import-said">${fields.map(
    ([field, value]) => html`<div><dt>${fieldName(field)}</dt><dd>${textOf(field, value, kind)}</dd></div>`,
  )}</dl>`;
}

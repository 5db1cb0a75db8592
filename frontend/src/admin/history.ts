import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { language, type MessageKey, t } from "../i18n";
import { may } from "./accounts/rights";
import { NESTED, same } from "./draft";
import { PageElement } from "./element";
import { labelOf, textOf } from "./fields";
import type { HistoryEntry, Kind } from "./model";

/** A time in the place's own zone, in the page's language. */
export function timeText(at: string, zone: string): string {
  return new Intl.DateTimeFormat(language(), {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: zone,
  }).format(new Date(at));
}

/** What was changed, by whom and when, newest first; each earlier state can be had back. */
@customElement("sanfen-point-history")
export class PointHistory extends PageElement {
  @property({ attribute: false }) entries: HistoryEntry[] | null = null;
  @property({ attribute: false }) kind?: Kind;
  @property() zone = "UTC";
  @property({ type: Boolean }) busy = false;

  protected override render(): TemplateResult {
    if (this.entries === null) return html`<div class="skeleton" aria-busy="true"></div>`;
    return html`<ol class="history">
      ${this.entries.map((entry, at) => this.entry(entry, at === 0))}
    </ol>`;
  }

  private entry(entry: HistoryEntry, newest: boolean): TemplateResult {
    const shown = shownChanges(entry);
    return html`<li>
      <p class="history-head">
        <strong>${actionText(entry.action)}</strong>
        <span class="soft">${entry.by ?? t("admin.history.import")} · ${timeText(entry.at, this.zone)}</span>
      </p>
      ${
        shown.length > 0
          ? html`<table class="changes">
            <thead><tr><th scope="col">${t("admin.history.field")}</th>
              <th scope="col">${t("admin.history.before")}</th><th scope="col">${t("admin.history.after")}</th></tr></thead>
            <tbody>${shown.map(
              (one) => html`<tr>
                <th scope="row">${labelOf(one.field, this.kind)}</th>
                <td>${same(one.before, null) ? "–" : html`<del>${textOf(one.field, one.before, this.kind)}</del>`}</td>
                <td><ins>${textOf(one.field, one.after, this.kind)}</ins></td>
              </tr>`,
            )}</tbody>
          </table>`
          : nothing
      }
      ${
        newest
          ? html`<p class="soft">${t("admin.history.present")}</p>`
          : may("edit_points")
            ? html`<button ?disabled=${this.busy} @click=${() => this.tell("restore", entry)}>
              ${t("admin.history.restore")}</button>`
            : nothing
      }
    </li>`;
  }
}

/** Objects part by part, and of a new point only what somebody said about it. */
export function shownChanges(entry: HistoryEntry): HistoryEntry["changed"] {
  const parts = entry.changed.flatMap((one) => {
    if (!NESTED.includes(one.field)) return [one];
    const before = (one.before ?? {}) as Record<string, unknown>;
    const after = (one.after ?? {}) as Record<string, unknown>;
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((part) => !same(before[part], after[part]))
      .map((part) => ({ field: `${one.field}.${part}`, before: before[part], after: after[part] }));
  });
  return entry.action === "created" ? parts.filter((one) => !AS_BORN.has(one.after)) : parts;
}

const AS_BORN: ReadonlySet<unknown> = new Set(["unknown", false, "WGS84", "staff", "active"]);

function actionText(action: string): string {
  const key = `admin.action.${action}` as MessageKey;
  const text = t(key);
  return text === key ? action : text;
}

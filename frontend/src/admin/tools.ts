import { html, type TemplateResult } from "lit";
import { type MessageKey, t } from "../i18n";
import { kindName } from "./fields";
import type { Filter } from "./list";
import type { Kind } from "./model";

interface Tools {
  filter: Filter;
  kinds: Iterable<Kind>;
  count: number;
  mayAdd: boolean;
  placing: boolean;
  onFilter: (part: Partial<Filter>) => void;
  onAdd: () => void;
}

const STATUSES = ["kept", "active", "planned", "out_of_service", "internal", "removed", ""];

/** The row over the list: search, filters, a new point, and how many are listed. */
export function listTools(tools: Tools): TemplateResult {
  const value = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;
  return html`<div class="tools">
    <input type="search" class="search" placeholder=${t("admin.search")} aria-label=${t("admin.search")}
      .value=${tools.filter.text} @input=${(event: Event) => tools.onFilter({ text: value(event) })} />
    <select aria-label=${t("admin.filter.kind")} @change=${(event: Event) => tools.onFilter({ kind: value(event) })}>
      <option value="">${t("admin.filter.all_kinds")}</option>
      ${[...tools.kinds].map((kind) => html`<option value=${kind.id}>${kindName(kind)}</option>`)}
    </select>
    <select aria-label=${t("admin.filter.status")} @change=${(event: Event) => tools.onFilter({ status: value(event) })}>
      ${STATUSES.map((status) => html`<option value=${status}>${t(`admin.filter.${status || "all"}` as MessageKey)}</option>`)}
    </select>
    <button class="primary add" ?hidden=${!tools.mayAdd} aria-pressed=${tools.placing}
      @click=${tools.onAdd}>${t("admin.add")}</button>
    <span class="soft count" role="status">${t("admin.count", { n: tools.count })}</span>
  </div>`;
}

/** Over the map while a new point waits for its place. */
export function placingBar(onCentre: () => void, onCancel: () => void): TemplateResult {
  return html`<div class="placing-bar" role="status">
    <span>${t("admin.map.place")}</span>
    <button @click=${onCentre}>${t("admin.map.centre")}</button>
    <button @click=${onCancel}>${t("admin.cancel")}</button>
  </div>`;
}

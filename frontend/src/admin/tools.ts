import { html, nothing, type TemplateResult } from "lit";
import { type MessageKey, t } from "../i18n";
import { kindName } from "./fields";
import { allColumns } from "./list/columns";
import { countMore, type Filter } from "./list/filter";
import type { SortKey } from "./list/rows";
import type { Kind } from "./model";

interface Tools {
  filter: Filter;
  kinds: Map<string, Kind>;
  columns: readonly SortKey[];
  count: number;
  mayAdd: boolean;
  placing: boolean;
  moreOpen: boolean;
  undoText: string;
  redoText: string;
  onFilter: (part: Partial<Filter>) => void;
  onMore: () => void;
  onInView: (on: boolean) => void;
  onColumns: (columns: SortKey[]) => void;
  onAdd: () => void;
  onUndo: () => void;
  onRedo: () => void;
  onHelp: () => void;
}

const STATUSES = ["kept", "active", "planned", "out_of_service", "internal", "removed", ""];

/** The rows over the list: search, filters, a new point, what is shown and how many, undo and redo. */
export function listTools(tools: Tools): TemplateResult {
  const { filter, kinds } = tools;
  const value = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;
  const more = countMore(filter);
  return html`<div class="tools">
    <input type="search" class="search" placeholder=${t("admin.search")} aria-label=${t("admin.search")}
      .value=${filter.text} @input=${(event: Event) => tools.onFilter({ text: value(event) })} />
    <button class="primary add" ?hidden=${!tools.mayAdd} aria-pressed=${tools.placing}
      @click=${tools.onAdd}>${t("admin.add")}</button>
    <select aria-label=${t("admin.filter.kind")} .value=${filter.kind}
      @change=${(event: Event) => tools.onFilter({ kind: value(event) })}>
      <option value="">${t("admin.filter.all_kinds")}</option>
      ${[...kinds.values()].map((kind) => html`<option value=${kind.id}>${kindName(kind)}</option>`)}
    </select>
    <select aria-label=${t("admin.filter.status")} .value=${filter.status}
      @change=${(event: Event) => tools.onFilter({ status: value(event) })}>
      ${STATUSES.map((status) => html`<option value=${status} ?selected=${status === filter.status}>${t(`admin.filter.${status || "all"}` as MessageKey)}</option>`)}
    </select>
    <button class="more" aria-expanded=${tools.moreOpen} aria-controls="filter-panel" @click=${tools.onMore}>
      ${t("admin.filter.more")}${more > 0 ? html` <span class="figure">${more}</span>` : nothing}</button>
    <div class="tools-row">
      <span class="soft count" role="status">${t("admin.count", { n: tools.count })}</span>
      <label class="in-view"><input type="checkbox" .checked=${filter.view !== null}
        @change=${(event: Event) => tools.onInView((event.target as HTMLInputElement).checked)} />${t("admin.filter.in_view")}</label>
      ${columnMenu(tools)}
      <span class="undo-redo">
        ${iconButton("↶", tools.undoText || t("admin.undo.none"), !tools.undoText, tools.onUndo, "undo")}
        ${iconButton("↷", tools.redoText || t("admin.redo.none"), !tools.redoText, tools.onRedo, "redo")}
      </span>
      ${iconButton("?", t("admin.shortcuts"), false, tools.onHelp, "help")}
    </div>
  </div>`;
}

function iconButton(
  sign: string,
  label: string,
  disabled: boolean,
  act: () => void,
  name: string,
): TemplateResult {
  return html`<button class="icon-button ${name}" title=${label} aria-label=${label} ?disabled=${disabled}
    @click=${act}>${sign}</button>`;
}

function columnMenu({ columns, kinds, filter, onColumns }: Tools): TemplateResult {
  const toggle = (key: SortKey, on: boolean) =>
    onColumns(on ? [...columns, key] : columns.filter((one) => one !== key));
  return html`<details class="column-menu">
    <summary>${t("admin.columns")}</summary>
    <div class="menu-items">
      ${allColumns(kinds.get(filter.kind)).map(
        ({ key, label }) => html`<label><input type="checkbox" .checked=${columns.includes(key)}
          ?disabled=${key === "name"}
          @change=${(event: Event) => toggle(key, (event.target as HTMLInputElement).checked)} />${label}</label>`,
      )}
    </div>
  </details>`;
}

/** Over the list while rows are selected. */
export function selectionBar(selection: {
  count: number;
  /** Null for who may only look. */
  onChange: (() => void) | null;
  onShow: () => void;
  onClear: () => void;
}): TemplateResult {
  return html`<div class="selection-bar" role="status">
    <strong>${t("admin.select.count", { n: selection.count })}</strong>
    ${selection.onChange ? html`<button class="primary bulk" @click=${selection.onChange}>${t("admin.bulk")}</button>` : nothing}
    <button @click=${selection.onShow}>${t("admin.select.show")}</button>
    <button @click=${selection.onClear}>${t("admin.select.clear")}</button>
  </div>`;
}

/** Over the map while a new point waits for its place. */
export function placingBar(onCentre: () => void, onOther: () => void, onCancel: () => void): TemplateResult {
  return html`<div class="placing-bar" role="status">
    <span>${t("admin.map.place")} <span class="for-keys">${t("admin.map.place.keys")}</span></span>
    <button @click=${onCentre}>${t("admin.map.centre")}</button>
    <button class="other-ways" @click=${onOther}>${t("admin.add.other")}</button>
    <button @click=${onCancel}>${t("admin.cancel")}</button>
  </div>`;
}

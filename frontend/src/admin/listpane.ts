import { html, nothing, type TemplateResult } from "lit";
import { t } from "../i18n";
import type { Desk } from "./desk";
import type { KeptDraft } from "./kept/drafts";
import { keptNotice } from "./kept/notice";
import { shownColumns } from "./list/columns";
import type { Filter } from "./list/filter";
import "./list/filterpanel";
import "./list/list.css";
import type { SortKey } from "./list/rows";
import type { Reach } from "./list/selection";
import type { Kind } from "./model";
import "./table";
import { listTools, selectionBar } from "./tools";

interface ListPane {
  desk: Desk;
  kinds: Map<string, Kind>;
  chosen: string;
  /** The drawer lies over it. */
  isCovered: boolean;
  mayAdd: boolean;
  /** Whether several may be changed at once, which nobody reviews. */
  mayChange: boolean;
  placing: boolean;
  moreOpen: boolean;
  loading: boolean;
  trouble: string;
  drafts: KeptDraft[];
  onRetry: () => void;
  onMore: () => void;
  onAdd: () => void;
  onHelp: () => void;
  onBulk: () => void;
  onShow: () => void;
  onOpen: (id: string) => void;
  onTakeUp: (draft: KeptDraft) => void;
  onDrop: (draft: KeptDraft) => void;
}

/** The left side: tools and filters, what has to be said, the table. */
export function listPane(pane: ListPane): TemplateResult {
  const { desk } = pane;
  return html`<div class="pane-head" ?inert=${pane.isCovered}>
      ${listTools({
        filter: desk.filter,
        kinds: pane.kinds,
        columns: desk.columns,
        count: desk.shown.length,
        mayAdd: pane.mayAdd,
        placing: pane.placing,
        moreOpen: pane.moreOpen,
        undoText: desk.undos?.undoText ?? "",
        redoText: desk.undos?.redoText ?? "",
        onFilter: (part) => desk.setFilter(part),
        onMore: pane.onMore,
        onInView: (on) => desk.setInView(on),
        onColumns: (columns) => desk.setColumns(columns),
        onAdd: pane.onAdd,
        onUndo: () => desk.undos?.go("undo"),
        onRedo: () => desk.undos?.go("redo"),
        onHelp: pane.onHelp,
      })}
      ${pane.moreOpen ? filterPanel(pane) : nothing}
      ${pane.trouble ? troubleView(pane) : nothing}
      ${pane.drafts.length > 0 ? draftsView(pane) : nothing}
      ${desk.selection.ids.size > 0 ? selectionView(pane) : nothing}
    </div>
    ${below(pane)}`;
}

/** Nothing where it is told above why there is nothing. */
function below(pane: ListPane): TemplateResult | typeof nothing {
  if (pane.trouble && pane.desk.list.rows.length === 0) return nothing;
  return pane.loading && !pane.trouble ? html`<div class="skeleton" aria-busy="true"></div>` : table(pane);
}

function filterPanel({ desk, kinds }: ListPane): TemplateResult {
  return html`<sanfen-filter-panel .filter=${desk.filter} .kind=${kinds.get(desk.filter.kind)} .areas=${desk.areas}
    @filter=${(event: CustomEvent<Partial<Filter>>) => desk.setFilter(event.detail)}></sanfen-filter-panel>`;
}

function troubleView({ trouble, onRetry }: ListPane): TemplateResult {
  return html`<p class="notice" role="alert">${trouble} <button @click=${onRetry}>${t("error.retry")}</button></p>`;
}

function draftsView({ desk, drafts, onTakeUp, onDrop }: ListPane): TemplateResult {
  const nameOf = ({ id }: KeptDraft) => (id ? desk.nameOf(id) : t("admin.new"));
  return keptNotice({ drafts, nameOf, onTakeUp, onDrop });
}

function selectionView({ desk, mayChange, onBulk, onShow }: ListPane): TemplateResult {
  return selectionBar({
    count: desk.selection.ids.size,
    onChange: mayChange ? onBulk : null,
    onShow,
    onClear: () => desk.clearSelection(),
  });
}

function table({ desk, kinds, chosen, isCovered, onOpen }: ListPane): TemplateResult {
  return html`<sanfen-point-table ?inert=${isCovered} .rows=${desk.shown} .columns=${shownColumns(desk.columns, kinds.get(desk.filter.kind))}
    .kinds=${kinds} .selected=${desk.selection.ids} .problemsOf=${desk.problemsOf} .chosen=${chosen}
    .hovered=${desk.hovered} .sortBy=${desk.sortBy} .descending=${desk.descending}
    @sort-by=${(event: CustomEvent<SortKey>) => desk.sort(event.detail)}
    @select-point=${({ detail }: CustomEvent<{ id: string; reach: Reach }>) => desk.select(detail.id, detail.reach)}
    @select-all=${() => desk.selectAll()}
    @hover-point=${(event: CustomEvent<string>) => desk.hover(event.detail)}
    @open-point=${(event: CustomEvent<string>) => onOpen(event.detail)}></sanfen-point-table>`;
}

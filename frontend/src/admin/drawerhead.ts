import { html, nothing, type TemplateResult } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { type MessageKey, t } from "../i18n";
import { signSvg } from "../map";
import { DRAWER_TABS, type Tab } from "./drawerparts";
import { stateOf } from "./editormap";
import { kindName } from "./fields";
import type { Kind, PointFeature, Status } from "./model";

interface Head {
  heading: string;
  point: PointFeature | null;
  kindId: string;
  kind: Kind | undefined;
  tab: Tab;
  onTab: (tab: Tab) => void;
  onToggleMap: () => void;
  onClose: () => void;
}

/** The head of a point's drawer: its sign, name, kind and status, and the tabs of a point that is saved. */
export function drawerHead(head: Head): TemplateResult {
  const { point, kind, kindId } = head;
  const status = (point?.properties.status ?? "active") as Status;
  return html`<header class="drawer-head">
    ${unsafeHTML(signSvg(kindId, stateOf(status), 36))}
    <div><h2 tabindex="-1">${head.heading}</h2>
      <p class="soft">${kindName(kind, kindId)}${point ? html` · <code>${point.id}</code>` : nothing}
        ${
          point && status !== "active"
            ? html` <span class="badge badge-${status}">${t(`admin.status.${status}` as MessageKey)}</span>`
            : nothing
        }</p></div>
    <button class="icon-button map-toggle" @click=${head.onToggleMap}>${t("nav.map")}</button>
    <button class="icon-button" aria-label=${t("admin.close")} @click=${head.onClose}>×</button>
    ${point ? tabs(head) : nothing}
  </header>`;
}

function tabs(head: Head): TemplateResult {
  return html`<div class="tabs" role="tablist">
    ${[{ id: "details", label: "admin.tab.details" as MessageKey }, ...DRAWER_TABS].map(
      (
        tab,
      ) => html`<button role="tab" aria-selected=${head.tab === tab.id} @click=${() => head.onTab(tab.id)}>
        ${t(tab.label)}</button>`,
    )}</div>`;
}

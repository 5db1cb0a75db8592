import { html, type TemplateResult } from "lit";
import { type MessageKey, t } from "../i18n";
import { may } from "./accounts/rights";
import type { Flat } from "./draft";
import "./history";
import type { HistoryEntry, Kind } from "./model";
import "./photos/photos";
import type { PointEdit } from "./pointedit";

/** What a part of the drawer may look at; `edit.point` is null while a point is new. */
export interface DrawerView {
  edit: PointEdit;
  place: string;
  kind: Kind | undefined;
  zone: string;
  /** Whether the account may change the point, or propose to. */
  mayChange: boolean;
}

/** A tab of a saved point beside its details. */
interface DrawerTab {
  id: string;
  label: MessageKey;
  view(drawer: DrawerView): TemplateResult;
  /** Each time it comes to the front, and after each save while it is there. */
  onShow?(drawer: DrawerView): void;
}

export type Tab = string;

/** The tabs behind "details", in order. A feature adds its own here. */
export const DRAWER_TABS: DrawerTab[] = [
  {
    id: "history",
    label: "admin.tab.history",
    onShow: ({ edit }) => void edit.loadHistory(),
    view: ({
      edit,
      kind,
      zone,
      place,
      mayChange,
    }) => html`<sanfen-point-history .entries=${edit.history} .kind=${kind} .zone=${zone}
      .point=${edit.point?.id ?? ""} .busy=${edit.busy} .mayChange=${mayChange} .mayRestore=${may("edit_points", place)}
      @restore=${(event: CustomEvent<HistoryEntry>) => edit.restore(event.detail)}
      @restore-fields=${(event: CustomEvent<Flat>) => edit.setNow(() => event.detail, t("admin.did.restored"))}></sanfen-point-history>`,
  },
];

/** What stands under the form among a point's details, in order. A feature adds its own here. */
export const DRAWER_PARTS: ((drawer: DrawerView) => TemplateResult)[] = [
  ({ edit, mayChange }) =>
    html`<sanfen-point-photos .edit=${edit} .point=${edit.point} .own=${edit.waiting} .busy=${edit.busy}
      .mayChange=${mayChange}></sanfen-point-photos>`,
];

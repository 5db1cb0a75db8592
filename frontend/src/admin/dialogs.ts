import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { MessageKey } from "../i18n";
import type { PlaceInfo } from "../map";
import "./accounts/accounts";
import type { Accounts } from "./accounts/accounts";
import "./accounts/activity";
import { may } from "./accounts/rights";
import "./activity/activity";
import { PageElement } from "./element";
import "./areas";
import "./export/export";
import "./ground/ground";
import "./import/import";
import type { Kind, PointFeature } from "./model";
import "./population";
import "./reports";
import "./review/review";
import "./runs";
import "./standards";

/** What a dialog and its menu entry may depend on. */
export interface DialogScene {
  place: PlaceInfo | null;
  kinds: Map<string, Kind>;
  /** The points that the list shows, in its order. */
  listed?(): PointFeature[];
  /** A point of the place by its id. */
  find?(id: string): PointFeature | null;
}

/** A dialog over the editor and its entry in the menu. */
interface DialogEntry {
  id: string;
  label: MessageKey;
  inMenu(scene: Pick<DialogScene, "place">): boolean;
  /** Its element, there all the time and closed; none where an earlier entry has it already. */
  view?(scene: DialogScene): TemplateResult;
  /** Name of its element, which has an `open()`. */
  tag: string;
  /** Where `open()` is not what opens it. */
  open?(element: PageElement): void;
}

/** What everybody may look at who may see the place; its own buttons ask for more. */
const inPlace = ({ place }: Pick<DialogScene, "place">) => place !== null && may("view", place.id);

/** All dialogs, in the order of the menu. A feature adds its own here; the element's events bubble to the editor. */
export const DIALOGS: DialogEntry[] = [
  {
    id: "review",
    label: "admin.review",
    inMenu: ({ place }) => place !== null && may("propose_points", place.id),
    tag: "sanfen-review",
    view: ({ place, kinds, find }) =>
      html`<sanfen-review .place=${place} .kinds=${kinds} .find=${find ?? (() => null)}></sanfen-review>`,
  },
  {
    id: "reports",
    label: "admin.reports",
    inMenu: inPlace,
    tag: "sanfen-reports",
    view: ({ place }) => html`<sanfen-reports .place=${place}></sanfen-reports>`,
  },
  {
    id: "activity",
    label: "admin.activity",
    inMenu: inPlace,
    tag: "sanfen-activity",
    view: ({ place, kinds }) => html`<sanfen-activity .place=${place} .kinds=${kinds}></sanfen-activity>`,
  },
  {
    id: "import",
    label: "admin.import",
    inMenu: ({ place }) => place !== null && may("import", place.id),
    tag: "sanfen-import",
    view: ({ place, kinds }) => html`<sanfen-import .place=${place} .kinds=${kinds}></sanfen-import>`,
  },
  {
    id: "ground",
    label: "admin.ground",
    inMenu: ({ place }) => (place ? may("import", place.id) : may("import") && may("settings")),
    tag: "sanfen-ground",
    view: ({ place }) => html`<sanfen-ground .place=${place}></sanfen-ground>`,
  },
  {
    id: "runs",
    label: "admin.runs",
    inMenu: inPlace,
    tag: "sanfen-runs",
    view: ({ place }) => html`<sanfen-runs .place=${place}></sanfen-runs>`,
  },
  {
    id: "accounts",
    label: "admin.accounts",
    inMenu: () => may("accounts"),
    tag: "sanfen-accounts",
    view: () => html`<sanfen-accounts></sanfen-accounts>`,
    open: (element) => (element as Accounts).openAccounts(),
  },
  {
    id: "staff-activity",
    label: "admin.staff_activity",
    inMenu: () => may("accounts"),
    tag: "sanfen-staff-activity",
    view: ({ kinds }) => html`<sanfen-staff-activity .kinds=${kinds}></sanfen-staff-activity>`,
  },
  {
    id: "standards",
    label: "admin.standards",
    inMenu: () => true,
    tag: "sanfen-standards",
    view: ({ kinds, place }) =>
      html`<sanfen-standards .kinds=${kinds} .zone=${place?.zone ?? "UTC"}></sanfen-standards>`,
  },
  {
    id: "population",
    label: "admin.population",
    inMenu: inPlace,
    tag: "sanfen-population",
    view: ({ place }) =>
      html`<sanfen-population .place=${place?.id ?? ""} .zone=${place?.zone ?? "UTC"}></sanfen-population>`,
  },
  {
    id: "areas",
    label: "admin.areas",
    inMenu: inPlace,
    tag: "sanfen-areas",
    view: ({ place }) => html`<sanfen-areas .place=${place}></sanfen-areas>`,
  },
  {
    id: "export",
    label: "admin.export",
    inMenu: inPlace,
    tag: "sanfen-export",
    view: ({ place, listed }) =>
      html`<sanfen-export .place=${place} .listed=${listed ?? (() => [])}></sanfen-export>`,
  },
  {
    id: "password",
    label: "admin.account.own",
    inMenu: () => true,
    tag: "sanfen-accounts",
    open: (element) => (element as Accounts).openPassword(),
  },
];

/** Host of the dialogs; opens one by its id. */
@customElement("sanfen-dialogs")
export class Dialogs extends PageElement {
  @property({ attribute: false }) scene: DialogScene = {
    place: null,
    kinds: new Map(),
  };

  protected override render(): TemplateResult {
    return html`${DIALOGS.map((entry) => entry.view?.(this.scene))}`;
  }

  open(id: string): void {
    const entry = DIALOGS.find((one) => one.id === id);
    const element = entry && this.querySelector<PageElement & { open(): void }>(entry.tag);
    if (!element) return;
    if (entry.open) entry.open(element);
    else element.open();
  }
}

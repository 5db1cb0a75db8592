import { t } from "../i18n";
import type { NewPlace } from "./add/addpoint";
import { type Snap, snapOf } from "./add/snap";
import { remember } from "./address";
import { ask } from "./ask";
import type { Desk } from "./desk";
import { newPoint } from "./draft";
import type { PointDrawer } from "./drawer";
import type { Chosen } from "./editormap";
import { dropDraft, type KeptDraft, listDrafts } from "./kept/drafts";
import type { PlaceData } from "./placedata";
import type { Proposal } from "./review/model";
import type { Toast } from "./toast";

/** The page that it is part of. */
interface Page {
  readonly desk: Desk;
  readonly data: PlaceData;
  readonly drawer: PointDrawer;
  readonly toast: Toast;
  readonly updateComplete: Promise<unknown>;
  requestUpdate(): void;
  querySelector<E extends Element>(selectors: string): E | null;
}

/** Which point is open in the drawer, how one comes to it and away from it, and what waits unsaved from before a reload. */
export class OpenPoint {
  /** Id of the point; empty for none and for a new one. */
  chosen = "";
  isOpen = false;
  /** On a phone: the map over the drawer. */
  mapInFront = false;
  drafts: KeptDraft[] = [];
  private dropMoved = () => {};

  constructor(private readonly page: Page) {}

  /** A place has been entered: what was typed in it before a reload is offered. */
  enter(): void {
    this.hide();
    this.drafts = this.placeId ? listDrafts(this.placeId) : [];
  }

  async open(id: string): Promise<void> {
    const row = this.page.desk.list.find(id);
    if (!row || (this.isOpen && id === this.chosen) || !(await this.mayLeave())) return;
    const draft = this.drafts.find((one) => one.id === id);
    if (draft) {
      await this.takeUp(draft);
      return;
    }
    this.chosen = id;
    await this.show((drawer) => drawer.edit.open(row.point));
  }

  /** Once one may leave what is open. */
  async startNew({ lon, lat, accuracyM, address, isFromDevice }: NewPlace): Promise<void> {
    this.chosen = "";
    const { data, desk, drawer } = this.page;
    const kind = desk.filter.kind || data.kinds.keys().next().value || "";
    const start = {
      ...newPoint(lon, lat),
      ...(accuracyM && { accuracy_m: accuracyM }),
      ...(address && { address }),
    };
    await this.show(({ edit }) => edit.begin(kind, start, isFromDevice));
    drawer.querySelector<HTMLElement>("#new-kind")?.focus();
  }

  /** Goes on with what a reload interrupted. */
  async takeUp(draft: KeptDraft): Promise<void> {
    const point = draft.id ? this.page.desk.list.find(draft.id)?.point : null;
    this.drafts = this.drafts.filter((one) => one !== draft);
    if (point === undefined) return;
    this.chosen = draft.id ?? "";
    await this.show(({ edit }) => edit.takeUp(draft, point));
  }

  /** Opens one's own proposal in the form, to be sent again. */
  async takeUpProposal(proposal: Proposal): Promise<void> {
    const point = proposal.point_id ? this.page.desk.list.find(proposal.point_id)?.point : null;
    if (point === undefined || !(await this.mayLeave())) return;
    this.chosen = point?.id ?? "";
    await this.show(({ edit }) => edit.takeUpProposal(proposal, point));
  }

  drop(draft: KeptDraft): void {
    this.drafts = this.drafts.filter((one) => one !== draft);
    if (this.placeId) dropDraft(this.placeId, draft.slot);
    this.page.requestUpdate();
  }

  async close(): Promise<void> {
    if (!(await this.mayLeave())) return;
    await this.leave(this.chosen);
  }

  /** Leaves the focus at the point's row, or where the list was left if it is listed no more, or at the search. */
  async leave(id: string): Promise<void> {
    const { page } = this;
    this.hide();
    await page.updateComplete;
    const at = [`tr[data-id="${CSS.escape(id)}"]`, "tr[data-id][tabindex='0']", ".search"];
    at.map((one) => page.querySelector<HTMLElement>(one))
      .find((one) => one !== null)
      ?.focus();
  }

  hide(): void {
    if (this.isOpen) this.page.drawer.edit.close();
    this.dropMoved();
    this.isOpen = false;
    this.mapInFront = false;
    this.chosen = "";
    this.page.desk.map?.choose(null);
    remember(this.placeId, this.chosen);
    this.page.requestUpdate();
  }

  /** Asks about what is not saved; what is being saved just now is waited for. */
  async mayLeave(): Promise<boolean> {
    if (this.isDirty) await this.page.drawer.edit.atRest;
    if (!this.isDirty) return true;
    const answer = await ask({
      title: t("admin.leave.title"),
      text: t("admin.leave.text"),
      answers: [
        { id: "discard", label: t("admin.discard"), kind: "danger" },
        { id: "save", label: t("admin.save"), kind: "primary" },
      ],
    });
    if (answer?.id === "save") return this.page.drawer.edit.save();
    if (answer?.id === "discard") this.page.drawer.edit.abandon();
    return answer?.id === "discard";
  }

  get isDirty(): boolean {
    return this.isOpen && this.page.drawer.isDirty;
  }

  /** The point that is open was saved, or is another's by now; a new one has got its id. */
  saved(id: string): void {
    this.chosen = id;
    remember(this.placeId, id);
  }

  /** What a point that is open no more was refused for: what was typed of it is offered again. */
  refusedLate(text: string): void {
    const { edit } = this.page.drawer;
    if (this.placeId)
      this.drafts = listDrafts(this.placeId).filter(({ slot }) => !this.isOpen || !edit.isOf(slot));
    this.page.toast.show(text);
    this.page.requestUpdate();
  }

  draftShown(where: Chosen): void {
    if (this.isOpen) this.page.desk.map?.choose(where);
  }

  dragged(lon: number, lat: number): Snap | null {
    this.page.drawer.edit.dragTo(lon, lat);
    return this.snapAt(lon, lat);
  }

  moved(lon: number, lat: number, isFree: boolean): void {
    const snap = isFree ? null : this.snapAt(lon, lat);
    const onto = snap?.isClose ? snap : null;
    const back = this.page.drawer.edit.moveTo(onto?.lon ?? lon, onto?.lat ?? lat);
    const text = onto ? t("admin.snap.did", { name: onto.name }) : t("admin.did.moved");
    this.dropMoved = this.page.toast.show(text, back);
  }

  private snapAt(lon: number, lat: number): Snap | null {
    const { drawer, desk } = this.page;
    return drawer.snaps ? snapOf(lon, lat, drawer.edit.check, desk.stations, this.chosen) : null;
  }

  toggleMap(): void {
    this.mapInFront = !this.mapInFront;
    this.page.requestUpdate();
  }

  private get placeId(): string | undefined {
    return this.page.data.place?.id;
  }

  private async show(fill: (drawer: PointDrawer) => void): Promise<void> {
    const { page } = this;
    this.dropMoved();
    this.isOpen = true;
    this.mapInFront = false;
    fill(page.drawer);
    page.drawer.toFront();
    remember(this.placeId, this.chosen);
    page.requestUpdate();
    await page.updateComplete;
    await page.drawer.updateComplete;
    page.drawer.querySelector<HTMLElement>("h2")?.focus();
    page.desk.map?.reveal(...page.drawer.edit.position);
  }
}

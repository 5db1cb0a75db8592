import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Problem } from "../../http";
import { t } from "../../i18n";
import { api } from "../api";
import { sentence } from "../complaint";
import { PageElement } from "../element";
import { type Field, fieldGroups, textOf } from "../fields";
import { type Row, rowOf } from "../list/rows";
import type { Kind, PointFeature } from "../model";
import "./bulk.css";
import { type BulkPlan, bodiesOf, planChange } from "./plan";
import { reasonEntry, reasonFor } from "./reasonentry";
import { valueEntry } from "./valueentry";

/** What was done, for the undo. */
export interface BulkDeed {
  text: string;
  pairs: { before: PointFeature; after: PointFeature }[];
}

interface Refusal {
  id: string;
  code: string;
  detail: string;
  current?: PointFeature;
}

const SHOWN_AT_ONCE = 200;
/** Each point has its own. */
const NOT_IN_BULK = new Set(["name", "names", "lon", "lat"]);

/** One field of many points: choose it and its value, look at what changes point by point, change all or nothing. */
@customElement("sanfen-bulk")
export class BulkDialog extends PageElement {
  @property() place = "";
  @property({ attribute: false }) kinds = new Map<string, Kind>();
  @property({ attribute: false }) stations: { id: string; label: string }[] = [];
  @state() private rows: Row[] = [];
  @state() private key = "";
  @state() private value: unknown;
  @state() private reason = "";
  @state() private plan: BulkPlan | null = null;
  @state() private shown = SHOWN_AT_ONCE;
  @state() private refusals: Refusal[] = [];
  @state() private trouble = "";
  @state() private busy = false;

  open(rows: Row[]): void {
    this.rows = rows;
    this.key = "";
    this.value = undefined;
    this.reason = "";
    this.back();
    this.querySelector("dialog")?.showModal();
  }

  protected override render(): TemplateResult {
    const isOpen = this.rows.length > 0;
    return html`<dialog class="dialog dialog-wide bulk-dialog" aria-labelledby="bulk-title" @close=${this.closed}>
      ${isOpen ? this.content() : nothing}
    </dialog>`;
  }

  private content(): TemplateResult {
    return html`<div class="dialog-head">
        <h2 id="bulk-title">${t("admin.bulk.title", { n: this.rows.length })}</h2>
        <button class="icon-button" aria-label=${t("admin.close")} @click=${this.close}>×</button>
      </div>
      ${this.trouble ? html`<p class="notice" role="alert">${this.trouble}</p>` : nothing}
      ${this.refusals.length > 0 ? this.refused() : this.plan ? this.preview(this.plan) : this.choice()}`;
  }

  /** The kind of all of them; none where they differ, and then only what every kind has can be changed. */
  private get kind(): Kind | undefined {
    const [first] = this.rows;
    return first && this.rows.every((row) => row.kind === first.kind)
      ? this.kinds.get(first.kind)
      : undefined;
  }

  private get field(): Field | undefined {
    if (this.key === "status") return statusField();
    return fieldGroups(this.kind)
      .flatMap((group) => group.fields)
      .find((field) => field.key === this.key);
  }

  private choice(): TemplateResult {
    const { field } = this;
    const groups = fieldGroups(this.kind).map((group) => ({
      ...group,
      fields: group.fields.filter((one) => !NOT_IN_BULK.has(one.key.split(".")[0])),
    }));
    return html`<form class="bulk-choice" @submit=${this.look}>
      <label>${t("admin.history.field")}
        <select class="bulk-field" required @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}>
          <option value="" ?selected=${this.key === ""}>–</option>
          <option value="status" ?selected=${this.key === "status"}>${t("admin.field.status")}</option>
          ${groups
            .filter((group) => group.fields.length > 0)
            .map(
              (group) =>
                html`<optgroup label=${group.title}>${group.fields.map(
                  (one) =>
                    html`<option value=${one.key} ?selected=${one.key === this.key}>${one.label}</option>`,
                )}</optgroup>`,
            )}
        </select></label>
      ${
        field
          ? valueEntry(field, this.value, this.stations, (value) => {
              this.value = value;
              if (this.key === "status") this.reason = reasonFor(value, this.reason);
            })
          : nothing
      }
      ${
        this.key === "status" && (this.value === "removed" || this.value === "out_of_service")
          ? reasonEntry(this.value, this.reason, (reason) => {
              this.reason = reason;
            })
          : nothing
      }
      <p class="hint">${t("admin.bulk.hint")}</p>
      <div class="dialog-actions">
        <button type="button" @click=${this.close}>${t("admin.cancel")}</button>
        <button class="primary" ?disabled=${!field}>${t("admin.bulk.preview")}</button>
      </div>
    </form>`;
  }

  private preview({ changes, unchanged }: BulkPlan): TemplateResult {
    return html`<p role="status">${t("admin.bulk.counts", { n: changes.length, same: unchanged })}</p>
      <div class="bulk-scroll"><table class="changes">
        <thead><tr><th scope="col">${t("admin.bulk.point")}</th><th scope="col">${t("admin.history.before")}</th>
          <th scope="col">${t("admin.history.after")}</th></tr></thead>
        <tbody>${changes.slice(0, this.shown).map(
          ({ row, before, after }) => html`<tr data-id=${row.id}>
            <th scope="row">${row.name || row.kindName} <small class="soft">${row.id}</small></th>
            <td><del>${textOf(this.key, before, this.kinds.get(row.kind))}</del></td>
            <td><ins>${textOf(this.key, after, this.kinds.get(row.kind))}</ins></td></tr>`,
        )}</tbody>
      </table>
      ${
        changes.length > this.shown
          ? html`<button @click=${() => {
              this.shown += 5 * SHOWN_AT_ONCE;
            }}>${t("admin.bulk.more", { n: changes.length - this.shown })}</button>`
          : nothing
      }</div>
      <div class="dialog-actions">
        <button @click=${this.back}>${t("admin.bulk.back")}</button>
        <button class="primary apply" ?disabled=${this.busy || changes.length === 0} @click=${this.apply}>
          ${t("admin.bulk.apply", { n: changes.length })}</button>
      </div>`;
  }

  private refused(): TemplateResult {
    const nameOf = (id: string) => this.rows.find((row) => row.id === id)?.name || id;
    const hasNewer = this.refusals.some((one) => one.current);
    return html`<div class="bulk-scroll"><ul class="bulk-refusals">${this.refusals
      .slice(0, SHOWN_AT_ONCE)
      .map(
        (
          one,
        ) => html`<li data-id=${one.id}><strong>${nameOf(one.id)}</strong> <small class="soft">${one.id}</small><br />
        ${one.detail}</li>`,
      )}</ul></div>
      <div class="dialog-actions">
        <button @click=${this.back}>${t("admin.bulk.back")}</button>
        ${hasNewer ? html`<button class="renew" @click=${this.renew}>${t("admin.bulk.renew")}</button>` : nothing}
        <button class="primary leave-out" @click=${this.leaveOut}>${t("admin.bulk.leave_out", { n: this.refusals.length })}</button>
      </div>`;
  }

  private choose(key: string): void {
    this.key = key;
    this.value = key === "status" ? "active" : undefined;
    this.reason = "";
  }

  private look(event: Event): void {
    event.preventDefault();
    this.shown = SHOWN_AT_ONCE;
    this.plan = planChange(this.rows, this.key, this.value, this.reason);
  }

  private back(): void {
    this.plan = null;
    this.refusals = [];
    this.trouble = "";
  }

  private async apply(): Promise<void> {
    const changes = this.plan?.changes ?? [];
    this.busy = true;
    this.trouble = "";
    try {
      const after = await api.changePoints(this.place, bodiesOf(changes));
      const before = new Map(changes.map(({ row }) => [row.id, row.point]));
      const pairs = after.map((point) => ({ before: before.get(point.id) as PointFeature, after: point }));
      const text = t("admin.did.bulk", { n: pairs.length, field: this.field?.label ?? this.key });
      this.close();
      this.tell<BulkDeed>("bulk-did", { text, pairs });
    } catch (problem) {
      this.trouble = sentence(problem);
      if (problem instanceof Problem) this.refusals = (problem.details.problems ?? []) as Refusal[];
    } finally {
      this.busy = false;
    }
  }

  /** Takes the present state of those that somebody else changed, and shows anew what would change. */
  private renew(): void {
    const newer = new Map(
      this.refusals.flatMap((one) => (one.current ? [[one.id, one.current] as const] : [])),
    );
    this.rows = this.rows.map((row) => {
      const current = newer.get(row.id);
      return current ? rowOf(current, this.kinds) : row;
    });
    this.tell("points-seen", [...newer.values()]);
    this.back();
    this.plan = planChange(this.rows, this.key, this.value, this.reason);
  }

  private leaveOut(): void {
    const out = new Set(this.refusals.map((one) => one.id));
    this.rows = this.rows.filter((row) => !out.has(row.id));
    this.back();
    this.plan = planChange(this.rows, this.key, this.value, this.reason);
  }

  private closed(): void {
    this.rows = [];
  }

  private close(): void {
    this.querySelector("dialog")?.close();
  }
}

function statusField(): Field {
  const options = (["active", "planned", "out_of_service", "removed"] as const).map((value) => ({
    value,
    label: t(`admin.status.${value}`),
  }));
  return { key: "status", label: t("admin.field.status"), entry: "choice", options };
}

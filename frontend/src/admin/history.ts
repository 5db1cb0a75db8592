import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { language, type MessageKey, t } from "../i18n";
import { dayText } from "./days";
import { type Flat, NESTED, same } from "./draft";
import { PageElement } from "./element";
import { labelOf, textOf } from "./fields";
import "./history/history.css";
import { staffName } from "./accounts/names";
import { type Move, moveView } from "./history/moved";
import type { HistoryEntry, Kind, PhotoLine } from "./model";

/** A time in the place's own zone, in the page's language. */
export function timeText(at: string, zone: string): string {
  return new Intl.DateTimeFormat(language(), {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: zone,
  }).format(new Date(at));
}

type Change = HistoryEntry["changed"][number];

/** Fields whose earlier value can be had back by itself; status has its own buttons, the rest is not staff's to set. */
const FIXED = /^(status|serviceable|source|licence|fetched_on|kind|place)/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What was changed, by whom and when, newest first; each earlier state can be had back, or one field of it. */
@customElement("sanfen-point-history")
export class PointHistory extends PageElement {
  @property({ attribute: false }) entries: HistoryEntry[] | null = null;
  @property({ attribute: false }) kind?: Kind;
  @property() zone = "UTC";
  @property() point = "";
  @property({ type: Boolean }) busy = false;
  /** Whether a field may be taken back, at once or as a proposal; and a whole state, which nobody reviews. */
  @property({ type: Boolean }) mayChange = false;
  @property({ type: Boolean }) mayRestore = false;

  protected override render(): TemplateResult {
    if (this.entries === null) return html`<div class="skeleton" aria-busy="true"></div>`;
    return html`<ol class="history">
      ${this.entries.map((entry, at) => this.entry(entry, at === 0))}
    </ol>`;
  }

  private entry(entry: HistoryEntry, newest: boolean): TemplateResult {
    const { move, others } = withMove(shownChanges(entry));
    const isNew = entry.action === "created";
    const who = staffName(entry.by ?? t("admin.history.import"));
    return html`<li>
      <p class="history-head">
        <strong>${actionText(entry.action)}</strong>
        <span class="soft">${who || t("admin.history.staff")} · ${timeText(entry.at, this.zone)}</span>
      </p>
      ${
        others.length > 0 || move
          ? html`<table class="changes">
            <thead><tr><th scope="col">${t("admin.history.field")}</th>
              <th scope="col">${t("admin.history.before")}</th><th scope="col">${t("admin.history.after")}</th>
              ${isNew ? nothing : html`<th scope="col"><span class="sr">${t("admin.history.take_back")}</span></th>`}</tr></thead>
            <tbody>
              ${move && !isNew ? this.moveRow(move) : nothing}
              ${others.map((one) => this.row(one, isNew))}
            </tbody>
          </table>`
          : nothing
      }
      ${
        newest
          ? html`<p class="soft">${t("admin.history.present")}</p>`
          : this.mayRestore
            ? html`<button ?disabled=${this.busy} @click=${() => this.tell("restore", entry)}>
              ${t("admin.history.restore")}</button>`
            : nothing
      }
    </li>`;
  }

  private row(one: Change, isNew: boolean): TemplateResult {
    return html`<tr data-field=${one.field}>
      <th scope="row">${labelOf(one.field, this.kind)}</th>
      <td>${same(one.before, null) ? "–" : html`<del>${this.value(one.field, one.before, one.after)}</del>`}</td>
      <td><ins>${this.value(one.field, one.after, one.before)}</ins></td>
      ${isNew ? nothing : html`<td>${FIXED.test(one.field) ? nothing : this.takeBack({ [one.field]: one.before })}</td>`}
    </tr>`;
  }

  private moveRow(move: Move): TemplateResult {
    const [lon, lat] = move.from;
    return html`<tr data-field="position">
      <th scope="row">${t("admin.field.position")}</th>
      <td><del>${lat.toFixed(6)}, ${lon.toFixed(6)}</del></td>
      <td>${moveView(move)}</td>
      <td>${this.takeBack({ lon, lat })}</td>
    </tr>`;
  }

  private takeBack(values: Flat): TemplateResult | typeof nothing {
    if (!this.mayChange) return nothing;
    return html`<button class="take-back" ?disabled=${this.busy} @click=${() => this.tell<Flat>("restore-fields", values)}>
      ${t("admin.history.take_back")}</button>`;
  }

  /** A value in words; of a list only the lines that the other side lacks. */
  private value(field: string, value: unknown, other: unknown): unknown {
    if (typeof value === "string" && DAY.test(value)) return dayText(value);
    if (!Array.isArray(value)) return textOf(field, value, this.kind);
    const lines = Array.isArray(other) ? other : [];
    if (field === "photos") return this.photos(value as PhotoLine[], lines as PhotoLine[]);
    const differing = value.filter((line) => !lines.some((one) => same(one, line)));
    return textOf(field, differing.length ? differing : value, this.kind);
  }

  private photos(photos: PhotoLine[], others: PhotoLine[]): TemplateResult {
    const own = photos.filter((photo) => !others.some((one) => one.hash === photo.hash));
    const words = photos.map((photo) => Object.values(photo.caption ?? {}).join(" / ")).filter(Boolean);
    return html`${t("admin.photos.count", { n: photos.length })}
      ${own.map(
        ({ hash }) => html`<img class="photo-thumb" alt="" loading="lazy" @error=${hide}
          src="/admin/api/points/${encodeURIComponent(this.point)}/photos/${hash}.jpg?size=small" />`,
      )}
      ${own.length === 0 && words.length ? html`<br />${words.join("; ")}` : nothing}`;
  }
}

/** A picture that has been deleted since. */
function hide(event: Event): void {
  (event.target as HTMLElement).hidden = true;
}

/** Longitude and latitude as the one move that they are. */
function withMove(changes: Change[]): { move: Move | null; others: Change[] } {
  const lon = changes.find((one) => one.field === "lon");
  const lat = changes.find((one) => one.field === "lat");
  const others = changes.filter((one) => one !== lon && one !== lat);
  return lon && lat && typeof lon.before === "number" && typeof lat.before === "number"
    ? {
        move: { from: [lon.before, lat.before], to: [Number(lon.after), Number(lat.after)] },
        others,
      }
    : { move: null, others: lon && lat ? others : changes };
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

/** An action that a newer part has added and no word names yet is shown as it is stored. */
export function actionText(action: string): string {
  const key = `admin.action.${action}` as MessageKey;
  const text = t(key);
  return text === key ? action.replaceAll("_", " ") : text;
}

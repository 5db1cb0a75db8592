import { html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../i18n";
import { staffName } from "./accounts/names";
import { changedKeys, type Divergence, divergences, type Flat, flatten, merge } from "./draft";
import { PageElement } from "./element";
import { labelOf, textOf } from "./fields";
import { timeText } from "./history";
import type { Kind, PointFeature } from "./model";

/** Somebody else saved first: both edits side by side, nothing lost. Tells "merged" with the values to save. */
@customElement("sanfen-conflict")
export class Conflict extends PageElement {
  @property({ attribute: false }) base: Flat = {};
  @property({ attribute: false }) mine: Flat = {};
  @property({ attribute: false }) theirs!: PointFeature;
  @property({ attribute: false }) kind?: Kind;
  @property() by = "";
  @property() zone = "UTC";
  @property({ type: Boolean }) busy = false;
  @state() private takeTheirs: ReadonlySet<string> = new Set();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("theirs")) this.takeTheirs = new Set();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("theirs")) this.querySelector("h3")?.focus();
  }

  protected override render(): TemplateResult {
    const theirs = flatten(this.theirs);
    const apart = divergences(this.base, this.mine, theirs);
    const onlyMine = changedKeys(this.base, this.mine).filter((key) => !apart.some((one) => one.key === key));
    const who = staffName(this.by) || t("admin.history.import");
    return html`<section class="conflict" role="alert">
      <h3 tabindex="-1">${t("admin.conflict.title")}</h3>
      <p>${t("admin.conflict.text", { who, when: timeText(this.theirs.properties.changed_at, this.zone) })}</p>
      <table class="changes">
        <thead><tr>
          <th scope="col">${t("admin.history.field")}</th>
          <th scope="col">${t("admin.conflict.base")}</th>
          <th scope="col">${t("admin.conflict.theirs", { who })}</th>
          <th scope="col">${t("admin.conflict.mine")}</th>
        </tr></thead>
        <tbody>
          ${apart.map((one) => this.row(one))}
          ${onlyMine.map((key) =>
            this.row({ key, base: this.base[key], theirs: theirs[key], mine: this.mine[key], clash: false }),
          )}
        </tbody>
      </table>
      <div class="dialog-actions">
        <button @click=${() => this.tell("drop-mine")}>${t("admin.conflict.drop")}</button>
        <button @click=${() => this.tell("take-over", this.merged(theirs))}>${t("admin.conflict.look")}</button>
        <button class="primary" ?disabled=${this.busy} @click=${() => this.tell("merged", this.merged(theirs))}>
          ${t("admin.conflict.save")}</button>
      </div>
    </section>`;
  }

  private merged(theirs: Flat): Flat {
    return merge(this.base, this.mine, theirs, this.takeTheirs);
  }

  private row(one: Divergence): TemplateResult {
    const text = (value: unknown) => textOf(one.key, value, this.kind);
    const mineCounts = one.clash
      ? !this.takeTheirs.has(one.key)
      : changedKeys(this.base, this.mine).includes(one.key);
    const side = (value: unknown, mine: boolean) => {
      const counts = mine === mineCounts;
      if (!one.clash) return html`<td class=${counts ? "counts" : "yields"}>${text(value)}</td>`;
      return html`<td class=${counts ? "counts" : "yields"}><label>
        <input type="radio" name="side-${one.key}" .checked=${counts} @change=${() => this.prefer(one.key, mine)} />
        ${text(value)}</label></td>`;
    };
    return html`<tr class=${one.clash ? "clash" : ""} data-key=${one.key}>
      <th scope="row">${labelOf(one.key, this.kind)}</th>
      <td>${text(one.base)}</td>${side(one.theirs, false)}${side(one.mine, true)}
    </tr>`;
  }

  private prefer(key: string, mine: boolean): void {
    const take = new Set(this.takeTheirs);
    if (mine) take.delete(key);
    else take.add(key);
    this.takeTheirs = take;
  }
}

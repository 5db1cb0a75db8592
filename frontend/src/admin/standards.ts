import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { language, type MessageKey, t } from "../i18n";
import { staffName } from "./accounts/names";
import { may } from "./accounts/rights";
import { api } from "./api";
import { attempted, sentence } from "./complaint";
import { dayOf } from "./days";
import { PageElement } from "./element";
import { kindName } from "./fields";
import type { FieldErrors } from "./form";
import type { Kind, Standard } from "./model";
import { bodyOfStandard, ORIGINS, originOf, SOURCED } from "./standarddraft";

/** Standards with every version: a table for all staff, and for administrators a form for the next one. */
@customElement("sanfen-standards")
export class Standards extends PageElement {
  @property({ attribute: false }) kinds = new Map<string, Kind>();
  @property() zone = "UTC";
  @state() private standards: Standard[] | null = null;
  @state() private base: Standard | null = null;
  @state() private writing = false;
  @state() private errors: FieldErrors = {};
  @state() private message = "";

  private readonly mayAdd = may("settings");

  async open(): Promise<void> {
    this.writing = false;
    this.message = "";
    this.querySelector("dialog")?.showModal();
    await this.attempt(async () => {
      this.standards = await api.listStandards();
    });
  }

  protected override render(): TemplateResult {
    return html`<dialog class="dialog dialog-wide" aria-labelledby="standards-title">
      <div class="dialog-head">
        <h2 id="standards-title">${t("admin.standards")}</h2>
        <button class="icon-button" aria-label=${t("admin.close")}
          @click=${() => this.querySelector("dialog")?.close()}>×</button>
      </div>
      <p class="hint">${t("admin.standards.hint")}</p>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${this.writing ? this.form() : this.table()}
    </dialog>`;
  }

  private table(): TemplateResult {
    if (!this.standards) return html`<div class="skeleton" aria-busy="true"></div>`;
    const shown = new Set<string>();
    return html`<div class="accounts-scroll"><table class="changes accounts">
        <thead><tr><th scope="col">${t("admin.standards")}</th><th scope="col">${t("admin.standards.version")}</th>
          <th scope="col">${t("admin.standards.limit")}</th><th scope="col">${t("admin.standards.source")}</th>
          <th scope="col">${t("admin.standards.by")}</th><th></th></tr></thead>
        <tbody>${this.standards.map((one) => {
          const latest = !shown.has(one.id);
          shown.add(one.id);
          return this.row(one, latest);
        })}</tbody>
      </table></div>
      ${
        this.mayAdd
          ? html`<div class="dialog-actions"><button class="primary" @click=${() => this.write(null)}>
        ${t("admin.standards.new")}</button></div>`
          : nothing
      }`;
  }

  private row(one: Standard, latest: boolean): TemplateResult {
    const target = [
      one.limit === null ? null : `${one.limit} ${one.unit}`,
      one.density_km2_per_point === null ? null : `${one.density_km2_per_point} km²`,
      one.per_10000_residents === null ? null : `${one.per_10000_residents} / 10,000`,
    ].filter((part) => part !== null);
    return html`<tr class=${latest ? "" : "is-removed"}>
      <th scope="row">${one.names[language()] ?? one.names.en ?? one.id}<br /><small>${one.id}</small></th>
      <td data-label=${t("admin.standards.version")}>${one.version}</td>
      <td class="target">${target.join(", ")}</td><td>${one.source}</td>
      <td data-label=${t("admin.standards.by")}>${staffName(one.created_by ?? "–")}<br /><small>${dayOf(one.created_at, this.zone)}</small></td>
      <td class="row-actions">${
        latest && this.mayAdd
          ? html`<button @click=${() => this.write(one)}>${t("admin.standards.next")}</button>`
          : nothing
      }</td>
    </tr>`;
  }

  private async write(base: Standard | null): Promise<void> {
    this.base = base;
    this.errors = {};
    this.message = "";
    this.writing = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>("form input:not([type=hidden])")?.focus();
  }

  private form(): TemplateResult {
    const base = this.base;
    return html`<form class="new-account standard-form" novalidate @submit=${this.save}>
      <h3>${base ? `${t("admin.standards.next")}: ${base.id} ${base.version} → ${base.version + 1}` : t("admin.standards.new")}</h3>
      ${base ? html`<input type="hidden" name="id" value=${base.id} />` : this.text("id", "admin.standards.id", "")}
      ${this.text("name_zh", "admin.standards.name_zh", base?.names["zh-Hans"] ?? "", "names")}
      ${this.text("name_en", "admin.standards.name_en", base?.names.en ?? "")}
      <label>${t("admin.standards.kinds")}<select name="kinds" multiple size="5">
        ${[...this.kinds.values()].map(
          (kind) => html`<option value=${kind.id} ?selected=${base?.kinds.includes(kind.id) ?? false}>
            ${kindName(kind)}</option>`,
        )}</select>${this.error("kinds")}</label>
      <label>${t("admin.standards.layers")}<select name="layers" multiple size="4">
        ${(["administrative", "urban_village", "grid", "drawn"] as const).map(
          (layer) => html`<option value=${layer} ?selected=${base?.layers.includes(layer) ?? false}>
            ${t(`admin.standards.layer.${layer}`)}</option>`,
        )}</select>${this.error("layers")}</label>
      ${this.choice(
        "metric",
        "admin.standards.metric",
        ["", "time", "route", "straight"],
        base?.metric ?? "",
        (one) => t(`admin.standards.metric.${(one || "none") as "none"}`),
      )}
      ${this.choice(
        "direction",
        "admin.standards.direction",
        ["", "out", "fetch", "in"],
        base?.direction ?? "",
        (one) => (one ? t(`admin.standards.direction.${one as "out"}`) : "–"),
      )}
      ${SOURCED.map((field) => this.sourced(field))}
      ${this.choice("min_points", "admin.standards.min_points", ["1", "2"], String(base?.min_points ?? 1), (one) => one)}
      ${this.choice(
        "density_denominator",
        "admin.standards.denominator",
        ["area", "built_up"],
        base?.density_denominator ?? "area",
        (one) => t(`admin.standards.denominator.${one as "area"}`),
      )}
      <label class="check"><input type="checkbox" name="hours_bind" ?checked=${base?.hours_bind ?? false} />
        ${t("admin.standards.hours_bind")}</label>
      <label class="check"><input type="checkbox" name="private_ways" ?checked=${base?.private_ways ?? true} />
        ${t("admin.standards.private_ways")}</label>
      <label class="wide">${t("admin.standards.source")}
        <textarea name="source" rows="2" maxlength="500">${base?.source ?? ""}</textarea>${this.error("source")}</label>
      <div class="dialog-actions wide">
        <button type="button" @click=${() => {
          this.writing = false;
        }}>${t("admin.cancel")}</button>
        <button class="primary">${t("admin.standards.save")}</button>
      </div>
    </form>`;
  }

  private text(name: string, label: MessageKey, value: string, field = name): TemplateResult {
    return html`<label>${t(label)}<input name=${name} .value=${value} autocomplete="off"
      aria-invalid=${this.errors[field] ? "true" : "false"} />${this.error(field)}</label>`;
  }

  private choice(
    name: string,
    label: MessageKey,
    values: string[],
    chosen: string,
    words: (value: string) => string,
  ): TemplateResult {
    return html`<label>${t(label)}<select name=${name}>${values.map(
      (value) => html`<option value=${value} ?selected=${value === chosen}>${words(value)}</option>`,
    )}</select>${this.error(name)}</label>`;
  }

  /** A number, and where it is from. */
  private sourced(field: (typeof SOURCED)[number]): TemplateResult {
    const origin = this.base ? originOf(this.base, field.name) : "assumed";
    return html`<fieldset class="sourced wide"><label>${t(field.label)}<input name=${field.name} inputmode="decimal"
        .value=${String(this.base?.[field.name] ?? "")} aria-invalid=${this.errors[field.name] ? "true" : "false"} /></label>
      <label>${t("admin.standards.origin")}<select name=${`origin_${field.name}`}>${ORIGINS.map(
        (one) =>
          html`<option value=${one} ?selected=${one === origin}>${t(`admin.standards.origin.${one}`)}</option>`,
      )}</select></label>${this.error(field.name)}</fieldset>`;
  }

  private error(field: string): TemplateResult | typeof nothing {
    const text = this.errors[field];
    return text ? html`<span class="field-error" role="alert">${text}</span>` : nothing;
  }

  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const typed = new FormData(event.target as HTMLFormElement);
    await this.attempt(async () => {
      const added = await api.addStandard(bodyOfStandard(typed, this.base));
      this.standards = await api.listStandards();
      this.writing = false;
      this.message = t("admin.standards.added", { id: added.id, version: added.version });
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.errors = {};
    await attempted(work, async (problem) => {
      const parameter = problem.details.parameter as string | undefined;
      if (parameter && this.writing) await this.tellAtField({ [parameter]: problem.message });
      else this.message = sentence(problem);
    });
  }

  /** The form is longer than a screen: the bad field comes into view, ready to be mended. */
  private async tellAtField(errors: FieldErrors): Promise<void> {
    this.errors = errors;
    await this.updateComplete;
    const told = this.querySelector(".field-error")?.closest("label, fieldset");
    told?.querySelector<HTMLElement>("input, select, textarea")?.focus();
    told?.scrollIntoView({ block: "center" });
  }
}

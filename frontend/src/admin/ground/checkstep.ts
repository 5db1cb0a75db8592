import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { figure, type MessageKey, t } from "../../i18n";
import type { PlaceInfo } from "../../map";
import { PageElement } from "../element";
import { ground } from "./api";
import { partName } from "./filesstep";
import { GroundMap } from "./groundmap";
import { type Case, type GroundJob, PARTS, type Report, WHATS } from "./model";

const PAGE = 100;

/** The words of a finding, or what the server says of one that has none. */
export function findingText(code: string, said: string): string {
  const key = `admin.ground.finding.${code}` as MessageKey;
  const text = t(key);
  return text === key ? said : text;
}

/** What a case is about, in the page's own words as far as the server made them. */
export function subjectText(said: string): string {
  return said.replace(/^feature (\d+)/, (_, n) => t("admin.ground.finding.feature", { n }));
}

function kindText({ code, said, about }: Report["findings"][number]): string {
  const finding = findingText(code, said);
  return about ? t("admin.ground.finding.about", { finding, about }) : finding;
}

function remedy(code: string): string {
  const key = `admin.ground.remedy.${code}` as MessageKey;
  const text = t(key);
  return text === key ? t("admin.ground.remedy.other") : text;
}

/** How many of each part are new, changed, unchanged, gone. */
export function countTable(report: Report): TemplateResult {
  const parts = PARTS.filter((part) => report.counts[part]);
  return html`<table class="changes ground-counts"><thead><tr><td></td>
      ${WHATS.map((what) => html`<th scope="col"><span class="ground-key" data-what=${what}></span>${t(`admin.ground.what.${what}`)}</th>`)}</tr></thead>
    <tbody>${parts.map(
      (part) => html`<tr data-part=${part}><th scope="row">${partName(part)}</th>
        ${
          part === "gates"
            ? html`<td colspan=${WHATS.length}>${t("admin.ground.gates.read", { n: figure(report.counts.gates?.read) })}</td>`
            : WHATS.map(
                (what) =>
                  html`<td class="import-n" data-what=${what}>${figure(report.counts[part]?.[what])}</td>`,
              )
        }</tr>`,
    )}</tbody></table>`;
}

/** What a check came to: counts, findings case by case, and all of it on a map. */
@customElement("sanfen-ground-check")
export class GroundCheck extends PageElement {
  @property({ attribute: false }) job!: GroundJob;
  @property({ attribute: false }) place: PlaceInfo | null = null;
  @state() private code = "";
  @state() private cases: Case[] = [];
  @state() private chosen: Case | null = null;
  @state() private more = false;
  @state() private isAll = true;
  private map: GroundMap | null = null;
  /** Counts what was asked for: an answer that a later question has overtaken says nothing new. */
  private views = 0;
  private pages = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.map?.remove();
    this.map = null;
  }

  protected override render(): TemplateResult {
    const { report } = this.job;
    if (!report) return html`${nothing}`;
    return html`<div class="import-panes">
      <div class="ground-findings">
        ${report.is_change ? nothing : html`<p class="notice">${t("admin.ground.nothing_changes")}</p>`}
        ${countTable(report)}
        <div class="ground-options">
          ${this.option("mends", t("admin.ground.mend"), t("admin.ground.mend.hint"))}
          ${this.option("ends_only", t("admin.ground.ends_only"), t("admin.ground.ends_only.hint"))}
        </div>
        <h3>${t("admin.ground.findings")}</h3>
        ${report.findings.length ? this.findings(report) : html`<p>${t("admin.ground.findings.none")}</p>`}
      </div>
      <div class="import-side">
        <div class="import-map" role="application" aria-label=${t("admin.ground.map")}></div>
        <p class="hint ground-crowded" role="status">${this.isAll ? "" : t("admin.ground.map.crowded")}</p>
      </div>
    </div>`;
  }

  private option(name: "mends" | "ends_only", label: string, hint: string): TemplateResult {
    return html`<label class="import-system"><input type="checkbox" name=${name} .checked=${this.job.choice[name]}
      @change=${(event: Event) =>
        this.tell("check-again", {
          ...this.job.choice,
          [name]: (event.target as HTMLInputElement).checked,
        })} />
      <span>${label}<small>${hint}</small></span></label>`;
  }

  private findings(report: Report): TemplateResult {
    return html`<dl class="ground-kinds">${report.findings.map(
      (kind) => html`<div data-code=${kind.code}>
        <dt><button aria-pressed=${this.code === kind.code} @click=${() => this.choose(kind.code)}>
          <span class="import-n">${figure(kind.count)}</span> <span>${kindText(kind)}</span></button></dt>
        <dd>${remedy(kind.code)}</dd></div>`,
    )}</dl>
    <p><a href=${ground.findingsFile(this.job.id)} download>${t("admin.ground.findings.file")}</a></p>
    <div class="import-table-scroll ground-cases" tabindex="0" role="region" aria-label=${t("admin.ground.findings")}>
      <table class="changes"><thead><tr><th scope="col">#</th><th scope="col">${t("admin.ground.findings.what")}</th>
        <th scope="col">${t("admin.ground.findings.where")}</th></tr></thead>
      <tbody>${this.cases.map(
        (one) => html`<tr data-case=${one.number} aria-selected=${one === this.chosen}>
          <th scope="row">${one.number}</th>
          <td>${findingText(one.code, one.said)}<small>${subjectText(one.subject)}</small></td>
          <td>${
            one.lon === null || one.lat === null
              ? "–"
              : html`<button @click=${() => this.look(one)}>${one.lat.toFixed(6)}, ${one.lon.toFixed(6)}</button>`
          }</td></tr>`,
      )}</tbody></table>
      ${this.more ? html`<button @click=${() => this.page()}>${t("admin.ground.findings.more")}</button>` : nothing}
    </div>`;
  }

  private async choose(code: string): Promise<void> {
    this.code = this.code === code ? "" : code;
    this.cases = [];
    this.chosen = null;
    await this.page();
  }

  private async page(): Promise<void> {
    const page = ++this.pages;
    const { code, cases } = this;
    await this.attempt(
      () => ground.findings(this.job.id, code, cases.at(-1)?.number ?? 0),
      (found) => {
        this.cases = [...cases, ...found];
        this.more = found.length === PAGE;
      },
      () => page === this.pages,
    );
  }

  private look(one: Case): void {
    this.chosen = one;
    this.map?.lookAt(one);
    this.querySelector(".import-map")?.scrollIntoView({ block: "nearest" });
  }

  protected override firstUpdated(): void {
    const container = this.querySelector<HTMLElement>(".import-map");
    if (!container) return;
    this.map = new GroundMap(container, this.place, { onView: () => this.draw() });
    const { bounds } = this.job.report ?? {};
    if (bounds) this.map.look(bounds);
    else void this.draw();
    void this.page();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("cases") || changed.has("chosen"))
      this.map?.showCases(this.cases, this.chosen, (one) => this.look(one));
  }

  private async draw(): Promise<void> {
    const { map } = this;
    if (!map) return;
    const view = ++this.views;
    await this.attempt(
      () => ground.map(this.job.id, map.box),
      (drawn) => {
        this.isAll = drawn.is_all;
        map.showShapes(drawn.shapes);
      },
      () => view === this.views && map === this.map,
    );
  }

  /** Asks, and shows or tells what came of it, unless a later question has overtaken it. */
  private async attempt<T>(
    ask: () => Promise<T>,
    show: (answer: T) => void,
    isLatest: () => boolean,
  ): Promise<void> {
    try {
      const answer = await ask();
      if (isLatest()) show(answer);
    } catch (problem) {
      if (isLatest()) this.tell("ground-trouble", problem);
    }
  }
}

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type MessageKey, t, type Values } from "../../i18n";
import type { PlaceInfo } from "../../map";
import { may } from "../accounts/rights";
import { sentence } from "../complaint";
import { PageElement } from "../element";
import "../import/import.css";
import { progressView, stepList } from "../import/steps";
import { ground } from "./api";
import "./checkstep";
import { countTable } from "./checkstep";
import { columnsStep } from "./columnsstep";
import { filesStep, jobList } from "./filesstep";
import "./ground.css";
import { type Choice, type GroundJob, isAtWork, twice, withoutSystem, withPart } from "./model";
import { type NewPlace, newPlaceForm } from "./newplace";
import "./positionstep";

const STEPS = ["files", "columns", "position", "check", "done"] as const;
type Step = (typeof STEPS)[number];
const LOOK_AGAIN_MS = 700;

/** A place's streets, buildings and the like come in from a bureau's files. Goes on where somebody left it. */
@customElement("sanfen-ground")
export class GroundDialog extends PageElement {
  @property({ attribute: false }) place: PlaceInfo | null = null;
  @state() private jobs: GroundJob[] | null = null;
  @state() private job: GroundJob | null = null;
  @state() private at: Step = "files";
  @state() private busy = false;
  @state() private uploading = "";
  @state() private error = "";
  private timer = 0;

  async open(): Promise<void> {
    this.querySelector("dialog")?.showModal();
    await this.leave();
    const working = this.jobs?.find((job) => isAtWork(job.state));
    if (working) this.enter(working);
  }

  /** Back to the list. */
  private async leave(): Promise<void> {
    clearTimeout(this.timer);
    this.job = null;
    this.jobs = null;
    this.at = "files";
    await this.attempt(async () => {
      this.jobs = await ground.list(this.place?.id ?? "");
    });
  }

  private get step(): Step {
    if (!this.job || this.job.state === "open") return this.at;
    return this.job.state === "applied" || this.job.state === "applying" ? "done" : "check";
  }

  /** The place on whose map things are shown; none where it is yet to be made. */
  private get ground(): PlaceInfo | null {
    return this.job?.is_new ? null : this.place;
  }

  protected override render(): TemplateResult {
    const title = this.job?.is_new ? t("admin.ground.new_place", { id: this.job.place }) : t("admin.ground");
    return html`<dialog class="dialog import-dialog ground-dialog" aria-labelledby="ground-title" @close=${this.closed}
      @choice-changed=${(event: CustomEvent<Choice>) => this.change(event.detail)}
      @check-again=${(event: CustomEvent<Choice>) => this.check(event.detail)}
      @ground-trouble=${(event: CustomEvent) => this.told(event.detail)}>
      <div class="dialog-head"><h2 id="ground-title">${title}</h2>
        <button class="icon-button" aria-label=${t("admin.close")}
          @click=${() => this.querySelector("dialog")?.close()}>×</button></div>
      ${stepList(this.step, STEPS, (step) => t(`admin.ground.step.${step}` as MessageKey))}
      ${this.error ? html`<p class="notice" role="alert">${this.error}</p>` : nothing}
      ${this.job?.problem ? html`<p class="notice" role="alert">${problemText(this.job.problem)}</p>` : nothing}
      <div class="import-body">${this.body()}</div>
      <div class="dialog-actions">${this.actions()}</div>
    </dialog>`;
  }

  private body(): TemplateResult {
    const { job } = this;
    if (!job) return this.beginning();
    if (isAtWork(job.state))
      return progressView(
        job,
        () => this.cancel(),
        (step) => t(`admin.ground.doing.${step}` as MessageKey),
      );
    if (job.state === "ready")
      return html`<sanfen-ground-check .job=${job} .place=${this.ground}></sanfen-ground-check>`;
    if (job.state === "applied") return doneView(job);
    if (this.at === "columns") return columnsStep(job, (choice) => this.change(choice));
    if (this.at === "position")
      return html`<sanfen-ground-position .job=${job} .place=${this.ground}></sanfen-ground-position>`;
    return this.files(job);
  }

  private files(job: GroundJob | null): TemplateResult {
    return filesStep(job, this.uploading, {
      onFiles: (files) => this.add(files),
      onRemove: (file) => this.replace((id) => ground.removeFile(id, file.id)),
      onCharset: (file, charset) => this.replace((id) => ground.look(id, file.id, charset)),
      onPart: (file, layer, part) => job && this.change(withPart(job.choice, file.id, layer, part)),
    });
  }

  private beginning(): TemplateResult {
    if (this.jobs === null && !this.error) return html`<div class="skeleton" aria-busy="true"></div>`;
    return html`${this.place?.schematic ? html`<p class="notice">${t("admin.ground.schematic")}</p>` : this.files(null)}
      ${may("settings") ? newPlaceForm(this.busy, (place) => this.beginPlace(place)) : nothing}
      ${jobList(this.jobs ?? [], this.place?.zone ?? "UTC", (job) => this.enter(job))}`;
  }

  private actions(): TemplateResult {
    const { job, busy } = this;
    if (!job) return html`${nothing}`;
    const list = html`<button ?disabled=${busy} @click=${() => this.leave()}>${t("admin.ground.to_list")}</button>`;
    const discard = html`<button ?disabled=${busy} data-discard @click=${() => this.discard()}>${t("admin.ground.discard")}</button>`;
    if (job.state === "ready")
      return html`${list}${discard}
        <button ?disabled=${busy} data-back @click=${() => this.back()}>${t("admin.import.back")}</button>
        <button class="primary" data-next ?disabled=${busy || !job.report?.is_change} @click=${() => this.apply()}>${t("admin.ground.apply")}</button>`;
    if (job.state !== "open") return list;
    const at = STEPS.indexOf(this.at);
    const ready =
      job.choice.given.length > 0 &&
      twice(job.choice).length === 0 &&
      (this.at !== "position" || withoutSystem(job, job.choice).length === 0);
    return html`${list}${discard}
      ${at > 0 ? html`<button ?disabled=${busy} data-back @click=${() => this.toStep(STEPS[at - 1])}>${t("admin.import.back")}</button>` : nothing}
      <button class="primary" data-next ?disabled=${busy || !ready}
        @click=${() => (this.at === "position" ? this.check(job.choice) : this.toStep(STEPS[at + 1]))}>
        ${t(this.at === "position" ? "admin.ground.check" : "admin.import.next")}</button>`;
  }

  private enter(job: GroundJob): void {
    this.job = job;
    this.at = "files";
    if (isAtWork(job.state)) this.watch();
  }

  private async beginPlace(said: NewPlace): Promise<void> {
    const { place, ...choice } = said;
    await this.attempt(async () => this.enter(await ground.begin(place, true, choice)));
  }

  private async add(files: File[]): Promise<void> {
    await this.attempt(async () => {
      const job = this.job ?? (await ground.begin(this.place?.id ?? "", false));
      if (this.job) await ground.choose(job.id, this.job.choice);
      try {
        for (const file of files) {
          this.uploading = file.name;
          this.job = await ground.addFile(job.id, file);
        }
      } finally {
        this.uploading = "";
        if (!this.job) await ground.discard(job.id); // the only file was refused
      }
    });
  }

  private change(choice: Choice): void {
    if (this.job) this.job = { ...this.job, choice };
  }

  private async replace(act: (id: number) => Promise<GroundJob>): Promise<void> {
    const { job } = this;
    if (!job) return;
    await this.attempt(async () => {
      await ground.choose(job.id, job.choice);
      this.job = await act(job.id);
    });
  }

  private async toStep(step: Step): Promise<void> {
    const { job } = this;
    if (!job) return;
    await this.attempt(async () => {
      this.job = await ground.choose(job.id, job.choice);
      this.at = step;
    });
  }

  /** What was checked is let go of, what was chosen stays. */
  private async back(): Promise<void> {
    this.at = "position";
    await this.toStep("position");
  }

  private async check(choice: Choice): Promise<void> {
    const { job } = this;
    if (!job) return;
    await this.attempt(async () => {
      this.at = "position";
      this.job = await ground.choose(job.id, choice);
      this.job = await ground.check(job.id);
      this.watch();
    });
  }

  private async apply(): Promise<void> {
    await this.attempt(async () => {
      if (this.job) this.job = await ground.apply(this.job.id);
      this.watch();
    });
  }

  private async cancel(): Promise<void> {
    await this.attempt(async () => {
      if (this.job) this.job = await ground.cancel(this.job.id);
      this.watch();
    });
  }

  private async discard(): Promise<void> {
    const { job } = this;
    if (!job) return;
    await this.attempt(async () => {
      await ground.discard(job.id);
      await this.leave();
    });
  }

  /** Asks how far it is until it is at rest; closing the dialog stops the asking and not the work. */
  private watch(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(async () => {
      const { job } = this;
      if (!job) return;
      await this.attempt(async () => {
        const now = await ground.progress(job.id);
        if (this.job?.id !== job.id) return;
        if (isAtWork(now.state)) {
          this.job = { ...job, ...now };
          this.watch();
          return;
        }
        this.job = await ground.job(job.id);
      });
    }, LOOK_AGAIN_MS);
  }

  private closed(): void {
    clearTimeout(this.timer);
    this.job = null;
  }

  private told(problem: unknown): void {
    this.error = sentence(problem);
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.error = "";
    try {
      await work();
    } catch (problem) {
      this.told(problem);
    } finally {
      this.busy = false;
    }
  }
}

/** Why a job went no further, in the page's language where there are words. */
function problemText({ key, values = [], sentence: said }: NonNullable<GroundJob["problem"]>): string {
  const filled: Values = {};
  for (let at = 0; at + 1 < values.length; at += 2)
    filled[String(values[at])] = values[at + 1] as string | number;
  const last = key?.split(".").pop() ?? "";
  const text = key?.startsWith("ground.choice.")
    ? t(`ground.choice.${last}` as MessageKey, filled)
    : key?.startsWith("import.refused.")
      ? t(`import.refused.${last}` as MessageKey, filled)
      : key === "import.failed.attempts"
        ? t("import.failed.attempts", filled)
        : "";
  return text && text !== key ? text : (said ?? t("ground.failed"));
}

function doneView(job: GroundJob): TemplateResult {
  return html`<div class="import-done" role="status">
    <p><strong>${t("admin.ground.done", { place: job.place })}</strong></p>
    ${job.report ? countTable(job.report) : nothing}
    ${job.report?.remark ? html`<p class="hint">${job.report.remark}</p>` : nothing}
    <p><a class="button" href="/admin?place=${job.place}">${t("admin.ground.open_place")}</a></p>
  </div>`;
}

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { language, type MessageKey, t } from "../../i18n";
import { localName, type PlaceInfo } from "../../map";
import { may } from "../accounts/rights";
import { ask } from "../ask";
import { attempted, isPassing, sentence } from "../complaint";
import { PageElement } from "../element";
import "../import/import.css";
import { problemText } from "../import/refusal";
import { progressView, stepList } from "../import/steps";
import { ProgressWatch } from "../import/watch";
import { ground } from "./api";
import { type PlaceBeginning, placeBeginningForm } from "./beginning";
import "./checkstep";
import { countTable } from "./checkstep";
import { columnsStep } from "./columnsstep";
import { filesStep, jobList } from "./filesstep";
import "./ground.css";
import { type Choice, type GroundJob, isAtWork, twice, withoutSystem, withPart } from "./model";
import "./positionstep";
import { Sending } from "./sending";
import { withShapefiles } from "./shapefile";

const STEPS = ["files", "columns", "position", "check", "done"] as const;
type Step = (typeof STEPS)[number];

/** A place's streets, buildings and the like come in from a bureau's files. Goes on where somebody left it. */
@customElement("sanfen-ground")
export class GroundDialog extends PageElement {
  @property({ attribute: false }) place: PlaceInfo | null = null;
  @state() private jobs: GroundJob[] | null = null;
  @state() private job: GroundJob | null = null;
  @state() private at: Step = "files";
  @state() private works = 0;
  @state() private uploading = "";
  @state() private error = "";
  /** Whether something was chosen that the server has not been told. */
  private isChanged = false;
  private keeping = Promise.resolve(true);
  private readonly watch = new ProgressWatch({
    progress: (id) => ground.progress(id),
    isAtWork: ({ state }) => isAtWork(state),
    moved: (progress) => {
      if (this.job) this.job = { ...this.job, ...progress };
      this.error = "";
    },
    rested: (id) => this.rested(id),
    lost: () => {
      this.error = t("admin.import.lost");
    },
    refused: (problem) => this.told(problem),
  });
  private readonly sending = new Sending({
    begin: () => ground.begin(this.place?.id ?? "", false),
    addFile: (id, file) => ground.addFile(id, file),
    discard: (id) => ground.discard(id),
    sending: (name) => {
      this.uploading = name;
    },
    taken: (job) => {
      this.job = job;
    },
  });

  private begun = Promise.resolve();

  /** Files that are still on their way are gone on with where one left them. */
  async open(): Promise<void> {
    this.querySelector("dialog")?.showModal();
    if (this.uploading) return;
    await this.leave();
    if (this.job) return; // what was chosen in it could not be kept
    const working = this.jobs?.find((job) => isAtWork(job.state));
    if (working) this.enter(working);
  }

  /** Back to the list, if what was chosen can be kept. */
  private async leave(): Promise<void> {
    this.watch.stop();
    this.error = "";
    if (!(await this.keep())) return;
    const { error } = this;
    this.job = null;
    this.jobs = null;
    this.at = "files";
    await this.attempt(async () => {
      this.jobs = await ground.list(this.place?.id);
    });
    this.error ||= error;
  }

  /** Tells the server what was chosen, one word after the other; false where it would have to forget it. */
  private keep(): Promise<boolean> {
    const tell = () => this.tellChoice();
    this.keeping = this.keeping.then(tell, tell);
    return this.keeping;
  }

  private async tellChoice(): Promise<boolean> {
    const { job } = this;
    if (job?.state !== "open" || !this.isChanged) return true;
    this.isChanged = false;
    const tell = async () => {
      await ground.choose(job.id, job.choice);
    };
    await attempted(tell, (problem) => {
      this.told(problem);
      this.isChanged ||= isPassing(problem);
    });
    return !this.isChanged;
  }

  private get busy(): boolean {
    return this.works > 0;
  }

  private get step(): Step {
    if (!this.job || this.job.state === "open") return this.at;
    return this.job.state === "applied" || this.job.state === "applying" ? "done" : "check";
  }

  /** The place on whose map things are shown; none where it is yet to be made. */
  private get ground(): PlaceInfo | null {
    return this.job?.place === this.place?.id ? this.place : null;
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
      ${this.job?.problem ? html`<p class="notice" role="alert">${problemText(this.job.problem, t("ground.failed"))}</p>` : nothing}
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
    if (job.state === "applied") return doneView(job, this.ground);
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
    return html`${this.ofPlace()}
      ${may("settings") ? placeBeginningForm(this.busy, !this.place, (place) => this.beginPlace(place)) : nothing}
      ${jobList(this.jobs ?? [], this.place?.zone ?? "UTC", (job) => this.enter(job))}`;
  }

  private ofPlace(): TemplateResult | typeof nothing {
    if (!this.place) return nothing;
    return this.place.schematic
      ? html`<p class="notice">${t("admin.ground.schematic")}</p>`
      : this.files(null);
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
    if (isAtWork(job.state)) this.watch.start(job.id);
  }

  private async beginPlace(said: PlaceBeginning): Promise<void> {
    const { place, ...choice } = said;
    this.begun = this.attempt(async () => this.enter(await ground.begin(place, true, choice)));
    await this.begun;
  }

  private async add(files: File[]): Promise<void> {
    await this.begun; // what comes while a new place is begun is meant for it
    await this.attempt(async () => {
      if (!this.uploading) await this.keep();
      const refused = await this.sending.send(await withShapefiles(files), this.job);
      if (refused.length) this.error = [...new Set(refused.map(sentence))].join(" ");
    });
  }

  private change(choice: Choice): void {
    if (!this.job) return;
    this.job = { ...this.job, choice };
    this.isChanged = true;
    if (!this.uploading) void this.keep(); // the page may go away before the step is left
  }

  private async replace(act: (id: number) => Promise<GroundJob>): Promise<void> {
    const { job } = this;
    if (!job) return;
    await this.attempt(async () => {
      await this.choose(job, job.choice);
      this.job = await act(job.id);
    });
  }

  private async toStep(step: Step): Promise<void> {
    const { job } = this;
    if (!job) return;
    await this.attempt(async () => {
      this.job = await this.choose(job, job.choice);
      this.at = step;
    });
  }

  private async choose(job: GroundJob, choice: Choice): Promise<GroundJob> {
    await this.keeping.catch(() => {}); // an earlier word must not arrive later
    const chosen = await ground.choose(job.id, choice);
    this.isChanged = false;
    return chosen;
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
      const chosen = await this.choose(job, choice);
      this.at = "position";
      try {
        this.enterWork(await ground.check(job.id));
      } catch (problem) {
        this.job = chosen; // what was checked before is gone
        throw problem;
      }
    });
  }

  private async apply(): Promise<void> {
    const { job } = this;
    if (job) await this.attempt(async () => this.enterWork(await ground.apply(job.id)));
  }

  private async cancel(): Promise<void> {
    const { job } = this;
    if (job) await this.attempt(async () => this.enterWork(await ground.cancel(job.id)));
  }

  /** Closing the dialog stops the asking and not the work. */
  private enterWork(job: GroundJob): void {
    if (!this.querySelector("dialog")?.open) return;
    this.job = job;
    if (isAtWork(job.state)) this.watch.start(job.id);
    else this.watch.stop();
  }

  private async rested(id: number): Promise<void> {
    const job = await ground.job(id);
    if (this.job?.id !== id) return;
    this.job = job;
    this.error = "";
  }

  private async discard(): Promise<void> {
    const { job } = this;
    if (!job) return;
    const answer = await ask({
      title: t("admin.ground.discard.title"),
      text: t("admin.ground.discard.text", { files: job.files.map((file) => file.name).join(", ") }),
      answers: [{ id: "discard", label: t("admin.ground.discard"), kind: "danger" }],
    });
    if (!answer) return;
    await this.attempt(async () => {
      await ground.discard(job.id);
      this.job = null;
      this.isChanged = false;
      await this.leave();
    });
  }

  /** What was chosen is kept with the job; where that fails, the dialog opens again as it was left. */
  private async closed(): Promise<void> {
    this.watch.stop();
    if (this.uploading) return;
    const kept = await this.keep();
    if (kept && !this.querySelector("dialog")?.open) this.job = null;
  }

  private told(problem: unknown): void {
    this.error = sentence(problem);
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.works++;
    this.error = "";
    await attempted(work, (problem) => this.told(problem)).finally(() => {
      this.works--;
    });
  }
}

/** @param place that was known before; a new one is called as it was named here */
function doneView(job: GroundJob, place: PlaceInfo | null): TemplateResult {
  const name = localName(place ?? { names: job.choice.names }, language()) ?? job.place;
  return html`<div class="import-done" role="status">
    <p><strong>${t("admin.ground.done", { place: name })}</strong></p>
    ${job.report ? countTable(job.report) : nothing}
    ${job.report?.found ? html`<p class="hint">${t("admin.ground.zone_found", { place: job.place, ...job.report.found })}</p>` : nothing}
    <p><a class="button primary" href="/admin?place=${job.place}">${t("admin.ground.open_place")}</a></p>
  </div>`;
}

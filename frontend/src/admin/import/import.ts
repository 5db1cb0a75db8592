import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { figure, t } from "../../i18n";
import type { PlaceInfo } from "../../map";
import { ask } from "../ask";
import { attempted, sentence } from "../complaint";
import { PageElement } from "../element";
import type { Kind } from "../model";
import { imports } from "./api";
import { columnsStep } from "./columnsstep";
import { doneView } from "./done";
import { extractStep } from "./extractstep";
import { fileStep } from "./filestep";
import "./import.css";
import { type Choice, type Counts, hasPosition, isAtWork, isExtract, type Job } from "./model";
import "./positionstep";
import "./preview";
import { EXTRACT_STEPS, failure, progressView, STEPS, type Step, stepList } from "./steps";
import { ProgressWatch } from "./watch";

/** A register comes in: file, columns, coordinates, preview, taking over. Goes on where somebody left it. */
@customElement("sanfen-import")
export class ImportDialog extends PageElement {
  @property({ attribute: false }) place: PlaceInfo | null = null;
  @property({ attribute: false }) kinds = new Map<string, Kind>();
  @state() private jobs: Job[] | null = null;
  @state() private job: Job | null = null;
  @state() private choice: Choice | null = null;
  @state() private atPosition = false;
  @state() private busy = false;
  @state() private error = "";
  private readonly watch = new ProgressWatch({
    progress: (id) => imports.progress(id),
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

  async open(): Promise<void> {
    this.querySelector("dialog")?.showModal();
    await this.leave();
  }

  /** Back to the list of imports. */
  private async leave(): Promise<void> {
    this.watch.stop();
    this.job = null;
    this.jobs = null;
    await this.attempt(async () => {
      this.jobs = await imports.list(this.place?.id ?? "");
    });
  }

  private get step(): Step {
    if (!this.job) return "file";
    if (this.job.state === "looked_at") {
      if (isExtract(this.job.look)) return "extract";
      return this.atPosition ? "position" : "columns";
    }
    if (this.job.state === "reading" || this.job.state === "ready") return "preview";
    if (this.job.state === "cancelled" || this.job.state === "failed") return "file";
    return "done";
  }

  protected override render(): TemplateResult {
    return html`<dialog class="dialog import-dialog" aria-labelledby="import-title" @close=${this.closed}
      @import-trouble=${(event: CustomEvent) => this.told(event.detail)}>
      <div class="dialog-head">
        <h2 id="import-title">${this.job ? t("admin.import.of", { file: this.job.file_name }) : t("admin.import")}</h2>
        <button class="icon-button" aria-label=${t("admin.close")}
          @click=${() => this.querySelector("dialog")?.close()}>×</button>
      </div>
      ${stepList(this.step, this.job && isExtract(this.job.look) ? EXTRACT_STEPS : STEPS)}
      ${this.error ? html`<p class="notice" role="alert">${this.error}</p>` : nothing}
      <div class="import-body">${this.place ? this.body(this.place) : nothing}</div>
      <div class="dialog-actions">${this.actions()}</div>
    </dialog>`;
  }

  private body(place: PlaceInfo): TemplateResult {
    const { job, choice } = this;
    if (!job)
      return fileStep(this.jobs, place.zone, this.busy && this.jobs !== null, {
        onFile: (file) => this.begin(file),
        onOpen: (chosen) => this.resume(chosen),
      });
    if (isAtWork(job.state)) return progressView(job, () => this.cancel());
    if (job.state === "looked_at" && isExtract(job.look)) return extractStep(job.look, place.zone);
    if (job.state === "looked_at" && choice)
      return this.atPosition
        ? html`<sanfen-import-position .job=${job.id} .look=${job.look} .choice=${choice} .place=${place}
            @choice-changed=${(event: CustomEvent<Partial<Choice>>) => this.change(event.detail)}></sanfen-import-position>`
        : columnsStep(job.look, choice, this.kinds, {
            onLook: (settled) => this.lookAgain(settled),
            onChange: (part) => this.change(part),
          });
    if (job.state === "ready")
      return html`${job.problem ? html`<p class="notice" role="alert">${failure(job)}</p>` : nothing}
        <sanfen-import-preview .job=${job} .place=${place} .kinds=${this.kinds}
          @import-counts=${(event: CustomEvent<Counts>) => {
            this.job = { ...job, counts: { ...job.counts, ...event.detail } };
          }}></sanfen-import-preview>`;
    return doneView(job, place, this.kinds);
  }

  private actions(): TemplateResult {
    const { job } = this;
    if (!job) return html`${nothing}`;
    const back = html`<button ?disabled=${this.busy} @click=${() => this.leave()}>${t("admin.import.to_list")}</button>`;
    if (job.state === "looked_at") {
      const last = this.atPosition || !hasPosition(job.look, this.choice?.mapping ?? job.look.mapping);
      return html`${back}
        ${this.atPosition ? html`<button @click=${() => this.toStep(false)}>${t("admin.import.back")}</button>` : nothing}
        <button class="primary" data-next ?disabled=${this.busy}
          @click=${() => (last ? this.check() : this.toStep(true))}>${t(last ? "admin.import.check" : "admin.import.next")}</button>`;
    }
    if (job.state === "ready") {
      const n = (job.counts.new_taken ?? 0) + (job.counts.changed_taken ?? 0);
      return html`${back}
        <button ?disabled=${this.busy} @click=${() => this.reread()}>${t("admin.import.back")}</button>
        <button @click=${() => this.discard()}>${t("admin.import.discard")}</button>
        <button class="primary" data-next ?disabled=${this.busy} @click=${() => this.apply()}>
          ${n === 0 ? t("admin.import.apply.nothing") : t("admin.import.apply", { n: figure(n) })}</button>`;
    }
    if (job.state === "applied" && job.change_number !== null)
      return html`${back}<button class="danger" data-undo ?disabled=${this.busy} @click=${() => this.undo()}>${t("admin.import.undo")}</button>`;
    if ((job.state === "cancelled" || job.state === "failed") && !job.tidied)
      return html`${back}<button class="primary" data-next @click=${() => this.reread()}>${t("admin.import.again")}</button>`;
    return back;
  }

  private async begin(file: File): Promise<void> {
    await this.attempt(async () => this.enter(await imports.open(this.place?.id ?? "", file)));
  }

  private async resume(job: Job): Promise<void> {
    await this.attempt(async () => this.enter(await imports.job(job.id)));
  }

  private enter(job: Job): void {
    const found = job.state === "looked_at" && this.job?.id !== job.id;
    this.job = job;
    if (found || !this.choice) this.choice = job.choice ?? choiceOf(job);
    this.atPosition = false;
    if (isAtWork(job.state)) this.watch.start(job.id);
  }

  /** Reading again begins with what was chosen the last time. */
  private async reread(): Promise<void> {
    const { job } = this;
    if (!job) return;
    const choice = job.choice ?? choiceOf(job);
    await this.attempt(async () => {
      const { charset, delimiter, part, header_row } = choice;
      this.job = await imports.look(job.id, { charset, delimiter, part, header_row });
      this.choice = choice;
      this.atPosition = false;
    });
  }

  private async lookAgain(settled: Partial<Choice>): Promise<void> {
    const { job, choice } = this;
    if (!job || !choice) return;
    await this.attempt(async () => {
      this.job = await imports.look(job.id, settled);
      const { kind, source, licence } = choice;
      this.choice = { ...choiceOf(this.job), kind, source, licence };
    });
  }

  private change(part: Partial<Choice>): void {
    if (this.choice) this.choice = { ...this.choice, ...part };
  }

  private async toStep(atPosition: boolean): Promise<void> {
    this.atPosition = atPosition;
    this.error = "";
  }

  private async check(): Promise<void> {
    const { job, choice } = this;
    if (!job || !choice) return;
    await this.attempt(async () => {
      this.job = await imports.choose(job.id, choice);
      this.watch.start(job.id);
    });
  }

  private async apply(): Promise<void> {
    const { job } = this;
    if (!job) return;
    await this.attempt(async () => {
      this.job = await imports.apply(job.id);
      this.watch.start(job.id);
    });
  }

  private async undo(): Promise<void> {
    const { job } = this;
    if (!job) return;
    const answer = await ask({
      title: t("admin.import.undo.title"),
      text: t("admin.import.undo.text", { file: job.file_name }),
      answers: [{ id: "undo", label: t("admin.import.undo"), kind: "danger" }],
    });
    if (!answer) return;
    await this.attempt(async () => {
      this.job = await imports.undo(job.id);
      this.watch.start(job.id);
    });
  }

  private async cancel(): Promise<void> {
    await this.attempt(async () => {
      if (this.job) this.job = await imports.cancel(this.job.id);
    });
  }

  private async discard(): Promise<void> {
    const { job } = this;
    if (!job) return;
    const answer = await ask({
      title: t("admin.import.discard.title"),
      text: t("admin.import.discard.text", { file: job.file_name }),
      answers: [{ id: "discard", label: t("admin.import.discard"), kind: "danger" }],
    });
    if (!answer) return;
    await this.attempt(async () => {
      await imports.discard(job.id);
      await this.leave();
    });
  }

  private async rested(id: number): Promise<void> {
    const job = await imports.job(id);
    if (this.job?.id !== id) return;
    this.job = job;
    this.error = "";
    if (job.state === "applied" || job.state === "undone") this.tell("points-changed");
  }

  private closed(): void {
    this.watch.stop();
    this.job = null;
    this.choice = null;
  }

  private told(problem: unknown): void {
    this.error = sentence(problem);
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.error = "";
    await attempted(work, (problem) => this.told(problem)).finally(() => {
      this.busy = false;
    });
  }
}

/** All as the look has found it; the register's name by the file's, as the command line does. */
function choiceOf({ look, file_name }: Job): Choice {
  const name = file_name
    .replace(/\.\w+$/, "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return {
    charset: look.charset,
    delimiter: look.delimiter,
    quote: look.quote,
    part: look.part,
    header_row: look.header_row,
    mapping: look.mapping,
    crs: look.crs.in_doubt && look.crs.candidates.length > 1 ? null : (look.crs.candidates[0]?.crs ?? null),
    swapped: look.crs.swapped,
    kind: null,
    source: name || "register",
    licence: null,
  };
}

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { sendFile } from "../../http";
import { t } from "../../i18n";
import { signedIn } from "../api";
import { sentence } from "../complaint";
import { PageElement } from "../element";
import { LANGUAGES, languageName } from "../fields";
import type { PhotoLine, PointFeature } from "../model";
import type { PointEdit } from "../pointedit";
import type { Proposal } from "../review/model";
import "./photos.css";

/** As many as the server takes. */
const MOST = 5;

/** The photos of a saved point: each act is a change of its own, which can be undone. */
@customElement("sanfen-point-photos")
export class PointPhotos extends PageElement {
  @property({ attribute: false }) edit!: PointEdit;
  @property({ attribute: false }) point: PointFeature | null = null;
  /** One's own proposal that is open for it; its photos are shown. */
  @property({ attribute: false }) own: Proposal | null = null;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) mayChange = false;
  @state() private message = "";
  /** Ids of points that a picture is on its way to. */
  private readonly uploading = new Set<string>();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("point") && changed.get("point")?.id !== this.point?.id) this.message = "";
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.mayChange && this.photos.length === 0) return nothing;
    return html`<fieldset class="point-photos" data-key="photos">
      <legend>${t("admin.photos")}</legend>
      ${this.point ? this.photosOf(this.point) : html`<p class="hint">${t("admin.photos.new")}</p>`}
    </fieldset>`;
  }

  private photosOf(point: PointFeature): TemplateResult {
    const { photos } = this;
    const isUploading = this.uploading.has(point.id);
    const complaint = this.message || this.edit.errors.photos;
    return html`<ol>${photos.map((photo, at) => this.photoView(point, photo, at))}</ol>
      ${complaint ? html`<p class="field-error" role="alert">${complaint}</p>` : nothing}
      ${
        this.mayChange && photos.length < MOST
          ? html`<label class="button photo-add ${isUploading ? "is-busy" : ""}">
              ${t(isUploading ? "admin.photos.sending" : "admin.photos.add")}
              <input type="file" class="sr" accept="image/jpeg,image/png,image/webp" multiple
                ?disabled=${this.busy || isUploading} @change=${this.chosen} /></label>
            <p class="hint">${t("admin.photos.hint", { most: MOST })}</p>`
          : nothing
      }`;
  }

  private photoView(point: PointFeature, photo: PhotoLine, at: number): TemplateResult {
    const path = `/admin/api/points/${encodeURIComponent(point.id)}/photos/${photo.hash}.jpg`;
    const name = t("admin.photos.nth", { n: at + 1 });
    return html`<li>
      <a href=${path} target="_blank" rel="noopener"><img src="${path}?size=small" width=${photo.width ?? nothing}
        height=${photo.height ?? nothing} alt=${name} /></a>
      ${this.mayChange ? this.photoDeeds(photo, at, name) : html`<p class="photo-words">${Object.values(photo.caption ?? {}).join(" / ")}</p>`}
    </li>`;
  }

  private photoDeeds(photo: PhotoLine, at: number, name: string): TemplateResult {
    return html`<div class="photo-words">
        ${LANGUAGES.map(
          (tag) => html`<label>${t("admin.photos.caption")} (${languageName(tag)})
            <input maxlength="120" lang=${tag} .value=${photo.caption?.[tag] ?? ""} ?disabled=${this.busy}
              @change=${(event: Event) => this.caption(at, tag, (event.target as HTMLInputElement).value.trim())} /></label>`,
        )}
      </div>
      <div class="photo-deeds">
        <button type="button" class="icon-button" ?disabled=${this.busy || at === 0}
          aria-label="${name}: ${t("admin.photos.earlier")}" @click=${() => this.move(at, at - 1)}>↑</button>
        <button type="button" class="icon-button" ?disabled=${this.busy || at === this.photos.length - 1}
          aria-label="${name}: ${t("admin.photos.later")}" @click=${() => this.move(at, at + 1)}>↓</button>
        <button type="button" class="icon-button" ?disabled=${this.busy}
          aria-label="${name}: ${t("admin.photos.drop")}" @click=${() => this.drop(at)}>×</button>
      </div>`;
  }

  private get photos(): PhotoLine[] {
    return this.point ? this.edit.photosOf(this.point) : [];
  }

  private async chosen(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = "";
    const { point } = this;
    if (!point) return;
    this.message = "";
    this.uploading.add(point.id);
    try {
      for (const picture of files) await this.tryToAdd(picture, point, files.length > 1);
    } finally {
      this.uploading.delete(point.id);
      this.requestUpdate();
    }
  }

  /** One that is refused is told by its name, where there are several, and the others go on. */
  private async tryToAdd(picture: File, point: PointFeature, oneOfSeveral: boolean): Promise<void> {
    try {
      await this.add(picture, point);
    } catch (problem) {
      this.complain(oneOfSeveral ? `${picture.name}: ${sentence(problem)}` : sentence(problem), point);
    }
  }

  /** The point is the one that the picture was chosen for, whichever is open when it has arrived. */
  private async add(picture: File, point: PointFeature): Promise<void> {
    if (this.edit.photosOf(point).length >= MOST) {
      this.complain(t("admin.photos.most", { most: MOST }), point);
      return;
    }
    const path = `/admin/api/points/${encodeURIComponent(point.id)}/photos`;
    const { hash } = await signedIn(() =>
      sendFile<PhotoLine>(path, picture.type || "application/octet-stream", picture),
    );
    if (this.edit.photosOf(point).some((photo) => photo.hash === hash)) {
      this.complain(t("admin.photos.twice"), point);
      return;
    }
    const photosOf = (now: PointFeature) => ({ photos: sent([...this.edit.photosOf(now), { hash }]) });
    await this.edit.setNow(photosOf, t("admin.photos.did_add"), point);
  }

  private complain(text: string, point: PointFeature): void {
    if (this.point?.id === point.id) this.message = [this.message, text].filter(Boolean).join(" ");
    else this.tell("refused-late", text);
  }

  private caption(at: number, tag: string, words: string): void {
    const photos = this.photos.map((photo, i) => {
      if (i !== at) return photo;
      const { [tag]: _, ...others } = photo.caption ?? {};
      return { ...photo, caption: words ? { ...others, [tag]: words } : others };
    });
    void this.save(photos, t("admin.did.saved"));
  }

  private move(from: number, to: number): void {
    const photos = [...this.photos];
    photos.splice(to, 0, ...photos.splice(from, 1));
    void this.save(photos, t("admin.photos.did_move"));
  }

  private drop(at: number): void {
    void this.save(
      this.photos.filter((_, i) => i !== at),
      t("admin.photos.did_drop"),
    );
  }

  private async save(photos: PhotoLine[], text: string): Promise<void> {
    await this.edit.setNow(() => ({ photos: sent(photos) }), text);
  }
}

/** As the server takes them. */
function sent(photos: PhotoLine[]): PhotoLine[] {
  return photos.map(({ hash, caption }) => (caption ? { hash, caption } : { hash }));
}

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Problem } from "../../http";
import { t } from "../../i18n";
import type { PlaceInfo } from "../../map";
import { sentence } from "../complaint";
import { PageElement } from "../element";
import type { PointFeature } from "../model";
import { FORMATS, type Format, fetchExport } from "./api";
import "./export.css";

/** Takes away what the list shows as a file; says before what will be in it. */
@customElement("sanfen-export")
export class ExportDialog extends PageElement {
  @property({ attribute: false }) place: PlaceInfo | null = null;
  /** What the list shows, asked for when the dialog opens. */
  @property({ attribute: false }) listed: () => PointFeature[] = () => [];
  @state() private points: PointFeature[] = [];
  @state() private format: Format = "xlsx";
  @state() private message = "";
  @state() private busy = false;

  open(): void {
    this.points = this.listed();
    this.message = "";
    this.querySelector("dialog")?.showModal();
  }

  protected override render(): TemplateResult {
    const internal = this.points.filter((point) => point.properties.visibility === "internal").length;
    const empty = this.points.length === 0;
    return html`<dialog class="dialog export-dialog" aria-labelledby="export-title">
      <div class="dialog-head">
        <h2 id="export-title">${t("admin.export")}</h2>
        <button class="icon-button" aria-label=${t("admin.close")}
          @click=${() => this.querySelector("dialog")?.close()}>×</button>
      </div>
      <p>${empty ? t("admin.export.none") : t("admin.export.contains", { n: this.points.length })}</p>
      ${internal > 0 ? html`<p class="notice">${t("admin.export.internal", { n: internal })}</p>` : nothing}
      ${this.place?.schematic ? html`<p class="notice">${t("admin.export.schematic")}</p>` : nothing}
      <fieldset class="export-formats"><legend>${t("admin.export.format")}</legend>
        ${FORMATS.map(
          (format) => html`<label><input type="radio" name="export-format" value=${format}
            .checked=${format === this.format} @change=${() => {
              this.format = format;
            }} />${t(`admin.export.${format}`)}</label>`,
        )}
      </fieldset>
      <p class="hint">${this.format === "osm" ? t("admin.export.osm.hint") : t("admin.export.again")}</p>
      <p class="export-said" role="status">${this.busy ? t("admin.export.busy") : this.message}</p>
      <div class="dialog-actions">
        <button class="primary" ?disabled=${empty || this.busy} @click=${this.download}>${t("admin.export.do")}</button>
      </div>
    </dialog>`;
  }

  private async download(): Promise<void> {
    if (!this.place) return;
    this.busy = true;
    try {
      const ids = this.points.map((point) => point.id);
      const { name, file } = await fetchExport(this.place.id, this.format, ids);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(file);
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
      this.message = t("admin.export.done", { name });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.message = problem.status === 0 ? t("admin.export.offline") : sentence(problem);
    } finally {
      this.busy = false;
    }
  }
}

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { PlaceInfo } from "../../map";
import { may } from "../accounts/rights";
import { PageElement } from "../element";
import type { AreasDialog } from "./dialog";

/** The place of the areas dialog; its code is fetched when somebody opens it. */
@customElement("sanfen-areas")
export class Areas extends PageElement {
  @property({ attribute: false }) place: PlaceInfo | null = null;
  @state() private loaded = false;

  async open(): Promise<void> {
    await import("./dialog");
    this.loaded = true;
    await this.updateComplete;
    await this.querySelector<AreasDialog>("sanfen-areas-dialog")?.open();
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.loaded
      ? html`<sanfen-areas-dialog .place=${this.place}
      .mayChange=${may("edit_areas", this.place?.id)}></sanfen-areas-dialog>`
      : nothing;
  }
}

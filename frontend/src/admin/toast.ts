import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { t } from "../i18n";
import { PageElement } from "./element";

const SHOWN_MS = 12_000;

/** Says what was done, and takes it back on request; stays while pointer or focus is on it. */
@customElement("sanfen-toast")
export class Toast extends PageElement {
  @state() private text = "";
  @state() private undo: (() => void) | null = null;
  private timer = 0;
  private shown = 0;

  /** What comes back takes it away, where nothing else is said by then. */
  show(text: string, undo: (() => void) | null = null): () => void {
    this.text = text;
    this.undo = undo;
    this.shown++;
    this.wait();
    const { shown } = this;
    return () => {
      if (shown === this.shown) this.clear();
    };
  }

  protected override render(): TemplateResult {
    return html`<div class="toast-space" role="status" aria-live="polite">
      ${
        this.text
          ? html`<div class="toast" @pointerenter=${this.hold} @pointerleave=${this.wait}
              @focusin=${this.hold} @focusout=${this.wait}>
              <span>${this.text}</span>
              ${this.undo ? html`<button @click=${this.takeBack}>${t("admin.undo")}</button>` : nothing}
              <button class="icon-button" aria-label=${t("admin.close")} @click=${this.clear}>×</button>
            </div>`
          : nothing
      }
    </div>`;
  }

  private takeBack(): void {
    const undo = this.undo;
    this.clear();
    undo?.();
  }

  private hold(): void {
    clearTimeout(this.timer);
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.clear(), SHOWN_MS);
  }

  private clear(): void {
    clearTimeout(this.timer);
    this.text = "";
    this.undo = null;
  }
}

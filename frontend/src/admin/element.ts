import { LitElement } from "lit";

/** A component in the page's own tree: the page's one stylesheet applies, as the Content-Security-Policy wants it. */
export class PageElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Tells the component above; bubbling, so that it may be caught anywhere on the way. */
  protected tell<T>(name: string, detail?: T): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}

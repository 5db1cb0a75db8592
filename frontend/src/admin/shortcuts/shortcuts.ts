import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type MessageKey, t } from "../../i18n";
import { PageElement } from "../element";
import "./shortcuts.css";

export interface Shortcut {
  /** As KeyboardEvent.key has it, lower case. */
  keys: string[];
  /** With Ctrl, or Cmd on a Mac. */
  withCtrl?: boolean;
  withShift?: boolean;
  /** Also while something is being typed. */
  always?: boolean;
  label: MessageKey;
  /** None where an element of the page sees to it itself and the help only tells of it. */
  act?: () => void;
}

/** Does what a key press asks for, and says whether it did anything; not while a dialog is open. */
export function press(event: KeyboardEvent, shortcuts: readonly Shortcut[]): boolean {
  if (document.querySelector("dialog[open]") || event.altKey || event.isComposing) return false;
  const isTyping =
    (event.target as HTMLElement | null)?.closest?.("input:not([type=checkbox]), select, textarea") != null;
  const found = shortcuts.find(
    (one) =>
      one.act &&
      one.keys.includes(event.key.toLowerCase()) &&
      Boolean(one.withCtrl) === (event.ctrlKey || event.metaKey) &&
      (one.withShift === undefined || one.withShift === event.shiftKey) &&
      (one.always || !isTyping),
  );
  if (!found) return false;
  event.preventDefault(); // else the same key press would close a dialog that it opens, or be typed into a field
  found.act?.();
  return true;
}

/** What the keys do; opened by "?". */
@customElement("sanfen-shortcuts")
export class ShortcutsDialog extends PageElement {
  @property({ attribute: false }) shortcuts: Shortcut[] = [];

  open(): void {
    this.querySelector("dialog")?.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog class="dialog shortcuts" aria-labelledby="shortcuts-title">
      <div class="dialog-head">
        <h2 id="shortcuts-title">${t("admin.shortcuts")}</h2>
        <button class="icon-button" aria-label=${t("admin.close")}
          @click=${() => this.querySelector("dialog")?.close()}>×</button>
      </div>
      <dl>${this.shortcuts.map(
        (one) => html`<div><dt>${this.keys(one)}</dt><dd>${t(one.label)}</dd></div>`,
      )}</dl>
    </dialog>`;
  }

  private keys({ keys, withCtrl, withShift }: Shortcut): TemplateResult {
    const held = [withCtrl ? "Ctrl" : "", withShift ? "Shift" : ""].filter(Boolean);
    return html`${[...held, NAMES[keys[0]] ?? keys[0].toUpperCase()].map((key) => html`<kbd>${key}</kbd>`)}`;
  }
}

const NAMES: Record<string, string> = {
  escape: "Esc",
  enter: "Enter",
  " ": "Space",
  arrowdown: "↑ ↓",
};

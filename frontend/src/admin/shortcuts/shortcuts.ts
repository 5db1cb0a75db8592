import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type MessageKey, t } from "../../i18n";
import { PageElement } from "../element";
import { areLetterKeysOn, setLetterKeys } from "./letterkeys";
import { closeMenu } from "./menus";
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

/** Does what a key press asks for; not while a dialog is open. */
export function press(event: KeyboardEvent, shortcuts: readonly Shortcut[]): void {
  if (document.querySelector("dialog[open]") || event.altKey || event.isComposing) return;
  const at = event.target as HTMLElement | null;
  if (event.key === "Escape") {
    if (at?.matches?.("input[type=search]")) return; // it empties itself
    if (closeMenu()) {
      event.preventDefault();
      return;
    }
  }
  const isTyping = at?.closest?.("input:not([type=checkbox]), select, textarea") != null;
  const found = find(event, shortcuts, isTyping, areLetterKeysOn());
  if (!found) return;
  event.preventDefault(); // else the same key press would close a dialog that it opens, or be typed into a field
  found.act?.();
}

/** What a key press means, if anything. */
export function find(
  event: KeyboardEvent,
  shortcuts: readonly Shortcut[],
  isTyping: boolean,
  letters: boolean,
): Shortcut | undefined {
  const withCtrl = event.ctrlKey || event.metaKey;
  return shortcuts.find(
    (one) =>
      one.act &&
      one.keys.includes(event.key.toLowerCase()) &&
      Boolean(one.withCtrl) === withCtrl &&
      (one.withShift === undefined || one.withShift === event.shiftKey) &&
      (one.always || (!isTyping && (letters || withCtrl))),
  );
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
      <label class="check"><input type="checkbox" name="letters" .checked=${areLetterKeysOn()}
        @change=${(event: Event) => setLetterKeys((event.target as HTMLInputElement).checked)} />${t("admin.shortcuts.letters")}</label>
      <p class="hint">${t("admin.shortcuts.letters.hint")}</p>
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

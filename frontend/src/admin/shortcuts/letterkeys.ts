// Somebody who speaks to the machine, or has an unsteady hand, turns off keys that act without Ctrl (WCAG 2.1.4). Kept on
// this device, as the language is; it says nothing of anybody.
const KEY = "sanfen.editor.letter-keys";
let isOn: boolean | null = null;

export function areLetterKeysOn(): boolean {
  isOn ??= kept() !== "off";
  return isOn;
}

export function setLetterKeys(on: boolean): void {
  isOn = on;
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "off");
  } catch {
    // the choice then lasts for this page only
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // a private window
  }
}

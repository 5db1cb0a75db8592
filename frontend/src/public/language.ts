import { language } from "../i18n";

/** The one thing kept on the device: the language that a visitor chose himself. Nothing of it is sent but ?lang=. */
const KEY = "sanfen.language";

export function keepLanguage(chosen: string): void {
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // a private window: the choice then lasts for this page only
  }
}

/** Goes to the chosen language if the page came in another and its address names none. True when leaving. */
export function goToKeptLanguage(): boolean {
  const words = new URLSearchParams(location.search);
  if (words.has("lang")) return false;
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(KEY);
  } catch {
    return false;
  }
  if (!kept || kept === language()) return false;
  words.set("lang", kept);
  location.replace(`/?${words}${location.hash}`);
  return true;
}

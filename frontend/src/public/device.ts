// What a visitor chose for this device, language and size of type: read before the first paint, on every public page, and
// kept nowhere else. Nothing of it is sent but ?lang=. The one module that keeps anything; it imports nothing, because it
// runs as a plain script in the head of the page.
export {};

const LANGUAGE = "sanfen.language";
const TYPE_SIZE = "sanfen.type-size";
const root = document.documentElement;

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // a private window, or an app's browser that keeps nothing
  }
}

function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // the choice then lasts for this page only
  }
}

/** Goes to the chosen language if the page came in another and its address names none. */
function goToKeptLanguage(): void {
  const chosen = kept(LANGUAGE);
  const words = new URLSearchParams(location.search);
  if (!chosen || words.has("lang") || chosen === root.lang) return;
  words.set("lang", chosen);
  location.replace(`${location.pathname}?${words}${location.hash}`);
}

function showTypeSize(): void {
  const large = root.dataset.type === "large";
  for (const button of document.querySelectorAll<HTMLElement>("[data-type-size]")) {
    button.setAttribute("aria-pressed", String(large));
  }
}

function changeTypeSize(): void {
  const large = root.dataset.type !== "large";
  if (large) root.dataset.type = "large";
  else delete root.dataset.type;
  keep(TYPE_SIZE, large ? "large" : null);
  showTypeSize();
  dispatchEvent(new Event("resize")); // the map and the sheet measure themselves anew
}

/** WeChat's browser downloads nothing: what to do instead is said where somebody tries. */
function explainDownload(event: Event, target: Element): void {
  const link = target.closest<HTMLAnchorElement>("a[href]");
  const file =
    link && (link.hasAttribute("download") || /\.(pdf|xlsx|csv|geojson|gpkg|json)$/.test(link.pathname));
  if (!file || !/MicroMessenger/i.test(navigator.userAgent)) return;
  event.preventDefault();
  const note = document.querySelector(".open-outside") ?? document.createElement("p");
  note.className = "open-outside";
  note.setAttribute("role", "alert");
  note.textContent = document.querySelector<HTMLMetaElement>('meta[name="open-outside"]')?.content ?? "";
  document.body.append(note);
}

root.dataset.script = "";
if (kept(TYPE_SIZE) === "large") root.dataset.type = "large";
goToKeptLanguage();
document.addEventListener("DOMContentLoaded", showTypeSize);
document.addEventListener("click", (event) => {
  const { target } = event;
  if (!(target instanceof Element)) return;
  explainDownload(event, target);
  const link = target.closest<HTMLAnchorElement>("a[data-language]");
  if (link) keep(LANGUAGE, link.hreflang);
  if (target.closest("[data-type-size]")) changeTypeSize();
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.device-menu[open]")) {
    if (!menu.contains(target)) menu.open = false;
  }
});
document.addEventListener(
  "keydown",
  (event) => {
    const menu = document.querySelector<HTMLDetailsElement>("details.device-menu[open]");
    if (event.key !== "Escape" || !menu) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector("summary")?.focus();
  },
  true,
);

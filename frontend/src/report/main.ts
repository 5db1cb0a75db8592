import "../style/tokens.css";
import "./report.css";
import "./charts.css";
import "./print.css";
import { t } from "../i18n";
import type { GapMap } from "./gapmap";
import { readHeatMap } from "./heat";
import { enablePublishing } from "./publish";
import { enhanceTable } from "./sort";

/** Everything the page says is in its HTML already; this makes sorting instant and, once somebody comes near it, the map live. */
const status = document.getElementById("map-status");

const table = document.querySelector<HTMLTableElement>(".areas table");
if (table) enhanceTable(table, document.getElementById("table-status"));

const heat = document.querySelector<HTMLElement>(".heat");
const reading = document.getElementById("heat-reading");
if (heat && reading) readHeatMap(heat, reading);

const publishing = document.querySelector<HTMLElement>(".publish");
if (publishing) enablePublishing(publishing);

const box = document.getElementById("map");
if (box) {
  const near = new IntersectionObserver(
    ([{ isIntersecting }]) => {
      if (!isIntersecting) return;
      near.disconnect();
      void makeLive(box);
    },
    { rootMargin: "0px 0px 100% 0px" }, // a screen ahead
  );
  near.observe(box);
}

async function makeLive(box: HTMLElement): Promise<void> {
  try {
    if (box.dataset.differences) {
      const { DifferenceMap } = await import("./differencemap");
      await DifferenceMap.open(box);
    } else {
      const { GapMap } = await import("./gapmap");
      followGaps(await GapMap.open(box));
    }
  } catch {
    delete box.dataset.live;
    box.querySelector(".live-map")?.remove();
    if (status) status.textContent = t("report.map.failed");
  }
}

function followGaps(map: GapMap): void {
  let last: HTMLAnchorElement | null = null;
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".gap-side a[data-gap]")];
  for (const link of links) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      last = link;
      void show(map, link, links, event.detail === 0);
    });
  }
  map.element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") last?.focus();
  });
}

/** @param byKeyboard moves the focus into the map, where the arrow keys pan; Escape leads back */
async function show(
  map: GapMap,
  link: HTMLAnchorElement,
  links: HTMLAnchorElement[],
  byKeyboard: boolean,
): Promise<void> {
  const whole = link.dataset.gap === "whole";
  try {
    if (whole) map.showWhole();
    else if (!(await map.showGap(Number(link.dataset.gap)))) throw new Error("no such gap");
  } catch {
    location.assign(link.href); // the server knows what is there now
    return;
  }
  for (const other of links) other.removeAttribute("aria-current");
  if (!whole) link.setAttribute("aria-current", "true");
  history.replaceState(null, "", link.href.replace(/#.*$/, ""));
  if (status)
    status.textContent = whole ? t("report.map.shows_whole") : t("report.map.shows_gap", facts(link));
  map.element.scrollIntoView({ block: "nearest" });
  if (byKeyboard) map.element.focus({ preventScroll: true });
}

function facts(link: HTMLAnchorElement): Record<string, string> {
  const text = (part: string) => link.querySelector(part)?.textContent?.trim() ?? "";
  return { rank: text(".rank"), name: text(".name"), facts: text(".facts") };
}

import { t } from "../i18n";

const HOURS_A_DAY = 24;
const HOURS = 7 * HOURS_A_DAY;

/** Lets pointer and arrow keys read the heat map hour by hour; without a script each cell has its title. */
export function readHeatMap(heat: HTMLElement, reading: HTMLElement): void {
  const cells = new Map<number, SVGRectElement>();
  for (const cell of heat.querySelectorAll<SVGRectElement>("rect[data-hour]"))
    cells.set(Number(cell.dataset.hour), cell);
  const worst = heat.querySelector<SVGRectElement>(".worst-hour");
  let at = Number(worst?.dataset.hour ?? 0);

  const read = (hour: number) => {
    cells.get(at)?.classList.remove("read");
    at = hour;
    const cell = cells.get(at);
    cell?.classList.add("read");
    reading.classList.remove("hint");
    reading.textContent = cell?.querySelector("title")?.textContent ?? "";
  };

  heat.tabIndex = 0;
  heat.setAttribute("role", "group");
  reading.classList.add("hint");
  reading.textContent = t("report.week.hint");
  heat.addEventListener("pointerover", (event) => {
    const hour = (event.target as Element).closest<SVGRectElement>("rect[data-hour]")?.dataset.hour;
    if (hour) read(Number(hour));
  });
  heat.addEventListener("focus", () => read(at));
  heat.addEventListener("keydown", (event) => {
    const next = step(at, event.key);
    if (next === at) return;
    event.preventDefault();
    read(next);
  });
}

/** The hour that a key leads to; the same one where the week ends, and for other keys. */
export function step(hour: number, key: string): number {
  const move = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -HOURS_A_DAY, ArrowDown: HOURS_A_DAY }[key] ?? 0;
  const next = hour + move;
  return next < 0 || next >= HOURS ? hour : next;
}

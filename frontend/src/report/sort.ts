import { t } from "../i18n";

/** Sorts the table of areas in the browser; without a script its headings are links that sort on the server. */
export function enhanceTable(table: HTMLTableElement, status: HTMLElement | null): void {
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const heads = [...(table.tHead?.rows[0].cells ?? [])];
  heads.forEach((head, column) => {
    const link = head.querySelector("a");
    link?.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const descending = head.getAttribute("aria-sort") === "ascending";
      for (const body of table.tBodies) sortRows(body, column, descending, collator);
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      history.replaceState(null, "", link.href);
      link.href = toggled(link.href, head.dataset.sort ?? "", !descending);
      if (status) status.textContent = t("report.areas.sorted", { column: link.textContent?.trim() ?? "" });
    });
  });
}

/** Rows without a value stay last either way round; headings of groups stay first. */
export function sortRows(
  body: HTMLTableSectionElement,
  column: number,
  descending: boolean,
  collator: Intl.Collator,
): void {
  const rows = [...body.rows].filter((row) => !row.classList.contains("group"));
  const value = (row: HTMLTableRowElement) => row.cells[column].dataset.value ?? "";
  rows.sort((a, b) => compare(value(a), value(b), descending, collator));
  body.append(...rows);
}

/** Orders two values of cells: numbers as numbers, names as the language does, nothing last. */
export function compare(a: string, b: string, descending: boolean, collator: Intl.Collator): number {
  if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
  const numbers = !Number.isNaN(Number(a)) && !Number.isNaN(Number(b));
  const order = numbers ? Number(a) - Number(b) : collator.compare(a, b);
  return descending ? -order : order;
}

/** The heading's address for its next use. */
export function toggled(href: string, key: string, descending: boolean): string {
  const url = new URL(href);
  url.searchParams.set("sort", descending ? `-${key}` : key);
  return url.href;
}

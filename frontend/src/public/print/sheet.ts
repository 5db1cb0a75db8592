import { html, nothing, render, type TemplateResult } from "lit/html.js";
import "../../style/theme.css";
import "./sheet.css";
import { language, locale, t } from "../../i18n";
import { localName } from "../../map/place";
import type { Ranked } from "../nearest";
import type { Stage } from "../stage";
import type { State } from "../state";
import { distance, kindName, pointTitle, stateWord, whereLine } from "../words";

const MOST_ROWS = 200;

/**
 * Turns the page into a sheet of A4: head, map as it is shown, and the list with the numbers on the signs, light whatever
 * the device prefers; and back again.
 */
export function openPrintSheet(stage: Stage): void {
  const { map } = stage;
  if (!map || document.querySelector(".print-head")) return;
  const root = document.documentElement;
  const theme = root.dataset.theme;
  const head = document.createElement("header");
  head.className = "print-head";
  const list = document.createElement("main");
  list.className = "print-list";
  const back = () => {
    document.body.classList.remove("printing");
    head.remove();
    list.remove();
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    map.retheme();
    map.resized();
    removeEventListener("keydown", onKey);
    opener?.focus();
  };
  const onKey = (event: KeyboardEvent) => event.key === "Escape" && back();
  const opener = document.activeElement as HTMLElement | null;
  render(headView(stage.state, back), head);
  render(listView(stage.state, stage.ranking.listed), list);
  document.body.prepend(head);
  document.body.append(list);
  document.body.classList.add("printing");
  root.dataset.theme = "light";
  map.retheme();
  map.resized();
  addEventListener("keydown", onKey);
  scrollTo(0, 0);
  head.querySelector<HTMLElement>("button")?.focus();
}

function headView(state: State, back: () => void): TemplateResult {
  const place = state.place ? (localName(state.place, language()) ?? "") : "";
  const time = state.now.toLocaleString(locale(), {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: state.place?.zone,
  });
  return html`
    <div class="print-ways">
      <button type="button" class="way way-first" @click=${() => print()}>${t("print.print")}</button>
      <button type="button" class="way" @click=${back}>${t("print.back")}</button>
    </div>
    <h1>${t("print.title", { place })}</h1>
    ${state.place?.schematic ? html`<p class="schematic">${t("site.schematic")}</p>` : nothing}
    <p>${t("print.made", { time })} · ${t("print.filters", { filters: filterWords(state) })}</p>`;
}

function filterWords(state: State): string {
  const words = [
    state.chosenKinds.map((kind) => kindName(state.kinds, kind)).join(" / ") || t("print.all"),
    state.openOnly && t("list.open_now"),
    state.alwaysOnly && t("filter.always"),
    state.stepFreeOnly && t("filter.step_free"),
    state.level !== null && t("point.level", { level: state.level }),
  ];
  return words.filter(Boolean).join(" · ");
}

function listView(state: State, listed: Ranked[]): TemplateResult {
  const measured = state.origin !== null;
  const rows = listed.slice(0, MOST_ROWS);
  const heads = [
    t("print.column.id"),
    t("print.column.what"),
    t("print.column.where"),
    t("print.column.hours"),
  ];
  if (measured) heads.push(t("print.column.distance"));
  return html`
    ${
      rows.length === 0
        ? html`<p>${t("print.none")}</p>`
        : html`<table>
            <thead><tr>${heads.map((words) => html`<th scope="col">${words}</th>`)}</tr></thead>
            <tbody>${rows.map((one) => row(one, state))}</tbody>
          </table>`
    }
    ${listed.length > rows.length ? html`<p>${t("print.more", { n: listed.length - rows.length })}</p>` : nothing}
    <p class="quiet">${[state.place?.attribution, state.place?.licence, location.origin].filter(Boolean).join(" · ")}</p>`;
}

function row(ranked: Ranked, state: State): TemplateResult {
  const { point, hours, metres } = ranked;
  const title = pointTitle(point, state.kinds);
  const kind = kindName(state.kinds, point.kind);
  // On paper "open now" would be wrong tomorrow: the hours as they are known.
  const when =
    ranked.state === "open" || ranked.state === "closed" ? lastingHours(point.opening_hours, hours) : "";
  return html`<tr>
    <td class="print-id">${point.id}</td>
    <td>${title}${title === kind ? nothing : html`<br /><small>${kind}</small>`}</td>
    <td>${whereLine(point)}</td>
    <td>${when || (ranked.state === "open" ? "" : stateWord(ranked.state, hours))}</td>
    ${state.origin === null ? nothing : html`<td>${metres === undefined ? "" : distance(metres)}</td>`}
  </tr>`;
}

function lastingHours(text: string | undefined, hours: Ranked["hours"]): string {
  if (hours.always) return t("point.always_open");
  return text ?? "";
}

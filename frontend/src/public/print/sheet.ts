import { html, nothing, render, type TemplateResult } from "lit/html.js";
import "../../style/theme.css";
import "./sheet.css";
import { language, locale, t } from "../../i18n";
import { localName } from "../../map/place";
import type { Ranked } from "../nearest";
import type { Ranking } from "../ranking";
import type { Stage } from "../stage";
import type { State } from "../state";
import { distance, kindName, levelWord, pointTitle, stateWord, whereLine } from "../words";
import { saysMore, weekWords } from "./weekwords";

const MOST_ROWS = 200;

/**
 * Turns the page into a sheet of A4: head, map as it is shown with a number for each point instead of its sign, and the list
 * with the same numbers, light whatever the device prefers; and back again.
 */
export function openPrintSheet(stage: Stage): void {
  const { map } = stage;
  if (!map || document.querySelector(".print-head")) return;
  const root = document.documentElement;
  const theme = root.dataset.theme;
  const view = map.inView;
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
    map.number([]);
    map.retheme();
    map.resized();
    map.lookAt(view);
    removeEventListener("keydown", onKey);
    opener?.focus();
  };
  const onKey = (event: KeyboardEvent) => event.key === "Escape" && back();
  const opener = document.activeElement as HTMLElement | null;
  render(headView(stage.state, back), head);
  const rows = stage.ranking.listed.slice(0, MOST_ROWS);
  render(listView(stage.state, stage.ranking, rows), list);
  document.body.prepend(head);
  document.body.append(list);
  document.body.classList.add("printing");
  root.dataset.theme = "light";
  map.retheme();
  map.resized();
  map.lookAt(view);
  map.number(rows.map(({ point }) => point));
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
    state.level !== null && levelWord(state.level),
  ];
  return words.filter(Boolean).join(" · ");
}

function listView(state: State, { listed, hours }: Ranking, rows: Ranked[]): TemplateResult {
  const measured = state.origin !== null;
  const heads = [
    t("print.column.number"),
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
            <tbody>${rows.map((one, at) => row(one, at + 1, state, hours))}</tbody>
          </table>`
    }
    ${listed.length > rows.length ? html`<p>${t("print.more", { n: listed.length - rows.length })}</p>` : nothing}
    <p class="quiet">${[state.place?.attribution, state.place?.licence, location.origin].filter(Boolean).join(" · ")}</p>`;
}

function row(ranked: Ranked, number: number, state: State, reader: Ranking["hours"]): TemplateResult {
  const { point, hours, metres } = ranked;
  const title = pointTitle(point, state.kinds);
  const kind = kindName(state.kinds, point.kind);
  // On paper "open now" would be wrong tomorrow: the hours as they are known.
  const isTold = ranked.state === "open" || ranked.state === "closed";
  const when = isTold ? lastingHours(ranked, state, reader) : "";
  return html`<tr>
    <td class="print-number">${number}</td>
    <td class="print-id">${point.id}</td>
    <td>${title}${title === kind ? nothing : html`<br /><small>${kind}</small>`}</td>
    <td>${whereLine(point)}</td>
    <td>${when || (ranked.state === "open" ? "" : stateWord(ranked.state, hours))}</td>
    ${state.origin === null ? nothing : html`<td>${metres === undefined ? "" : distance(metres)}</td>`}
  </tr>`;
}

/** In words; beside them the text as it is recorded where it says more than a week does, or alone where no week is known. */
function lastingHours(
  { point, hours }: Ranked,
  state: State,
  reader: Ranking["hours"],
): TemplateResult | string {
  if (hours.always) return t("point.always_open");
  const text = point.opening_hours;
  if (!text) return "";
  const week = reader.week(text, state.now, point);
  if (!week) return text;
  const words = weekWords(week);
  return saysMore(text) ? html`${words}<br /><small><bdi>${text}</bdi></small>` : words;
}

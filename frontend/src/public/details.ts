import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { html, nothing, type TemplateResult } from "lit/html.js";
import { t } from "../i18n";
import { signSvg } from "../map/sign";
import type { Actions } from "./actions";
import { callPill, PHONE } from "./advice";
import { howToUse } from "./howto";
import type { Ranked } from "./nearest";
import { straightNote } from "./originbar";
import { photosView } from "./photos";
import { pointLinks } from "./pointlinks";
import type { Ranking } from "./ranking";
import { stepWords, walkMinutes } from "./routewords";
import { stateBadge } from "./row";
import { callLinks } from "./start";
import type { State } from "./state";
import {
  accessWord,
  cautions,
  day,
  distance,
  fieldValue,
  inLanguage,
  kindName,
  levelWord,
  nearWord,
  pointTitle,
  todayWords,
  wheelchairWord,
} from "./words";

type Line = [label: string, value: unknown];

/** All that a visitor needs to know of one point, the most urgent first. */
export function detailsView(
  ranked: Ranked,
  state: State,
  ranking: Ranking,
  actions: Actions,
): TemplateResult {
  const { point } = ranked;
  const title = pointTitle(point, state.kinds);
  const kind = kindName(state.kinds, point.kind);
  return html`<article class="details">
    <div class="details-top">
      <button type="button" class="back" @click=${() => actions.select(null)}>${t("details.back")}</button>
      ${state.need ? callPill(state.need, state) : nothing}
    </div>
    <header class="details-head">
      ${unsafeHTML(signSvg(point.kind, ranked.state, 52))}
      <div>
        <h2 tabindex="-1">${title}</h2>
        ${title === kind ? nothing : html`<p class="quiet">${kind}</p>`}
        <p class="details-state">${stateBadge(ranked, state)}</p>
      </div>
    </header>
    ${howFar(ranked, state)}
    ${cautions(point, state.kinds).map(({ words }) => html`<p class="warn" role="note">${t("point.warning", { text: words })}</p>`)}
    ${state.origin && !ranked.usable ? html`<p class="warn">${t("details.not_usable")}</p>` : nothing}
    ${whereExactly(ranked)}
    ${dutyCall(point.phone)}
    ${photosView(point, title, state)}
    ${wayView(ranked, state)}
    ${howToUse(point.kind, state)}
    ${state.place ? html`<section><h3 class="hidden">${t("details.calls")}</h3>${callLinks(state.place)}</section>` : nothing}
    <dl class="facts">
      ${facts(ranked, state, ranking, actions)
        .filter(([, value]) => value !== undefined && value !== "")
        .map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
    </dl>
    ${equipment(ranked)}
    ${pointLinks(ranked, title, state, actions)}
    <p class="quiet">${provenance(ranked)}</p>
  </article>`;
}

/** Minutes and metres on foot, or a straight line that says so. */
function howFar({ walk, metres }: Ranked, state: State): TemplateResult | typeof nothing {
  if (walk) {
    return html`<p class="details-distance"><b>${t("walk.minutes", { n: walkMinutes(walk.ms) })}</b>
      <span>${distance(walk.metres)}</span></p>`;
  }
  if (metres === undefined) return nothing;
  return html`<p class="details-distance"><b>${distance(metres)}</b> <span>${t("details.straight")}</span></p>${straightNote(state)}`;
}

/** What one looks for on arriving: floor and spot in large type, then how it opens. */
function whereExactly({ point }: Ranked): TemplateResult | typeof nothing {
  const placement = inLanguage(point.placement);
  const level = point.level ? levelWord(point.level) : undefined;
  const toOpen = inLanguage(point.how_to_open);
  const where = [level, placement].filter(Boolean).join(" · ");
  const address = point.address ?? nearWord(point);
  if (!where && !toOpen && !address) return nothing;
  return html`<section class="callout">
    ${
      where || address
        ? html`<h3>${t("details.placement")}</h3>
          ${where ? html`<p class="where-exactly">${where}</p>` : nothing}
          ${address ? html`<p>${address}</p>` : nothing}`
        : nothing
    }
    ${toOpen ? html`<h3>${t("details.how_to_open")}</h3><p>${toOpen}</p>` : nothing}
  </section>`;
}

/** Whoever keeps it, such as the station round the corner, is called from here. */
function dutyCall(phone: string | undefined): TemplateResult | typeof nothing {
  if (!phone) return nothing;
  return html`<a class="call call-second call-duty" href="tel:${phone.replace(/[^+\d]/g, "")}">
    ${PHONE}<span>${t("point.call_station")} <b>${phone}</b></span></a>`;
}

/** The way in words; the map shows the same as a line. */
function wayView({ point }: Ranked, { origin, walks }: State): TemplateResult | typeof nothing {
  if (!origin || walks.from !== origin || walks.way?.to !== point.id) return nothing;
  const { route } = walks.way;
  if (!route) return html`<p class="warn">${t("route.none")}</p>`;
  const spot = inLanguage(point.placement);
  return html`<details class="way-words" open>
    <summary>${t("route.title")}</summary>
    <ol>${route.steps.map(
      (step) =>
        html`<li class="turn turn-${step.turn}">${stepWords(step)}${step.turn === "arrive" && spot ? html`: <b>${spot}</b>` : nothing}</li>`,
    )}</ol>
  </details>`;
}

function facts({ point }: Ranked, state: State, ranking: Ranking, actions: Actions): Line[] {
  const fields = state.kinds.find((kind) => kind.id === point.kind)?.fields ?? [];
  const parent = point.parent ? state.points?.find((other) => other.id === point.parent) : undefined;
  const today = ranking.hours.today(point.opening_hours, state.now, point);
  return [
    [
      t("details.hours"),
      point.opening_hours
        ? html`${today ? html`<b>${todayWords(today)}</b><br />` : nothing}<bdi class="quiet">${point.opening_hours}</bdi>`
        : undefined,
    ],
    [t("details.verified"), point.verified_on ? day(point.verified_on) : t("point.never_verified")],
    [
      t("details.parent"),
      parent
        ? html`<button type="button" class="way way-link" @click=${() => actions.select(parent.id)}>${pointTitle(parent, state.kinds)}</button>`
        : undefined,
    ],
    [
      t("details.inside"),
      point.indoor === undefined ? undefined : t(point.indoor ? "details.indoors" : "details.outdoors"),
    ],
    [t("details.access"), accessWord(point.access)],
    [t("details.locked"), point.locked === undefined ? undefined : t(point.locked ? "word.yes" : "word.no")],
    [t("details.operator"), point.operator],
    [t("details.wheelchair"), wheelchairWord(point.wheelchair)],
    ...fields
      .filter((field) => point.attributes?.[field.id] !== undefined && point.attributes[field.id] !== null)
      .map(
        (field): Line => [
          inLanguage(field.names) ?? field.id,
          fieldValue(field, point.attributes?.[field.id]),
        ],
      ),
  ];
}

function equipment({ point }: Ranked): TemplateResult | typeof nothing {
  if (!point.equipment?.length) return nothing;
  return html`<section><h3>${t("details.equipment")}</h3>
    <ul class="equipment">${point.equipment.map(
      (line) =>
        html`<li>${line.item}${line.count ? ` × ${line.count}` : nothing}${
          line.expires_on
            ? html` <span class="quiet">${t("details.expires", { date: day(line.expires_on) })}</span>`
            : nothing
        }</li>`,
    )}</ul></section>`;
}

function provenance({ point }: Ranked): string {
  const fetched = point.fetched_on ? t("details.fetched", { date: day(point.fetched_on) }) : undefined;
  return [t("details.id", { id: point.id }), point.source, fetched, point.licence]
    .filter(Boolean)
    .join(" · ");
}

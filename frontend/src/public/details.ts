import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { html, nothing, type TemplateResult } from "lit/html.js";
import { t } from "../i18n";
import { signSvg } from "../map";
import type { Actions } from "./actions";
import { stateBadge } from "./list";
import type { Ranked } from "./nearest";
import { callLinks } from "./start";
import type { State } from "./state";
import {
  accessWord,
  day,
  distance,
  fieldValue,
  inLanguage,
  kindName,
  pointTitle,
  wheelchairWord,
} from "./words";

type Line = [label: string, value: unknown];

/** All that a visitor needs to know of one point, the most urgent first. */
export function detailsView(ranked: Ranked, state: State, actions: Actions): TemplateResult {
  const { point } = ranked;
  const title = pointTitle(point, state.kinds);
  const kind = kindName(state.kinds, point.kind);
  const toOpen = inLanguage(point.how_to_open);
  return html`<article class="details">
    <button type="button" class="back" @click=${() => actions.select(null)}>${t("details.back")}</button>
    <header class="details-head">
      ${unsafeHTML(signSvg(point.kind, ranked.state, 52))}
      <div>
        <h2 tabindex="-1">${title}</h2>
        ${title === kind ? nothing : html`<p class="quiet">${kind}</p>`}
      </div>
    </header>
    <p class="details-state">${stateBadge(ranked, state)}</p>
    ${
      ranked.metres === undefined
        ? nothing
        : html`<p class="details-distance"><b>${distance(ranked.metres)}</b> <span class="quiet">${t("details.straight")}</span></p>`
    }
    ${state.origin && !ranked.usable ? html`<p class="warn">${t("details.not_usable")}</p>` : nothing}
    <dl class="facts">
      ${facts(ranked, state)
        .filter(([, value]) => value !== undefined && value !== "")
        .map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
    </dl>
    ${toOpen ? html`<section class="callout"><h3>${t("details.how_to_open")}</h3><p>${toOpen}</p></section>` : nothing}
    ${howToUse(point.kind, state)}
    ${equipment(ranked)}
    ${state.place ? callLinks(state.place) : nothing}
    <p class="details-links"><a href="/p/${point.id}">${t("details.own_page")}</a></p>
    <p class="quiet">${provenance(ranked)}</p>
  </article>`;
}

function facts({ point }: Ranked, state: State): Line[] {
  const fields = state.kinds.find((kind) => kind.id === point.kind)?.fields ?? [];
  const parent = point.parent ? state.points?.find((other) => other.id === point.parent) : undefined;
  return [
    [t("details.placement"), inLanguage(point.placement)],
    [t("details.level"), point.level],
    [
      t("details.inside"),
      point.indoor === undefined ? undefined : t(point.indoor ? "details.indoors" : "details.outdoors"),
    ],
    [t("details.address"), point.address],
    [t("point.near"), point.near],
    [t("details.access"), accessWord(point.access)],
    [t("details.locked"), point.locked === undefined ? undefined : t(point.locked ? "word.yes" : "word.no")],
    [t("details.hours"), point.opening_hours ? html`<bdi>${point.opening_hours}</bdi>` : undefined],
    [
      t("details.phone"),
      point.phone
        ? html`<a class="phone" href="tel:${point.phone.replace(/[^+\d]/g, "")}">${point.phone}</a>`
        : undefined,
    ],
    [t("details.operator"), point.operator],
    [t("details.parent"), parent ? pointTitle(parent, state.kinds) : undefined],
    [t("details.wheelchair"), wheelchairWord(point.wheelchair)],
    ...fields
      .filter((field) => point.attributes?.[field.id] !== undefined && point.attributes[field.id] !== null)
      .map(
        (field): Line => [
          inLanguage(field.names) ?? field.id,
          fieldValue(field, point.attributes?.[field.id]),
        ],
      ),
    [t("details.verified"), point.verified_on ? day(point.verified_on) : undefined],
  ];
}

function howToUse(kind: string, state: State): TemplateResult | typeof nothing {
  const steps = state.kinds
    .find((one) => one.id === kind)
    ?.how_to_use?.map(inLanguage)
    .filter(Boolean);
  if (!steps?.length) return nothing;
  return html`<section class="steps"><h3>${t("details.how_to_use")}</h3><ol>${steps.map((step) => html`<li>${step}</li>`)}</ol></section>`;
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

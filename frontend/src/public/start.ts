import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { html, nothing, type TemplateResult } from "lit/html.js";
import { type MessageKey, t } from "../i18n";
import type { PlaceInfo } from "../map";
import { signSvg } from "../map/sign";
import type { Actions } from "./actions";
import { numberFor, PHONE } from "./advice";
import { countKinds } from "./facets";
import type { State } from "./state";

/** The three things that somebody in need asks for; the words stand even before the kinds are loaded. */
const BIG: { kind: string; words: MessageKey }[] = [
  { kind: "aed", words: "start.aed" },
  { kind: "fire_extinguisher", words: "start.fire_extinguisher" },
  { kind: "micro_fire_station", words: "start.micro_fire_station" },
];

/** Numbers to call, the fire brigade's first; one link where two services share a number. */
export function callLinks(place: PlaceInfo): TemplateResult {
  const services: [string, MessageKey][] = [
    ["fire", "call.fire"],
    ["medical", "call.medical"],
    ["police", "call.police"],
    ["general", "call.general"],
  ];
  const numbers = new Map<string, string[]>();
  for (const [service, words] of services) {
    const number = place.emergency_numbers?.[service];
    if (number) numbers.set(number, [...(numbers.get(number) ?? []), t(words)]);
  }
  return html`<div class="calls calls-${numbers.size}">
    ${[...numbers].map(([number, words]) => callLink(number, words.join(" · "), isFirst(place, number)))}
  </div>`;
}

/** Fire and ambulance stand out; without them whatever there is. */
function isFirst({ emergency_numbers: numbers = {} }: PlaceInfo, number: string): boolean {
  return number === numbers.fire || number === numbers.medical || !(numbers.fire || numbers.medical);
}

function callLink(number: string, words: string, first: boolean): TemplateResult {
  return html`<a class=${first ? "call" : "call call-second"} href="tel:${number}"
    aria-label="${t("call.call", { number })} ${words}">${PHONE}<span class="call-words"><b>${number}</b>${
      words ? html`<small>${words}</small>` : nothing
    }</span></a>`;
}

export function bigButtons(state: State, actions: Actions): TemplateResult {
  const counts = countKinds(state.points);
  const count = (kind: string) => (state.points ? (counts.get(kind) ?? 0) : undefined);
  return html`<div class="big-buttons">
    ${BIG.map(({ kind, words }) => {
      const n = count(kind);
      return html`<button type="button" class="big" ?data-none=${n === 0} @click=${() => actions.findNearest(kind)}>
        ${unsafeHTML(signSvg(kind, "open", 44))}
        <span>${t(words)}</span>
        ${n === 0 ? html`<small>${t("start.none_here")}</small>` : nothing}
      </button>`;
    })}
  </div>`;
}

/** One line each: what comes before looking for anything. */
function firstThings(state: State): TemplateResult {
  const medical = numberFor("medical", state);
  return html`<p class="first-things">
    ${medical ? html`<span>${t("start.medical", { number: medical })}</span>` : nothing}
    <span>${t("start.fire")}</span>
  </p>`;
}

/** What the panel shows first: three things to find, the numbers to call, all within a thumb's reach. */
export function startView(state: State, actions: Actions): TemplateResult {
  return html`
    <h2 class="start-title">${t("start.title")}</h2>
    ${bigButtons(state, actions)}
    ${firstThings(state)}
    ${state.place ? callLinks(state.place) : (state.calls ?? nothing)}
    <p class="quiet start-note">${t("start.local_note")}</p>`;
}

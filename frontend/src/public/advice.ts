import { html, nothing, type TemplateResult } from "lit/html.js";
import { type MessageKey, t } from "../i18n";
import type { Ranking } from "./ranking";
import { streetName } from "./routewords";
import type { Need, State } from "./state";
import { whereabouts } from "./whereabouts";

const STEPS: Record<Need, MessageKey[]> = {
  medical: ["advice.compress", "advice.send"],
  fire: ["advice.smoke", "advice.battery"],
};

/** The one number to call in this need; before the place is known, the first that came with the page. */
export function numberFor(need: Need, state: State): string | undefined {
  const numbers = state.place?.emergency_numbers;
  return numbers ? (numbers[need] ?? numbers.general) : state.numbers[0];
}

/** A handset. */
export const PHONE = html`<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M6.5 3.5h3l1.5 4.5-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4.5 1.5v3a2 2 0 0 1-2.2 2A17 17 0 0 1 4.5 5.7a2 2 0 0 1 2-2.2z" fill="currentColor"/></svg>`;

/** The call link kept in reach beside a point's details. */
export function callPill(need: Need, state: State): TemplateResult | typeof nothing {
  const number = numberFor(need, state);
  return number
    ? html`<a class="call call-pill" href="tel:${number}">${PHONE}<b>${t("call.call", { number })}</b></a>`
    : nothing;
}

/** Three steps above the list, the first of them a call link; readable in five seconds. */
export function adviceView(need: Need, state: State, ranking: Ranking): TemplateResult {
  const number = numberFor(need, state);
  return html`<section class="advice advice-${need}" aria-label=${t("advice.label")}>
    <ol>
      ${
        number
          ? html`<li class="advice-call"><a class="call call-first" href="tel:${number}">
            ${PHONE}
            <b>${t("advice.call", { number })}</b></a></li>`
          : nothing
      }
      ${STEPS[need].map((step) => html`<li>${t(step)}</li>`)}
    </ol>
    ${sayView(state, ranking)}
  </section>`;
}

function sayView(state: State, ranking: Ranking): TemplateResult | typeof nothing {
  const { origin, walks } = state;
  if (!origin || state.points === null) return nothing;
  const begin =
    walks.from === origin ? walks.way?.route?.steps.find((step) => step.street)?.street : undefined;
  const { near, degrees } = whereabouts(
    origin,
    state.index,
    ranking.all,
    begin ? streetName(begin) : undefined,
  );
  return html`<p class="advice-say"><span>${t("advice.say")}</span>
    <b>${near ? t("advice.near", { address: near }) : t("advice.degrees", { degrees: degrees ?? "" })}</b></p>`;
}

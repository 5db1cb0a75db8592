import { html, nothing, render } from "lit/html.js";
import { language, t } from "../i18n";
import type { Kind } from "../public/directory";
import { wallClock } from "../public/hours";
import type { Ranked } from "../public/nearest";
import { kindName, nextChange, pointTitle, stateWord, whereLine } from "../public/words";

/** Where cards are shown, and what their words need. */
export interface Card {
  box: HTMLElement;
  kinds: Kind[];
  now: Date;
  zone: string;
}

const MOST_OF_PILE = 50;

/** What stands at one spot, to choose from; of very many the first ones, the whole map has them all. */
export function showPile(card: Card, pile: Ranked[], choose: (one: Ranked | null) => void): void {
  const { box, kinds } = card;
  render(
    html`<section class="card">
      <h2 tabindex="-1">${t("embed.count", { n: pile.length })}</h2>
      <ul>${pile
        .slice(0, MOST_OF_PILE)
        .map(
          (one) =>
            html`<li><button type="button" @click=${() => choose(one)}>${pointTitle(one.point, kinds)}</button></li>`,
        )}</ul>
      <p class="card-ways"><button type="button" @click=${() => choose(null)}>${t("embed.close")}</button></p>
    </section>`,
    box,
  );
  box.querySelector<HTMLElement>("h2")?.focus();
}

/** What a chosen point is, in four lines, and the way to its own page. */
export function showCard({ box, kinds, now, zone }: Card, chosen: Ranked | null, close: () => void): void {
  if (!chosen) {
    render(nothing, box);
    return;
  }
  const { point, state, hours } = chosen;
  const title = pointTitle(point, kinds);
  const kind = kindName(kinds, point.kind);
  const next = state === "open" || state === "closed" ? nextChange(hours, wallClock(now, zone)) : "";
  render(
    html`<section class="card">
      <h2 tabindex="-1">${title}</h2>
      <p>${[title === kind ? undefined : kind, whereLine(point)].filter(Boolean).join(" · ")}</p>
      <p>${[stateWord(state, hours), next].filter(Boolean).join(" ")}</p>
      <p class="card-ways">
        <a href="/p/${point.id}?lang=${language()}" target="_blank" rel="noopener">${t("embed.details")}</a>
        <button type="button" @click=${close}>${t("embed.close")}</button>
      </p>
    </section>`,
    box,
  );
  box.querySelector<HTMLElement>("h2")?.focus();
}

import { html, nothing, render } from "lit/html.js";
import { language, t } from "../i18n";
import type { PlaceInfo } from "../map";
import type { Kind } from "../public/directory";
import { wallClock } from "../public/hours";
import type { Ranked } from "../public/nearest";
import { kindName, nextChange, pointTitle, stateWord, whereLine } from "../public/words";

/** What a chosen point is, in four lines, and the way to its own page. */
export function showCard(
  box: HTMLElement,
  chosen: Ranked | null,
  kinds: Kind[],
  now: Date,
  place: PlaceInfo,
  close: () => void,
): void {
  if (!chosen) {
    render(nothing, box);
    return;
  }
  const { point, state, hours } = chosen;
  const title = pointTitle(point, kinds);
  const kind = kindName(kinds, point.kind);
  const next = state === "open" || state === "closed" ? nextChange(hours, wallClock(now, place.zone)) : "";
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

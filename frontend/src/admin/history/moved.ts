import { html, svg, type TemplateResult } from "lit";
import { type MessageKey, t } from "../../i18n";
import { metresText } from "../stations/choice";
import { metresBetween } from "../stations/nearest";

/** A position before and after, lon and lat. */
export interface Move {
  from: [number, number];
  to: [number, number];
}

const DIRECTIONS = ["n", "ne", "e", "se", "s", "sw", "w", "nw"] as const;

/** Degrees from north, clockwise. */
export function bearing({ from, to }: Move): number {
  const east = metresBetween(from[0], from[1], to[0], from[1]) * Math.sign(to[0] - from[0]);
  const north = metresBetween(from[0], from[1], from[0], to[1]) * Math.sign(to[1] - from[1]);
  return ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
}

/** Such as "35 m to the north-east". */
export function moveText(move: Move): string {
  const metres = metresBetween(...move.from, ...move.to);
  const direction = DIRECTIONS[Math.round(bearing(move) / 45) % 8];
  return t("admin.history.moved", {
    distance: metres < 1 ? t("admin.history.under_a_metre") : metresText(metres),
    direction: t(`admin.direction.${direction}` as MessageKey),
  });
}

/** The move as a sketch, north up, and where it went. */
export function moveView(move: Move): TemplateResult {
  const angle = bearing(move);
  const [lon, lat] = move.to;
  return html`<span class="move">
    <svg viewBox="-20 -20 40 40" width="36" height="36" role="img" aria-label=${moveText(move)}>
      <circle r="19"></circle>
      ${svg`<g transform="rotate(${angle})"><path d="M0 13V-12M-5 -6L0 -12L5 -6"></path><circle class="start" cy="13" r="3"></circle></g>`}
    </svg>
    <span>${moveText(move)}<br /><small class="soft">${lat.toFixed(6)}, ${lon.toFixed(6)}</small></span>
  </span>`;
}

import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../i18n";

/** What POST /admin/api/points/check-position answers. */
export interface PositionCheck {
  inside: boolean;
  on_water: boolean;
  street?: { metres: number; name?: string | null; lon: number; lat: number };
  /** The nearest known entrance of a building close by. */
  entrance?: { lon: number; lat: number };
  twins: { id: string; name?: string | null; metres: number }[];
}

/** Farther from any street than this, nobody comes by. */
const FAR_M = 50;

/** What is odd about where a point shall stand, in words; warnings, never refusals. */
export function hintsOf({ inside, on_water, street, twins }: PositionCheck): string[] {
  const hints: string[] = [];
  if (!inside) hints.push(t("admin.position.outside"));
  if (on_water) hints.push(t("admin.position.water"));
  for (const { id, name, metres } of twins)
    hints.push(t("admin.position.twin", { name: name ?? id, m: Math.round(metres) }));
  if (street && street.metres > FAR_M) hints.push(t("admin.position.far", { m: Math.round(street.metres) }));
  return hints;
}

/** Says what is odd about a position that is not saved yet. */
export function positionHints(check: PositionCheck | null): TemplateResult | typeof nothing {
  const hints = check ? hintsOf(check) : [];
  if (hints.length === 0) return nothing;
  return html`<ul class="position-hints" role="status">${hints.map((hint) => html`<li>${hint}</li>`)}</ul>`;
}

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../../i18n";
import { api } from "../api";
import type { Chosen } from "../editormap";
import { PageElement } from "../element";
import { Latest } from "../live/latest";

/** What POST /admin/api/points/check-position answers. */
export interface PositionCheck {
  inside: boolean;
  on_water: boolean;
  street?: { metres: number; name?: string | null; lon: number; lat: number };
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

/** Asks about a position that is not saved yet, and says what is odd about it. */
@customElement("sanfen-position-hints")
export class PositionHints extends PageElement {
  @property() place = "";
  @state() private check: PositionCheck | null = null;
  private readonly latest = new Latest<Chosen, PositionCheck>(
    (where) => api.checkPosition(this.place, where),
    (check) => {
      this.check = check;
    },
  );

  show(where: Chosen | null): void {
    if (where) {
      this.latest.ask(where);
      return;
    }
    this.latest.forget();
    this.check = null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const hints = this.check ? hintsOf(this.check) : [];
    if (hints.length === 0) return nothing;
    return html`<ul class="position-hints" role="status">${hints.map((hint) => html`<li>${hint}</li>`)}</ul>`;
  }
}

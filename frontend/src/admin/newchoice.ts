import { html, type TemplateResult } from "lit";
import { t } from "../i18n";
import { kindName } from "./fields";
import type { Kind } from "./model";

interface Choice {
  kinds: Iterable<Kind>;
  kindId: string;
  status: unknown;
  onKind: (kindId: string) => void;
  onStatus: (status: string) => void;
}

/** What only a new point chooses: its kind, for good, and whether it is in service already. */
export function newChoice(choice: Choice): TemplateResult {
  const value = (event: Event) => (event.target as HTMLSelectElement).value;
  return html`<div class="field"><label for="new-kind">${t("admin.field.kind")}</label>
    <select id="new-kind" @change=${(event: Event) => choice.onKind(value(event))}>
      ${[...choice.kinds].map(
        (kind) =>
          html`<option value=${kind.id} ?selected=${kind.id === choice.kindId}>${kindName(kind)}</option>`,
      )}
    </select></div>
    <div class="field"><label for="new-status">${t("admin.field.status")}</label>
    <select id="new-status" @change=${(event: Event) => choice.onStatus(value(event))}>
      ${(["active", "planned"] as const).map(
        (status) => html`<option value=${status} ?selected=${choice.status === status}>
          ${t(`admin.status.${status}`)}</option>`,
      )}
    </select></div>`;
}

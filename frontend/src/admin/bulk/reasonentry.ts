import { html, type TemplateResult } from "lit";
import { t } from "../../i18n";
import { REASONS } from "../deeds";

/** Why many points get a status: one of the ready reasons, and more in words. Written as one, as for a single point. */
export function reasonEntry(
  status: keyof typeof REASONS,
  reason: string,
  set: (reason: string) => void,
): TemplateResult {
  const [id, ...rest] = reason.split(": ");
  const more = rest.join(": ");
  const told = (nextId: string, nextMore: string) => set([nextId, nextMore].filter(Boolean).join(": "));
  return html`<label>${t("admin.reason")}
      <select class="bulk-reason" @change=${(event: Event) => told((event.target as HTMLSelectElement).value, more)}>
        ${REASONS[status].map((one) => html`<option value=${one} ?selected=${one === id}>${t(`admin.reason.${one}`)}</option>`)}
      </select></label>
    <label>${t("admin.reason.more")}
      <input class="bulk-reason-more" maxlength="170" .value=${more}
        @input=${(event: Event) => told(id, (event.target as HTMLInputElement).value.trim())} /></label>`;
}

/** The reason to begin with: one that still fits the status, or the first that does; empty for a status without. */
export function reasonFor(status: unknown, reason: string): string {
  if (status !== "removed" && status !== "out_of_service") return "";
  const [id] = reason.split(": ");
  return (REASONS[status] as readonly string[]).includes(id) ? reason : REASONS[status][0];
}

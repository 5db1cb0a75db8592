import { html, type TemplateResult } from "lit";
import { t } from "../../i18n";
import type { KeptDraft } from "./drafts";

/** Says that unsaved work of before a reload is still there, and offers it. */
export function keptNotice(notice: {
  drafts: KeptDraft[];
  nameOf: (draft: KeptDraft) => string;
  onTakeUp: (draft: KeptDraft) => void;
  onDrop: (draft: KeptDraft) => void;
}): TemplateResult {
  return html`<div class="notice kept" role="status">
    <p>${t("admin.kept", { n: notice.drafts.length })}</p>
    <ul>${notice.drafts.map(
      (draft) => html`<li>${notice.nameOf(draft)}
        <button class="take-up" @click=${() => notice.onTakeUp(draft)}>${t("admin.kept.take_up")}</button>
        <button @click=${() => notice.onDrop(draft)}>${t("admin.discard")}</button></li>`,
    )}</ul>
  </div>`;
}

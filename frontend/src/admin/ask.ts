import { html, nothing, render } from "lit";
import { t } from "../i18n";

export interface Answer {
  id: string;
  label: string;
  kind?: "primary" | "danger";
}

export interface Question {
  title: string;
  text: string;
  answers: Answer[];
  /** Ready reasons to choose from; the last lets one write. */
  reasons?: { id: string; label: string }[];
}

/** Asks in a dialog; null when it was closed without an answer. */
export function ask(question: Question): Promise<{ id: string; reason: string } | null> {
  return new Promise((resolve) => {
    const dialog = document.createElement("dialog");
    dialog.className = "dialog";
    dialog.setAttribute("aria-labelledby", "ask-title");
    const close = (id: string | null) => {
      const chosen = dialog.querySelector<HTMLSelectElement>("select")?.value ?? "";
      const written = dialog.querySelector<HTMLInputElement>("input")?.value.trim() ?? "";
      dialog.close();
      dialog.remove();
      resolve(id === null ? null : { id, reason: [chosen, written].filter(Boolean).join(": ") });
    };
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      close(null);
    });
    render(
      html`<h2 id="ask-title">${question.title}</h2>
        <p>${question.text}</p>
        ${
          question.reasons
            ? html`<label>${t("admin.reason")}
                <select>${question.reasons.map((one) => html`<option value=${one.id}>${one.label}</option>`)}</select>
              </label>
              <label>${t("admin.reason.more")}<input maxlength="200" /></label>`
            : nothing
        }
        <div class="dialog-actions">
          <button @click=${() => close(null)}>${t("admin.cancel")}</button>
          ${question.answers.map(
            (answer) =>
              html`<button class=${answer.kind ?? ""} @click=${() => close(answer.id)}>${answer.label}</button>`,
          )}
        </div>`,
      dialog,
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}

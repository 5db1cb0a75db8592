import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Problem } from "../http";
import { t } from "../i18n";
import { api } from "./api";
import { sentence } from "./complaint";
import { PageElement } from "./element";
import type { FieldErrors } from "./form";
import type { Account } from "./model";

/** Accounts, for administrators; one's own password, for everybody. A dialog over the editor. */
@customElement("sanfen-accounts")
export class Accounts extends PageElement {
  @state() private view: "accounts" | "password" = "accounts";
  @state() private accounts: Account[] | null = null;
  @state() private shown: { login: string; password: string } | null = null;
  @state() private errors: FieldErrors = {};
  @state() private message = "";

  async openAccounts(): Promise<void> {
    this.open("accounts");
    await this.attempt(async () => {
      this.accounts = await api.listAccounts();
    });
  }

  openPassword(): void {
    this.open("password");
  }

  private open(view: "accounts" | "password"): void {
    this.view = view;
    this.shown = null;
    this.errors = {};
    this.message = "";
    this.querySelector("dialog")?.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog class="dialog dialog-wide" aria-labelledby="accounts-title">
      <div class="dialog-head">
        <h2 id="accounts-title">${t(this.view === "accounts" ? "admin.accounts" : "admin.password.change")}</h2>
        <button class="icon-button" aria-label=${t("admin.close")}
          @click=${() => this.querySelector("dialog")?.close()}>×</button>
      </div>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${
        this.shown
          ? html`<p class="notice" role="status">${t("admin.accounts.password", { login: this.shown.login })}
              <code class="password">${this.shown.password}</code></p>`
          : nothing
      }
      ${this.view === "accounts" ? this.list() : this.passwordForm()}
    </dialog>`;
  }

  private list(): TemplateResult {
    if (!this.accounts) return html`<div class="skeleton" aria-busy="true"></div>`;
    return html`<div class="accounts-scroll"><table class="changes accounts">
        <thead><tr><th scope="col">${t("admin.login.name")}</th><th scope="col">${t("admin.accounts.display_name")}</th>
          <th scope="col">${t("admin.accounts.organisation")}</th><th scope="col">${t("admin.accounts.role")}</th><th></th></tr></thead>
        <tbody>${this.accounts.map((account) => this.row(account))}</tbody>
      </table></div>
      <form class="new-account" @submit=${this.create}>
        <h3>${t("admin.accounts.new")}</h3>
        ${this.input("login", "admin.login.name", "off")}
        ${this.input("display_name", "admin.accounts.display_name", "off")}
        ${this.input("organisation", "admin.accounts.organisation", "off", "text", false)}
        <label>${t("admin.accounts.role")}<select name="role">
          <option value="editor">${t("admin.role.editor")}</option>
          <option value="administrator">${t("admin.role.administrator")}</option></select></label>
        <button class="primary">${t("admin.accounts.create")}</button>
      </form>`;
  }

  private row(account: Account): TemplateResult {
    const off = Boolean(account.disabled_at);
    return html`<tr class=${off ? "is-removed" : ""}>
      <th scope="row">${account.login}</th><td>${account.display_name}</td><td>${account.organisation ?? "–"}</td>
      <td>${t(`admin.role.${account.role}`)}${off ? html` <span class="badge badge-removed">${t("admin.accounts.disabled")}</span>` : nothing}</td>
      <td class="row-actions">
        <button @click=${() => this.change(account, { reset_password: true })}>${t("admin.accounts.reset")}</button>
        <button class=${off ? "" : "danger"} @click=${() => this.change(account, { disabled: !off })}>
          ${t(off ? "admin.accounts.enable" : "admin.accounts.disable")}</button>
      </td>
    </tr>`;
  }

  private passwordForm(): TemplateResult {
    return html`<form class="new-account" @submit=${this.changePassword}>
      ${this.input("current_password", "admin.password.current", "current-password", "password")}
      ${this.input("new_password", "admin.password.new", "new-password", "password")}
      <p class="hint">${t("admin.password.hint")}</p>
      <button class="primary">${t("admin.password.change")}</button>
    </form>`;
  }

  private input(
    name: string,
    label: Parameters<typeof t>[0],
    autocomplete: string,
    type = "text",
    required = true,
  ): TemplateResult {
    const error = this.errors[name];
    return html`<label>${t(label)}
      <input name=${name} type=${type} autocomplete=${autocomplete} autocapitalize="none" ?required=${required}
        aria-invalid=${error ? "true" : "false"} />
      ${error ? html`<span class="field-error" role="alert">${error}</span>` : nothing}</label>`;
  }

  private async create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    await this.attempt(async () => {
      const made = await api.createAccount(Object.fromEntries(new FormData(form)));
      this.shown = { login: made.account.login, password: made.password };
      form.reset();
      this.accounts = await api.listAccounts();
    });
  }

  private async change(account: Account, body: unknown): Promise<void> {
    await this.attempt(async () => {
      const changed = await api.changeAccount(account.id, body);
      this.shown = changed.password ? { login: account.login, password: changed.password } : null;
      this.accounts = await api.listAccounts();
    });
  }

  private async changePassword(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const typed = new FormData(form);
    await this.attempt(async () => {
      await api.changePassword(String(typed.get("current_password")), String(typed.get("new_password")));
      form.reset();
      this.message = t("admin.password.done");
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.errors = {};
    this.message = "";
    try {
      await work();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      const parameter = problem.details.parameter as string | undefined;
      if (parameter && this.querySelector(`[name="${parameter}"]`))
        this.errors = { [parameter]: problem.message };
      else this.message = sentence(problem);
    }
  }
}

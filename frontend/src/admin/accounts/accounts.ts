import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { t } from "../../i18n";
import { ask } from "../ask";
import { attempted, sentence } from "../complaint";
import { PageElement } from "../element";
import type { FieldErrors } from "../form";
import "./accounts.css";
import { accountsApi } from "./api";
import "./limits";
import { type Account, type Made, ROLES, type Role } from "./model";
import "./sessions";
import { staffName } from "./names";

/** Accounts, for administrators; one's own password and sessions, for everybody. A dialog over the editor. */
@customElement("sanfen-accounts")
export class Accounts extends PageElement {
  @state() private view: "accounts" | "own" = "accounts";
  @state() private accounts: Account[] | null = null;
  @state() private allReviewed = false;
  /** The account that is changed; null while the list is shown. */
  @state() private chosen: Account | null = null;
  @state() private chosenRole: Role = "editor";
  @state() private areas: string[] = [];
  @state() private shown: Made | null = null;
  @state() private errors: FieldErrors = {};
  @state() private message = "";

  async openAccounts(): Promise<void> {
    this.open("accounts");
    await this.attempt(async () => {
      await this.load();
    });
  }

  private async load(): Promise<void> {
    const list = await accountsApi.listAccounts();
    this.accounts = list.staff;
    this.allReviewed = list.editors_reviewed;
  }

  openPassword(): void {
    this.open("own");
  }

  private open(view: "accounts" | "own"): void {
    this.view = view;
    this.choose(null);
    this.shown = null;
    this.querySelector("dialog")?.showModal();
  }

  private choose(account: Account | null): void {
    this.chosen = account;
    this.chosenRole = account?.role ?? "editor";
    this.areas = account?.areas ?? [];
    this.shown = null;
    this.errors = {};
    this.message = "";
  }

  protected override render(): TemplateResult {
    return html`<dialog class="dialog dialog-wide" aria-labelledby="accounts-title">
      <div class="dialog-head">
        <h2 id="accounts-title">${this.heading}</h2>
        <button class="icon-button" aria-label=${t("admin.close")}
          @click=${() => this.querySelector("dialog")?.close()}>×</button>
      </div>
      ${this.message ? html`<p class="notice" role="status">${this.message}</p>` : nothing}
      ${this.shown ? handOver(this.shown) : nothing}
      ${this.view === "own" ? this.own() : this.chosen ? this.change(this.chosen) : this.list()}
    </dialog>`;
  }

  private get heading(): string {
    if (this.view === "own") return t("admin.account.own");
    return this.chosen ? t("admin.accounts.of", { login: this.chosen.login }) : t("admin.accounts");
  }

  private list(): TemplateResult {
    if (!this.accounts) return html`<div class="skeleton" aria-busy="true"></div>`;
    return html`<div class="accounts-scroll"><table class="changes accounts">
        <thead><tr><th scope="col">${t("admin.login.name")}</th><th scope="col">${t("admin.accounts.display_name")}</th>
          <th scope="col">${t("admin.accounts.organisation")}</th><th scope="col">${t("admin.accounts.role")}</th><td></td></tr></thead>
        <tbody>${this.accounts.map((account) => this.row(account))}</tbody>
      </table></div>
      <form class="new-account" @submit=${this.create}>
        <h3>${t("admin.accounts.new")}</h3>
        ${this.input("login", t("admin.login.name"))}
        ${this.fields(null)}
        <label class="check wide"><input type="checkbox" name="invite" checked />${t("admin.accounts.invite.by_link")}</label>
        <button class="primary">${t("admin.accounts.create")}</button>
      </form>`;
  }

  private row(account: Account): TemplateResult {
    return html`<tr class=${account.disabled_at ? "is-removed" : ""}>
      <th scope="row">${account.login}</th><td>${staffName(account.display_name)}</td>
      <td data-label=${t("admin.accounts.organisation")}>${account.organisation ?? "–"}</td>
      <td data-label=${t("admin.accounts.role")}>${t(`admin.role.${account.role}`)}${badges(account)}</td>
      <td class="row-actions"><button @click=${() => this.choose(account)}>${t("admin.accounts.change")}</button></td>
    </tr>`;
  }

  /** What a new account and one that is changed have in common. */
  private fields(account: Account | null): TemplateResult {
    return html`${this.input("display_name", t("admin.accounts.display_name"), account?.display_name)}
      ${this.input("organisation", t("admin.accounts.organisation"), account?.organisation ?? "", false)}
      <label>${t("admin.accounts.role")}<select name="role" @change=${(event: Event) => {
        this.chosenRole = (event.target as HTMLSelectElement).value as Role;
      }}>${ROLES.map((role) => html`<option value=${role} ?selected=${role === this.chosenRole}>${t(`admin.role.${role}`)}</option>`)}</select>
        <span class="hint">${t(`admin.role.${this.chosenRole}.hint`)}</span></label>
      ${
        this.chosenRole !== "editor"
          ? nothing
          : this.allReviewed
            ? html`<p class="hint wide">${t("admin.accounts.all_reviewed")}</p>`
            : html`<label class="check wide"><input type="checkbox" name="needs_review" ?checked=${account?.needs_review ?? false} />${t("admin.accounts.needs_review")}</label>`
      }
      ${
        this.chosenRole === "administrator"
          ? nothing
          : html`<sanfen-limits class="wide" .areas=${this.areas}
              @limits=${(event: CustomEvent<string[]>) => {
                this.areas = event.detail;
              }}></sanfen-limits>`
      }
      ${this.errors.areas ? html`<span class="field-error wide" role="alert">${this.errors.areas}</span>` : nothing}`;
  }

  private change(account: Account): TemplateResult {
    const off = Boolean(account.disabled_at);
    const act = (body: unknown) => () => this.act(account, body);
    return html`<form class="new-account" @submit=${this.save}>
        ${this.fields(account)}
        <button class="primary">${t("admin.save")}</button>
      </form>
      <div class="account-deeds">
        ${off ? nothing : html`<button @click=${act({ invite: true })}>${t("admin.accounts.invite")}</button>`}
        <button @click=${() => this.asked(account, "reset", { reset_password: true })}>${t("admin.accounts.reset")}</button>
        ${
          account.second_factor
            ? html`<button @click=${() => this.asked(account, "factor_off", { remove_second_factor: true })}>${t("admin.accounts.factor_off")}</button>`
            : nothing
        }
        ${
          account.tied_to_provider
            ? html`<button @click=${act({ untie: true })}>${t("admin.accounts.untie")}</button>`
            : nothing
        }
        <button class=${off ? "" : "danger"} @click=${act({ disabled: !off })}>
          ${t(off ? "admin.accounts.enable" : "admin.accounts.disable")}</button>
      </div>
      <sanfen-sessions .account=${account.id}></sanfen-sessions>
      <p><button @click=${() => this.choose(null)}>${t("admin.accounts.back")}</button></p>`;
  }

  private own(): TemplateResult {
    return html`<form class="new-account" @submit=${this.changePassword}>
      <h3>${t("admin.password.change")}</h3>
      ${this.input("current_password", t("admin.password.current"), "", true, "password", "current-password")}
      ${this.input("new_password", t("admin.password.new"), "", true, "password", "new-password")}
      <p class="hint">${t("admin.password.hint")}</p>
      <button class="primary">${t("admin.password.change")}</button>
    </form>
    <h3>${t("admin.factor")}</h3>
    <p><a href="/admin/second-factor?lang=${document.documentElement.lang}">${t("admin.factor.open")}</a></p>
    <sanfen-sessions .account=${null}></sanfen-sessions>`;
  }

  private input(
    name: string,
    label: string,
    value?: string,
    required = true,
    type = "text",
    complete = "off",
  ): TemplateResult {
    const error = this.errors[name];
    return html`<label>${label}
      <input name=${name} type=${type} autocomplete=${complete} autocapitalize="none" ?required=${required}
        value=${value ?? ""} aria-invalid=${error ? "true" : "false"} />
      ${error ? html`<span class="field-error" role="alert">${error}</span>` : nothing}</label>`;
  }

  private bodyOf(form: HTMLFormElement): Record<string, unknown> {
    const typed = new FormData(form);
    typed.delete("area");
    const limited = this.chosenRole !== "administrator";
    return {
      ...Object.fromEntries(typed),
      needs_review: this.allReviewed ? undefined : typed.has("needs_review"),
      areas: limited ? this.areas : [],
    };
  }

  private async create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const invite = new FormData(form).has("invite");
    await this.attempt(async () => {
      const made = await accountsApi.createAccount({ ...this.bodyOf(form), invite });
      form.reset();
      this.choose(null);
      this.shown = made;
      await this.load();
    });
  }

  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.chosen) await this.act(this.chosen, this.bodyOf(event.target as HTMLFormElement), true);
  }

  /** What can't be taken back is asked for. */
  private async asked(account: Account, deed: "reset" | "factor_off", body: unknown): Promise<void> {
    const { login } = account;
    const answer = await ask({
      title: t(`admin.accounts.${deed}.title`, { login }),
      text: t(`admin.accounts.${deed}.text`),
      answers: [{ id: "yes", label: t(`admin.accounts.${deed}`), kind: "danger" }],
    });
    if (answer) await this.act(account, body);
  }

  /** @param isWhole whether the form itself is sent; after any other deed what was chosen in it stays unsaved */
  private async act(account: Account, body: unknown, isWhole = false): Promise<void> {
    await this.attempt(async () => {
      const changed = await accountsApi.changeAccount(account.id, body);
      if (isWhole) this.choose(changed.account);
      else this.chosen = changed.account;
      this.shown = changed;
      this.message = t("admin.accounts.saved");
      await this.load();
    });
  }

  private async changePassword(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const typed = new FormData(form);
    await this.attempt(async () => {
      await accountsApi.changePassword(
        String(typed.get("current_password")),
        String(typed.get("new_password")),
      );
      form.reset();
      this.message = t("admin.password.done");
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.errors = {};
    this.message = "";
    await attempted(work, (problem) => {
      const parameter = problem.details.parameter as string | undefined;
      if (parameter === "areas" || (parameter && this.querySelector(`[name="${parameter}"]`)))
        this.errors = { [parameter]: problem.message };
      else this.message = sentence(problem);
    });
  }
}

function badges(account: Account): (TemplateResult | typeof nothing)[] {
  const badge = (text: string, kind = "planned") => html` <span class="badge badge-${kind}">${text}</span>`;
  return [
    account.needs_review ? badge(t("admin.accounts.reviewed")) : nothing,
    account.areas.length ? badge(t("admin.accounts.limited", { n: account.areas.length })) : nothing,
    account.second_factor ? badge(t("admin.factor"), "active") : nothing,
    account.tied_to_provider ? badge(t("admin.accounts.tied"), "active") : nothing,
    account.invited_until ? badge(t("admin.accounts.invited")) : nothing,
    account.disabled_at ? badge(t("admin.accounts.disabled"), "removed") : nothing,
  ];
}

/** What is shown once; a link without the operator's address is completed by the one that the browser uses. */
function handOver({ account, password, link }: Made): TemplateResult | typeof nothing {
  if (!password && !link) return nothing;
  const text = link ? new URL(link, location.href).href : password;
  return html`<p class="notice" role="status">
    ${t(link ? "admin.accounts.link" : "admin.accounts.password", { login: account.login })}
    <code class="password">${text}</code></p>`;
}

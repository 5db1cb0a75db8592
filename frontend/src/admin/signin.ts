import { html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { getJson, Problem, sendJson } from "../http";
import { t } from "../i18n";
import { ownAccount } from "./accounts/rights";
import { PageElement } from "./element";

const SIGN_IN = "/admin/login";

/** Of an account with a second factor the password alone gets no further than this. */
interface Answer {
  second_factor?: boolean;
}

let asking: Promise<void> | null = null;

/** Opens the dialog, once for all requests that wait; resolves when somebody is signed in again. */
export function askToSignInAgain(): Promise<void> {
  asking ??= new Promise<void>((resolve) => {
    const dialog = document.createElement("sanfen-signin") as SignInDialog;
    dialog.onSignedIn = () => {
      dialog.remove();
      asking = null;
      resolve();
    };
    document.body.append(dialog);
  });
  return asking;
}

/** The page's token belongs to its session: takes that of the present one. */
async function renewToken(): Promise<void> {
  const { csrf } = await getJson<{ csrf: string }>(SIGN_IN);
  const meta = document.querySelector<HTMLMetaElement>('meta[name="csrf"]');
  if (meta) meta.content = csrf;
}

/** Signing in again over the open page, after the session has ended. */
@customElement("sanfen-signin")
class SignInDialog extends PageElement {
  onSignedIn: () => void = () => {};
  @state() private message = "";
  @state() private busy = false;
  @state() private asksCode = false;

  protected override firstUpdated(): void {
    const dialog = this.querySelector("dialog");
    dialog?.addEventListener("cancel", (event) => event.preventDefault());
    dialog?.showModal();
  }

  protected override render(): TemplateResult {
    const login = ownAccount().login;
    return html`<dialog class="dialog" aria-labelledby="signin-title">
      <form @submit=${this.submit}>
        <h2 id="signin-title">${t("admin.login.title")}</h2>
        <p class="soft">${t("admin.login.ended")}</p>
        ${this.message && html`<p class="notice" role="alert">${this.message}</p>`}
        ${
          this.asksCode
            ? html`<p>${t("admin.code.lead")}</p>
              <label>${t("admin.code.label")}
                <input name="code" autocomplete="one-time-code" autocapitalize="none" required /></label>`
            : html`<label>${t("admin.login.name")}
                <input name="login" autocomplete="username" required .value=${login} /></label>
              <label>${t("admin.login.password")}
                <input name="password" type="password" autocomplete="current-password" required autofocus /></label>`
        }
        <div class="dialog-actions">
          <button class="primary" ?disabled=${this.busy}>${t("admin.login.submit")}</button>
        </div>
      </form>
    </dialog>`;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const typed = new FormData(event.target as HTMLFormElement);
    this.busy = true;
    try {
      await renewToken();
      const answer = this.asksCode
        ? await sendJson<Answer>("POST", `${SIGN_IN}/code`, { code: typed.get("code") })
        : await sendJson<Answer>("POST", SIGN_IN, {
            login: typed.get("login"),
            password: typed.get("password"),
          });
      this.message = "";
      if (answer?.second_factor === true) {
        this.asksCode = true;
        await this.updateComplete;
        this.querySelector<HTMLInputElement>('[name="code"]')?.focus();
        return;
      }
      await renewToken();
      this.onSignedIn();
    } catch (problem) {
      const slow = problem instanceof Problem ? Number(problem.details.retry_after_s) : 0;
      const wrong = problem instanceof Problem && problem.status === 401;
      this.message = slow
        ? t("admin.login.slow", { n: slow })
        : t(wrong ? (this.asksCode ? "admin.code.wrong" : "admin.login.wrong") : "error.offline");
    } finally {
      this.busy = false;
    }
  }
}

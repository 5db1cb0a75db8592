import { Problem } from "../http";
import { t } from "../i18n";

/** What went wrong with a request, in words; anything but a Problem is a fault of ours and goes on. */
export function sentence(problem: unknown): string {
  if (!(problem instanceof Problem)) throw problem;
  return problem.status === 0 ? t("admin.offline") : problem.message;
}

/** Brings the field that the server complained about into view; false where the form has none of that name. */
export function goToComplaint(form: HTMLElement): boolean {
  const field = form.querySelector<HTMLElement>(".field-error")?.parentElement;
  field?.querySelector<HTMLElement>("input, select, textarea")?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "center" });
  return Boolean(field);
}

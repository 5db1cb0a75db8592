import { Problem } from "../http";
import { t } from "../i18n";

/** What went wrong with a request, in words; anything but a Problem is a fault of ours and goes on. */
export function sentence(problem: unknown): string {
  if (!(problem instanceof Problem)) throw problem;
  return problem.status === 0 ? t("admin.offline") : problem.message;
}

/** Whether the same request may be answered later: the server was out of reach or at fault, and refused nothing. */
export function isPassing(problem: Problem): boolean {
  return problem.status === 0 || problem.status >= 500;
}

/** Does the work; what goes wrong with a request is told, and what was under way beside it goes on. */
export async function attempted(
  work: () => Promise<void>,
  told: (problem: Problem) => void | Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    await told(problem);
  }
}

/** Brings the field that the server complained about into view; false where the form has none of that name. */
export function goToComplaint(form: HTMLElement): boolean {
  const field = form.querySelector<HTMLElement>(".field-error")?.parentElement;
  field?.querySelector<HTMLElement>("input, select, textarea")?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "center" });
  return Boolean(field);
}

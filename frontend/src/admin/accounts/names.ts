import { t } from "../../i18n";

/** What the first account of a site is called before anybody names it. */
const BUILT_IN = "Administrator";

/** The name of somebody of the staff in the page's words; one that people gave stays as it is. */
export function staffName(name: string): string {
  return name === BUILT_IN ? t("admin.role.administrator") : name;
}

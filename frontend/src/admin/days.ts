import { language } from "../i18n";

/** A day, YYYY-MM-DD, in the page's language. */
export function dayText(day: string): string {
  return format(`${day}T00:00:00Z`, "UTC");
}

/** The day of an instant in the place's own zone, in the page's language. */
export function dayOf(at: string, zone: string): string {
  return format(at, zone);
}

function format(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeZone }).format(new Date(at));
}

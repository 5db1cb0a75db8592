import { language } from "../i18n";

const MB = 1_000_000;

/** Bytes as people read them: "0.6 MB", "12 MB". */
export function sizeWords(bytes: number, of: string = language()): string {
  const megabytes = bytes / MB;
  const digits = megabytes < 10 ? 1 : 0;
  const shown = Math.max(megabytes, 0.1);
  const format = new Intl.NumberFormat(of, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${format.format(shown)} MB`;
}

/** An instant by the clock of the place that the data is of: "21 Nov, 14:02", "11月21日 14:02". */
export function momentWords(at: Date, zone: string, of: string = language()): string {
  const tongue = of === "en" ? "en-GB" : of;
  const day = new Intl.DateTimeFormat(tongue, { timeZone: zone, day: "numeric", month: "short" }).format(at);
  const clock = new Intl.DateTimeFormat(tongue, {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
  return tongue.startsWith("zh") || tongue.startsWith("ja") ? `${day} ${clock}` : `${day}, ${clock}`;
}

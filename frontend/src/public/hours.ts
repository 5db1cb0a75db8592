/** Opening hours as they stand at a moment; a time is the place's wall clock, put into a Date's local fields. */
export interface Hours {
  state: "open" | "closed" | "unknown";
  always?: boolean;
  /** Of a kind whose hours nobody records: it is there, and hours are not worth a word. */
  timeless?: boolean;
  /** When the state changes next, if that is known and within a week. */
  until?: Date;
}

export const UNKNOWN: Hours = { state: "unknown" };
const ALWAYS: Hours = { state: "open", always: true };
export const TIMELESS: Hours = { state: "open", timeless: true };
const WEEK_MS = 7 * 24 * 3600 * 1000;

type OpeningHours = new (
  text: string,
  where: unknown,
  options: unknown,
) => {
  getState(at: Date): boolean;
  getUnknown(at: Date): boolean;
  getNextChange(at: Date): Date | undefined;
};

/** Where a place is, as the parser wants it for holidays and the sun. */
export interface HoursPlace {
  zone: string;
  country?: string | null;
  lon: number;
  lat: number;
}

/** The wall clock of a zone, in a Date's local fields: what opening hours are written in. */
export function wallClock(at: Date, zone: string): Date {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    hourCycle: "h23",
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return new Date(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
}

/** Without the parser: hours that need none. */
export function plainHours(text: string | undefined): Hours | null {
  if (!text?.trim()) return UNKNOWN;
  return text.trim() === "24/7" ? ALWAYS : null;
}

/**
 * Reads OSM opening hours. The parser is large, so it comes in a chunk of its own, and only for a place some of whose
 * points have hours; until it is there, such hours are unknown, never open.
 */
export class HoursReader {
  private parser: OpeningHours | null = null;
  private readonly known = new Map<string, Hours>();
  private at = new Date(0);

  constructor(private readonly place: HoursPlace) {}

  async loadParser(): Promise<void> {
    this.parser ??= (await import("opening_hours")).default as unknown as OpeningHours;
    this.known.clear();
  }

  /** @param now the real time; each text is read once a minute */
  read(text: string | undefined, now: Date): Hours {
    const plain = plainHours(text);
    if (plain || !text) return plain ?? UNKNOWN;
    if (Math.abs(now.getTime() - this.at.getTime()) >= 60_000) {
      this.known.clear();
      this.at = now;
    }
    let hours = this.known.get(text);
    if (!hours) {
      hours = this.parse(text, wallClock(now, this.place.zone));
      this.known.set(text, hours);
    }
    return hours;
  }

  private parse(text: string, wall: Date): Hours {
    if (!this.parser) return UNKNOWN;
    const { lat, lon, country } = this.place;
    const where = { lat, lon, address: { country_code: (country ?? "").toLowerCase(), state: "" } };
    try {
      const hours = new this.parser(text, where, { locale: "en" });
      if (hours.getUnknown(wall)) return UNKNOWN;
      const next = hours.getNextChange(wall);
      const soon = next && next.getTime() - wall.getTime() <= WEEK_MS ? next : undefined;
      const state = hours.getState(wall) ? "open" : "closed";
      return { state, until: soon, always: state === "open" && !next };
    } catch {
      return UNKNOWN; // what can't be read is not said to be open
    }
  }
}

import { turn } from "../turn";
import { type Stretch, stretches } from "./stretches";
import { warmClock } from "./warmclock";
import { makeClock } from "./zoneclock";

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
const TURN_MS = 5;
const DAY_MS = 24 * 3600 * 1000;
const WEEK_MS = 7 * DAY_MS;
const WEEKS_AHEAD = 10;
const DAYS_AHEAD = 370; // as far as the server looks
const FOLLOWS_THE_SUN = /sun|dawn|dusk/i;
const NAMES_HOLIDAYS = /\b[PS]H\b/;

type Selector = (at: Date) => [boolean, Date];

type OpeningHours = new (
  text: string,
  where: { lat: string; lon: string; address: Record<string, never> },
  options: { locale: string; holidays: (kind: "PH" | "SH", daysAfter: number) => Selector },
) => {
  getState(at: Date): boolean;
  getUnknown(at: Date): boolean;
  getNextChange(at: Date, limit: Date): Date | undefined;
};

/** Days in a row, ISO dates: as GET /api/holidays tells them. */
export interface HolidayDays {
  from: string;
  to: string;
  /** Working: a day of a weekend that is worked in exchange for a holiday. */
  kind: "public" | "school" | "working";
}

/** Where a place is: its zone for the clock, and a position for the sun where a point has none of its own. */
export interface HoursPlace {
  zone: string;
  lon: number;
  lat: number;
}

interface HoursOwner {
  opening_hours?: string;
  lon: number;
  lat: number;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** A zone's clock, made once: that takes longer than reading it, and every point's hours read it. */
function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = makeClock(zone);
    clocks.set(zone, clock);
  }
  return clock;
}

/** The wall clock of a zone, in a Date's local fields: what opening hours are written in. */
export function wallClock(at: Date, zone: string): Date {
  const parts = clockOf(zone).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return new Date(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
}

/** Without the parser: hours that need none. */
export function plainHours(text: string | undefined): Hours | null {
  if (!text?.trim()) return UNKNOWN;
  return text.trim() === "24/7" ? ALWAYS : null;
}

function isoDay(at: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function daysLater(at: Date, days: number): Date {
  const later = new Date(at);
  later.setDate(at.getDate() + days);
  return later;
}

/**
 * Reads OSM opening hours as the server does (org.sanfen.directory.hours; both are held to the same vectors). The parser is
 * large, so it comes in a chunk of its own, and only for a place some of whose points have hours; until it is there, such
 * hours are unknown, never open. So are hours that name holidays, until the place's holidays are there.
 */
export class HoursReader {
  private parser: OpeningHours | null = null;
  private holidays: HolidayDays[] | null = null;
  private readonly known = new Map<string, Hours>();
  /** Whether a text follows the sun: a place has few texts and many points. */
  private readonly sunny = new Map<string, boolean>();
  private at = new Date(0);
  private clock: Promise<void> | undefined;

  constructor(private readonly place: HoursPlace) {}

  async loadParser(): Promise<void> {
    this.clock ??= warmClock(this.place.zone);
    this.parser ??= (await import("opening_hours")).default as unknown as OpeningHours;
    this.known.clear();
  }

  setHolidays(days: HolidayDays[]): void {
    this.holidays = days;
    this.known.clear();
  }

  /**
   * @param now the real time; each text is read once a minute
   * @param where of the point: the sun rises there
   */
  read(text: string | undefined, now: Date, where: { lon: number; lat: number } = this.place): Hours {
    const plain = plainHours(text);
    if (plain || !text) return plain ?? UNKNOWN;
    if (Math.abs(now.getTime() - this.at.getTime()) >= 60_000) {
      this.known.clear();
      this.at = now;
    }
    let sunny = this.sunny.get(text);
    if (sunny === undefined) {
      sunny = FOLLOWS_THE_SUN.test(text);
      this.sunny.set(text, sunny);
    }
    // 0.01 degrees move the sun by less than three seconds
    const [lon, lat] = sunny ? [where.lon.toFixed(2), where.lat.toFixed(2)] : ["0", "0"];
    const key = sunny ? `${text}\n${lon} ${lat}` : text;
    let hours = this.known.get(key);
    if (!hours) {
      hours = this.parse(text, now, Number(lon), lat);
      this.known.set(key, hours);
    }
    return hours;
  }

  /** Reads the hours of many points in turns, so that read() has them all at once. */
  async readAhead(points: readonly HoursOwner[], now: Date): Promise<void> {
    await this.clock;
    let began = performance.now();
    for (const point of points) {
      this.read(point.opening_hours, now, point);
      if (performance.now() - began < TURN_MS) continue;
      await turn();
      began = performance.now();
    }
  }

  /**
   * The open stretches of the place's present day by its wall clock, the last perhaps ending after midnight; null where they
   * can't be told.
   */
  today(
    text: string | undefined,
    now: Date,
    where: { lon: number; lat: number } = this.place,
  ): Stretch[] | null {
    if (!text || plainHours(text) || this.read(text, now, where) === UNKNOWN) return null;
    const wall = wallClock(now, this.place.zone);
    try {
      const hours = this.opening(text, now, where.lon, String(where.lat));
      const midnight = new Date(wall.getFullYear(), wall.getMonth(), wall.getDate());
      return hours && stretches(hours, midnight, daysLater(midnight, 1));
    } catch {
      return null;
    }
  }

  /**
   * The open stretches of each weekday, Monday first, as they lie in the next weeks' ordinary days, no holidays among them;
   * a night belongs to the day that it begins on. Null where they can't be told.
   */
  week(text: string, now: Date, where: { lon: number; lat: number } = this.place): Stretch[][] | null {
    if (this.read(text, now, where) === UNKNOWN) return null;
    try {
      const hours = this.opening(text, now, where.lon, String(where.lat));
      if (!hours) return null;
      const days = this.ordinaryWeek(wallClock(now, this.place.zone)).map((midnight) => {
        const next = daysLater(midnight, 1);
        const wasOpen = hours.getState(new Date(midnight.getTime() - 60_000));
        return stretches(hours, midnight, next)?.filter(
          ({ from, to }) => !(wasOpen && from.getTime() === midnight.getTime() && to < next),
        );
      });
      return days.some((day) => !day) ? null : (days as Stretch[][]);
    } catch {
      return null;
    }
  }

  /** The next date of each weekday, Monday first, that is no holiday nor worked in exchange for one. */
  private ordinaryWeek(wall: Date): Date[] {
    const today = new Date(wall.getFullYear(), wall.getMonth(), wall.getDate());
    const isHoliday = (at: Date) =>
      (["public", "school", "working"] as const).some((kind) => this.is(kind, at));
    return [1, 2, 3, 4, 5, 6, 0].map((weekday) => {
      const first = daysLater(today, (weekday - today.getDay() + 7) % 7);
      const dates = Array.from({ length: WEEKS_AHEAD }, (_, week) => daysLater(first, 7 * week));
      return dates.find((at) => !isHoliday(at)) ?? first;
    });
  }

  /** Null without the parser, and without the holidays that the text names. */
  private opening(text: string, now: Date, lon: number, lat: string): InstanceType<OpeningHours> | null {
    if (!this.parser || (!this.holidays && NAMES_HOLIDAYS.test(text))) return null;
    // The library reads the sun off the device's clock: a device at another longitude than its clock's tells the place's.
    const clocksApartH = (now.getTime() - wallClock(now, this.place.zone).getTime()) / 3_600_000;
    const where = { lat, lon: String(lon + clocksApartH * 15), address: {} };
    return new this.parser(text, where, { locale: "en", holidays: this.selector });
  }

  private parse(text: string, now: Date, lon: number, lat: string): Hours {
    try {
      const hours = this.opening(text, now, lon, lat);
      if (!hours) return UNKNOWN;
      const wall = wallClock(now, this.place.zone);
      const state = stateAt(hours, wall);
      if (state === "unknown") return UNKNOWN;
      if (
        this.is("working", wall) &&
        stateAt(hours, daysLater(wall, wall.getDay() === 0 ? 1 : -1)) !== state
      ) {
        return UNKNOWN; // no rule says which of the two days' hours people keep
      }
      const next = hours.getNextChange(wall, daysLater(wall, DAYS_AHEAD));
      const soon = next && next.getTime() - wall.getTime() <= WEEK_MS && !this.workedBetween(wall, next);
      return { state, until: soon ? next : undefined, always: state === "open" && !next };
    } catch {
      return UNKNOWN; // what can't be read is not said to be open
    }
  }

  private readonly selector =
    (kind: "PH" | "SH", daysAfter: number): Selector =>
    (at) => [
      this.is(kind === "PH" ? "public" : "school", daysLater(at, -daysAfter)),
      new Date(at.getFullYear(), at.getMonth(), at.getDate() + 1),
    ];

  private is(kind: HolidayDays["kind"], at: Date): boolean {
    const day = isoDay(at);
    return (this.holidays ?? []).some((days) => days.kind === kind && days.from <= day && day <= days.to);
  }

  /** Then nobody can tell when the state changes. */
  private workedBetween(from: Date, to: Date): boolean {
    const [first, last] = [isoDay(from), isoDay(to)];
    return (this.holidays ?? []).some(
      (days) => days.kind === "working" && days.from <= last && first <= days.to,
    );
  }
}

function stateAt(hours: InstanceType<OpeningHours>, wall: Date): Hours["state"] {
  if (hours.getUnknown(wall)) return "unknown";
  return hours.getState(wall) ? "open" : "closed";
}

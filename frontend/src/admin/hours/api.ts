import { send } from "../api";

/** A day of the coming week in words. */
export interface DayInWords {
  label: string;
  text: string;
  today: boolean;
}

/** The hours as the point's page would say them. */
export interface HoursReading {
  language: string;
  now: string;
  week: DayInWords[];
  holidays?: string | null;
}

export interface HoursInWords {
  state: "open" | "closed" | "unknown";
  /** Why saving would refuse them. */
  complaint?: string | null;
  readings: HoursReading[];
}

/** Says hours in words; a position only where they follow the sun. */
export function readInWords(
  place: string,
  hours: string,
  where: { lon: number; lat: number } | null,
): Promise<HoursInWords> {
  return send("POST", "/admin/api/hours-in-words", { place, hours, ...where });
}

/** Open from one time to another; wall clock, put into a Date's local fields. */
export interface Stretch {
  from: Date;
  to: Date;
}

/** Of the parser's, what a day's stretches need. */
interface Opening {
  getState(at: Date): boolean;
  getUnknown(at: Date): boolean;
  getNextChange(at: Date, limit: Date): Date | undefined;
}

const DAY_MS = 24 * 3600 * 1000;
const MOST_STRETCHES = 12;

/** The open stretches that begin between two times, or are open at the first; null where part of them is unknown. */
export function stretches(hours: Opening, from: Date, to: Date): Stretch[] | null {
  const found: Stretch[] = [];
  const limit = new Date(to.getTime() + DAY_MS);
  let at = from;
  while (at < to && found.length < MOST_STRETCHES) {
    if (hours.getUnknown(at)) return null;
    const next = hours.getNextChange(at, limit) ?? limit;
    if (hours.getState(at)) found.push({ from: at, to: next });
    at = next;
  }
  return found;
}

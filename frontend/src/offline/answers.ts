import { type KeptAnswer, watchAnswers } from "../http";

const PLACES = "/api/places";
const POINTS = "/api/map-points?";

interface Answered {
  /** When the points were true. */
  at: Date;
  kept: KeptAnswer | null;
}

/** Remembers of each place whether its points came fresh or from the kept copy, and from when they are. */
export class Answers {
  /** Whether the list of places is the server's own of now. */
  placesAreFresh = false;
  private readonly byPlace = new Map<string, Answered>();

  constructor(onChange: () => void) {
    watchAnswers((path, kept) => {
      if (path === PLACES) this.placesAreFresh = kept === null;
      if (!path.startsWith(POINTS)) return;
      const place = new URLSearchParams(path.slice(POINTS.length)).get("place") ?? "";
      this.byPlace.set(place, { at: kept?.at ?? new Date(), kept });
      onChange();
    });
  }

  find(place: string): Answered | undefined {
    return this.byPlace.get(place);
  }
}

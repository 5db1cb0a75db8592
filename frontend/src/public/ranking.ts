import type { Point } from "./directory";
import { countFacets, type Facets, NO_FACETS } from "./facets";
import { passes, writeFilters } from "./filters";
import { type Hours, HoursReader, TIMELESS } from "./hours";
import { type Ranked, rank } from "./nearest";
import type { State } from "./state";

/** What follows from the state for each point: order, distance, whether open; worked out only when it must have changed. */
export class Ranking {
  /** Every point of the place. */
  all: Ranked[] = [];
  /** Those that the filters let through. */
  listed: Ranked[] = [];
  /** What each filter would leave. */
  facets: Facets = NO_FACETS;
  /** What the list's membership follows from; its order follows from times and distances as well. */
  membership: unknown[] = [];
  hours = new HoursReader({ zone: "UTC", lon: 0, lat: 0 });
  private ranked: unknown[] = [];
  private filtered: unknown[] = [];

  follow(state: State): void {
    const { points, origin, now, kinds, walks } = state;
    const times = walks.from === origin ? walks.times : undefined;
    const asked = [points, origin, now, kinds, times];
    if (asked.some((one, i) => one !== this.ranked[i])) {
      this.ranked = asked;
      this.all = points ? rank(points, origin, (point) => this.hoursOf(point, state), times) : [];
    }
    const { pile } = state;
    const filters = writeFilters(state).join("&");
    this.membership = [points, now, pile, filters];
    const wanted = [this.all, pile, filters];
    if (wanted.some((one, i) => one !== this.filtered[i])) {
      this.filtered = wanted;
      const piled = pile && new Set(pile);
      this.listed = this.all.filter((one) => passes(state, one) && (!piled || piled.has(one.point.id)));
      this.facets = countFacets(this.all, state);
    }
  }

  /** Hours have become known that were not. */
  forget(): void {
    this.ranked = [];
  }

  find(id: string | null): Ranked | undefined {
    return id === null ? undefined : this.all.find((one) => one.point.id === id);
  }

  private hoursOf(point: Point, { kinds, now }: State): Hours {
    const kind = kinds.find((one) => one.id === point.kind);
    if (!point.opening_hours && kind?.hours === false) return TIMELESS;
    return this.hours.read(point.opening_hours, now, point);
  }
}

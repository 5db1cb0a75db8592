import type { Point } from "./directory";
import { passes } from "./filters";
import { type Hours, HoursReader, TIMELESS } from "./hours";
import { type Ranked, rank } from "./nearest";
import type { State } from "./state";

/** What follows from the state for each point: order, distance, whether open; worked out only when it must have changed. */
export class Ranking {
  /** Every point of the place. */
  all: Ranked[] = [];
  /** Those that the filters let through. */
  listed: Ranked[] = [];
  hours = new HoursReader({ zone: "UTC", lon: 0, lat: 0 });
  private ranked: unknown[] = [];
  private filtered: unknown[] = [];

  follow(state: State): void {
    const { points, origin, now, kinds } = state;
    const asked = [points, origin, now, kinds];
    if (asked.some((one, i) => one !== this.ranked[i])) {
      this.ranked = asked;
      this.all = points ? rank(points, origin, (point) => this.hoursOf(point, state)) : [];
    }
    const { pile, chosenKinds, openOnly } = state;
    const wanted = [this.all, pile, chosenKinds, openOnly];
    if (wanted.some((one, i) => one !== this.filtered[i])) {
      this.filtered = wanted;
      this.listed = this.all.filter((one) => passes(state, one) && (!pile || pile.includes(one.point.id)));
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

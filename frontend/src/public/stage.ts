import type { MapView } from "./mapview";
import type { Ranking } from "./ranking";
import type { Search } from "./search";
import type { Sheet } from "./sheet";
import type { State } from "./state";

/** What the deeds act on: the state and the few things on the page that are no view of it. */
export interface Stage {
  readonly state: State;
  readonly ranking: Ranking;
  readonly search: Search;
  readonly sheet: Sheet;
  /** Null until the place is known. */
  readonly map: MapView | null;
  /** Changes the state and draws what follows from it. */
  change(part: Partial<State>): void;
  /** What came by itself: the state changes at once, the page in turns that leave it quick. Done when all is drawn. */
  arrive(part: Partial<State>): Promise<void>;
  /** Tells a screen reader. */
  say(words: string): void;
  focusSearch(): void;
  /** Brings the panel's first line into view and gives it the focus. */
  showTop(): void;
}

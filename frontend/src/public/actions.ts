import type { ChoiceDeeds } from "./deeds/choosing";
import type { FilterDeeds } from "./deeds/filtering";
import type { PositionDeeds } from "./deeds/locating";
import type { SearchDeeds } from "./deeds/searching";

/** Everything a visitor can do; the views call these and know nothing else. Each kind of deed has a file in deeds/. */
export interface Actions extends ChoiceDeeds, FilterDeeds, PositionDeeds, SearchDeeds {
  /** Asks again for what did not arrive. */
  retry(): void;
}

import type { ChoiceDeeds } from "./deeds/choosing";
import type { FilterDeeds } from "./deeds/filtering";
import type { PositionDeeds } from "./deeds/locating";
import type { SearchDeeds } from "./deeds/searching";
import type { ShareDeeds } from "./deeds/sharing";
import type { ToolDeeds } from "./deeds/tools";

/** Everything a visitor can do; the views call these and know nothing else. Each kind of deed has a file in deeds/. */
export interface Actions extends ChoiceDeeds, FilterDeeds, PositionDeeds, SearchDeeds, ShareDeeds, ToolDeeds {
  /** Asks again for what did not arrive. */
  retry(): void;
}

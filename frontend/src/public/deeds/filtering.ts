import { t } from "../../i18n";
import { NO_FILTERS } from "../filters";
import type { Stage } from "../stage";
import { ROWS, type State } from "../state";

export interface FilterDeeds {
  toggleKind(kind: string): void;
  toggleOpenOnly(): void;
  toggleAlwaysOnly(): void;
  toggleStepFreeOnly(): void;
  /** @param level as points name it; null for any */
  setLevel(level: string | null): void;
  clearFilters(): void;
  /** Shows or hides the chips that a phone has no room for. */
  toggleMoreChips(): void;
}

/** Narrowing the list and the map down. */
export function filterDeeds(stage: Stage): FilterDeeds {
  const narrow = (part: Partial<State>) => {
    stage.change({ ...part, listing: true, rows: ROWS });
    stage.say(t("list.count", { n: stage.ranking.listed.length }));
  };
  return {
    toggleKind(kind) {
      const { chosenKinds } = stage.state;
      const kinds = chosenKinds.includes(kind)
        ? chosenKinds.filter((one) => one !== kind)
        : [...chosenKinds, kind];
      narrow({ chosenKinds: kinds, need: null, selected: null, pile: null });
      stage.sheet.atLeast("half");
    },
    toggleOpenOnly: () => narrow({ openOnly: !stage.state.openOnly }),
    toggleAlwaysOnly: () => narrow({ alwaysOnly: !stage.state.alwaysOnly }),
    toggleStepFreeOnly: () => narrow({ stepFreeOnly: !stage.state.stepFreeOnly }),
    setLevel: (level) => narrow({ level }),
    clearFilters: () => narrow(NO_FILTERS),
    toggleMoreChips: () => stage.change({ moreChips: !stage.state.moreChips }),
  };
}

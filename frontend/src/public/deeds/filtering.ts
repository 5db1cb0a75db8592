import { t } from "../../i18n";
import type { Stage } from "../stage";
import { ROWS } from "../state";

export interface FilterDeeds {
  toggleKind(kind: string): void;
  toggleOpenOnly(): void;
}

/** Narrowing the list and the map down. */
export function filterDeeds(stage: Stage): FilterDeeds {
  const sayCount = () => stage.say(t("list.count", { n: stage.ranking.listed.length }));
  return {
    toggleKind(kind) {
      const { chosenKinds } = stage.state;
      const kinds = chosenKinds.includes(kind)
        ? chosenKinds.filter((one) => one !== kind)
        : [...chosenKinds, kind];
      stage.change({ chosenKinds: kinds, listing: true, selected: null, pile: null, rows: ROWS });
      stage.sheet.atLeast("half");
      sayCount();
    },
    toggleOpenOnly() {
      stage.change({ openOnly: !stage.state.openOnly, listing: true, rows: ROWS });
      sayCount();
    },
  };
}

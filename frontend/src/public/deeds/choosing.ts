import { NO_FILTERS } from "../filters";
import type { Stage } from "../stage";
import { ROWS } from "../state";
import { announceNearest } from "./locating";

export interface ChoiceDeeds {
  findNearest(kind: string): void;
  select(id: string | null): void;
  /** Several points share one spot on the map. */
  showPile(pile: string[]): void;
  showList(): void;
  showStart(): void;
  /** Leaves the emergency's short list for the one with filters. */
  showFilters(): void;
  showMore(): void;
}

/** Going from the start to a list, to one point, and back. */
export function choiceDeeds(stage: Stage, locate: () => Promise<void>, loadIndex: () => void): ChoiceDeeds {
  return {
    findNearest(kind) {
      stage.change({
        ...NO_FILTERS,
        chosenKinds: [kind],
        need: kind === "aed" ? "medical" : "fire",
        listing: true,
        selected: null,
        pile: null,
        query: "",
        rows: ROWS,
      });
      stage.sheet.atLeast("half");
      loadIndex();
      if (stage.state.origin) announceNearest(stage);
      else if (stage.state.points === null || stage.ranking.listed.length > 0) void locate();
    },
    select(id) {
      stage.change({ selected: id });
      showChosen(stage);
    },
    showPile(pile) {
      stage.change({ pile, listing: true, selected: null });
      stage.sheet.atLeast("half");
    },
    showList() {
      stage.change({ listing: true, selected: null });
      stage.sheet.atLeast("half");
    },
    showStart() {
      stage.change({
        ...NO_FILTERS,
        need: null,
        listing: false,
        selected: null,
        pile: null,
        query: "",
        rows: ROWS,
      });
    },
    showFilters: () => stage.change({ need: null }),
    showMore() {
      stage.change({ rows: stage.state.rows + 5 * ROWS });
    },
  };
}

/** Brings the chosen point's details and its spot on the map into view. */
export function showChosen(stage: Stage): boolean {
  const chosen = stage.ranking.find(stage.state.selected);
  if (!chosen) return false;
  stage.sheet.atLeast("half");
  stage.map?.lookAtPoint(chosen.point, stage.state.origin, chosen.metres);
  stage.showTop();
  return true;
}

import { t } from "../../i18n";
import { readSearchIndex } from "../directory";
import type { Found } from "../search";
import type { Stage } from "../stage";
import type { Origin } from "../state";

export interface SearchDeeds {
  search(query: string): void;
  searchFocused(): void;
  take(found: Found): void;
  takeFirst(): void;
}

/** Typing: what is found is found in the page, and nothing typed leaves it. */
export function searchDeeds(
  stage: Stage,
  select: (id: string) => void,
  startFrom: (origin: Origin) => void,
): SearchDeeds {
  let indexAsked = false;
  const take = (found: Found) => {
    if (found.type === "point") {
      stage.change({ query: "" });
      select(found.point.id);
    } else {
      const { lon, lat, name } = found.entry;
      startFrom({ lon, lat, from: "search", accuracyM: 0, label: name });
    }
  };
  return {
    search(query) {
      stage.change({ query, found: stage.search.find(query), selected: null, pile: null });
      if (query) {
        stage.sheet.atLeast("half");
        stage.say(t("search.count", { n: stage.state.found.length }));
      }
    },
    searchFocused() {
      if (indexAsked || !stage.state.place) return;
      indexAsked = true;
      readSearchIndex(stage.state.place.id).then(
        (index) => {
          stage.search.setIndex(index);
          stage.change({ found: stage.search.find(stage.state.query) });
        },
        () => {
          indexAsked = false; // points can still be found; asked again at the next focus
        },
      );
    },
    take,
    takeFirst() {
      if (stage.state.found[0]) take(stage.state.found[0]);
    },
  };
}

import { t } from "../../i18n";
import type { Found } from "../search";
import type { Stage } from "../stage";
import type { Origin } from "../state";

export interface SearchDeeds {
  search(query: string): void;
  searchFocused(): void;
  /** Puts the cursor where an address can be typed. */
  typeAddress(): void;
  take(found: Found): void;
  takeFirst(): void;
  /** The arrow keys go from the field through what was found, and back. */
  moveInResults(event: KeyboardEvent): void;
}

/** Typing: what is found is found in the page, and nothing typed leaves it. */
export function searchDeeds(
  stage: Stage,
  loadIndex: () => void,
  select: (id: string) => void,
  startFrom: (origin: Origin) => void,
): SearchDeeds {
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
    searchFocused: loadIndex,
    typeAddress() {
      stage.change({ picking: false });
      stage.focusSearch();
    },
    moveInResults(event) {
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (step === 0 || !stage.state.query) return;
      const stops = document.querySelectorAll<HTMLElement>(".search input, .found .row");
      const at = [...stops].indexOf(document.activeElement as HTMLElement);
      const next = stops[at + step];
      if (at < 0 || !next) return;
      event.preventDefault();
      next.focus();
    },
    take,
    takeFirst() {
      if (stage.state.found[0]) take(stage.state.found[0]);
    },
  };
}

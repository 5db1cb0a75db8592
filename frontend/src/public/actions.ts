import type { Found } from "./search";

/** Everything a visitor can do; the views call these and know nothing else. */
export interface Actions {
  findNearest(kind: string): void;
  locate(): void;
  pickOnMap(): void;
  /** Takes the middle of the map: picking without a pointer. */
  pickMiddle(): void;
  stopPicking(): void;
  forgetOrigin(): void;
  toggleKind(kind: string): void;
  toggleOpenOnly(): void;
  search(query: string): void;
  searchFocused(): void;
  take(found: Found): void;
  takeFirst(): void;
  select(id: string | null): void;
  showList(): void;
  showStart(): void;
  showMore(): void;
  retry(): void;
}

import { render } from "lit/html.js";
import { language, siteTitle } from "../i18n";
import { localName, type PlaceInfo, viewBounds } from "../map";
import { registerOffline } from "../offline";
import type { Actions } from "./actions";
import { choiceDeeds, showChosen } from "./deeds/choosing";
import { filterDeeds } from "./deeds/filtering";
import { announceNearest, positionDeeds, showWay } from "./deeds/locating";
import { searchDeeds } from "./deeds/searching";
import { shareDeeds } from "./deeds/sharing";
import { toolDeeds } from "./deeds/tools";
import { legend } from "./frame";
import { Loading } from "./loading";
import { MapView } from "./mapview";
import { panelView } from "./panel";
import { Ranking } from "./ranking";
import { Search } from "./search";
import { readPart } from "./share/link";
import { Sheet } from "./sheet";
import type { Stage } from "./stage";
import { firstState, readHash, type State, writeHash } from "./state";
import { topView } from "./top";
import { Walking } from "./walking";

const MINUTE_MS = 60_000;

/** The page: one state, changed by the deeds (deeds/), shown by the views (top, panel, legend, map). */
export class App implements Stage {
  state: State = { ...firstState(), ...readHash(location.hash) };
  readonly ranking = new Ranking();
  readonly search = new Search();
  readonly sheet: Sheet;
  map: MapView | null = null;
  /** The part of the map that a shared link came with; the page's own address drops it at once. */
  private readonly sharedPart = readPart(location.hash);
  private readonly actions: Actions;
  private readonly loading: Loading;
  private readonly walking: Walking;

  constructor(
    private readonly parts: Record<"top" | "body" | "map" | "legend" | "said", HTMLElement>,
    sheet: HTMLElement,
    placeId: string,
  ) {
    this.sheet = new Sheet(sheet, () => this.map?.resized());
    this.loading = new Loading(this, placeId, (place) => this.showMap(place));
    this.walking = new Walking(this, () => showWay(this));
    const position = positionDeeds(this);
    const choice = choiceDeeds(this, position.locate, this.loading.loadIndex);
    this.actions = {
      ...position,
      ...choice,
      ...filterDeeds(this),
      ...searchDeeds(this, this.loading.loadIndex, choice.select, position.startFrom),
      ...shareDeeds(this),
      ...toolDeeds(this),
      retry: () => this.retry(),
    };
    const calls = this.parts.body.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]');
    this.state.numbers = [...calls].map((call) => call.href.slice("tel:".length));
    this.parts.top.replaceChildren();
    this.parts.body.replaceChildren();
    this.listen();
    this.state.offline = registerOffline();
    this.state.offline.subscribe(() => this.draw());
  }

  /** Loads the place; until then the skeleton stands. */
  async start(): Promise<void> {
    this.draw();
    await this.loading.load(() => {
      const { offline, place, places, points } = this.state;
      if (place?.bounds && viewBounds(place.bounds, points ?? []) !== place.bounds) {
        this.map?.lookAtPlace(place, points ?? []); // across the 180th meridian
      }
      if (!showChosen(this)) announceNearest(this); // somebody may have located while the points were still coming
      if (this.sharedPart && !this.state.origin) this.map?.lookAtPart(this.sharedPart);
      if (this.state.overlay) this.actions.listOverlays();
      void this.walking.prepare();
      offline?.visited(
        place?.id ?? null,
        places.map((one) => one.id),
      );
    });
  }

  change(part: Partial<State>): void {
    this.state = { ...this.state, ...part };
    this.ranking.follow(this.state);
    const hash = writeHash(this.state);
    if (hash !== location.hash) history.replaceState(null, "", location.pathname + location.search + hash);
    this.draw();
    this.walking.follow();
  }

  readonly say = (words: string): void => {
    this.parts.said.textContent = words;
  };

  showTop(): void {
    this.parts.body.scrollTop = 0;
    this.parts.body.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }

  focusSearch(): void {
    this.parts.top.querySelector("input")?.focus();
  }

  private listen(): void {
    addEventListener("hashchange", () => this.followHash());
    addEventListener("online", () => this.retry());
    addEventListener("offline", () => this.change({ failure: "offline" }));
    window.addEventListener("keydown", (event) => event.key === "Escape" && this.escape());
    setInterval(() => this.change({ now: new Date() }), MINUTE_MS);
  }

  /** Another shared link was opened in this page. */
  private followHash(): void {
    const part = readPart(location.hash);
    const { overlay, ...rest } = readHash(location.hash);
    this.change(rest);
    if (part && !this.state.origin) this.map?.lookAtPart(part);
    this.actions.showOverlay(overlay);
  }

  private showMap(place: PlaceInfo): void {
    if (this.map) return; // points that are asked for again must not move the map
    this.map = new MapView(this.parts.map, place, {
      onSelect: this.actions.select,
      onPile: this.actions.showPile,
      onTap: this.actions.tapped,
      onEnter: () => this.state.picking && this.actions.pickMiddle(),
      onTileError: () => this.change({ failure: navigator.onLine ? "server" : "offline" }),
      covered: () => this.sheet.covered(),
      coveredAbove: () => (this.sheet.covered() ? this.parts.top.getBoundingClientRect().bottom : 0),
    });
    this.map.lookAtPlace(place);
    if (this.sharedPart) this.map.lookAtPart(this.sharedPart);
  }

  private retry(): void {
    this.change({ failure: null });
    this.map?.retry();
    const { points, place, offline } = this.state;
    if (points === null || offline?.dataAge(place?.id ?? "")) void this.start();
  }

  private escape(): void {
    if (this.state.picking) this.actions.stopPicking();
    else if (this.state.query) this.actions.search("");
    else if (this.state.selected) this.actions.select(null);
  }

  private draw(): void {
    const { state, ranking } = this;
    const name = state.place && localName(state.place, language());
    document.title = name ? `${siteTitle()} · ${name}` : siteTitle();
    render(topView(state, this.actions), this.parts.top);
    render(panelView(state, ranking, this.actions), this.parts.body);
    render(legend(state, this.actions), this.parts.legend);
    this.map?.show(state, ranking.listed, ranking.all);
  }
}

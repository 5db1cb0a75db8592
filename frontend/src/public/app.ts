import { render, type TemplateResult } from "lit/html.js";
import { language, siteTitle } from "../i18n";
import { viewBounds } from "../map/meridian";
import { localName, type PlaceInfo } from "../map/place";
import { registerOffline } from "../offline";
import { turn } from "../turn";
import type { Actions } from "./actions";
import { choiceDeeds, showChosen } from "./deeds/choosing";
import { filterDeeds } from "./deeds/filtering";
import { announceNearest, positionDeeds, showWay } from "./deeds/locating";
import { searchDeeds } from "./deeds/searching";
import { shareDeeds } from "./deeds/sharing";
import { toolDeeds } from "./deeds/tools";
import { Drawing } from "./drawing";
import { legend } from "./frame";
import { Loading } from "./loading";
import type { MapView } from "./mapview";
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
  private readonly filled = new Set<HTMLElement>();
  private coming: Promise<void> | null = null;
  /** What follows from the state, part by part. */
  private readonly drawing = new Drawing([
    () => this.drawTop(),
    () => this.fill(this.parts.body, panelView(this.state, this.ranking, this.actions)),
    () => render(legend(this.state, this.actions), this.parts.legend),
    () => this.map?.show(this.state, this.ranking.listed, this.ranking.all),
  ]);

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
    this.state.schematic = this.parts.body.querySelector(".schematic") !== null;
    this.state.calls = this.parts.body.querySelector<HTMLElement>(".calls");
    const calls = this.state.calls?.querySelectorAll<HTMLAnchorElement>("a") ?? [];
    this.state.numbers = [...calls].map((call) => call.href.slice("tel:".length));
    this.listen();
    this.state.offline = registerOffline();
    this.state.offline.subscribe(() => void this.drawing.inTurns());
  }

  /** Loads the place; until then the skeleton stands. */
  async start(): Promise<void> {
    await this.arrive({});
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
    this.take(part);
    this.drawing.now();
    this.walking.follow();
  }

  async arrive(part: Partial<State>): Promise<void> {
    this.take(part);
    await this.drawing.inTurns();
    this.walking.follow();
  }

  private take(part: Partial<State>): void {
    this.state = { ...this.state, ...part };
    this.ranking.follow(this.state);
    const hash = writeHash(this.state);
    if (hash !== location.hash) history.replaceState(null, "", location.pathname + location.search + hash);
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
    setInterval(() => void this.arrive({ now: new Date() }), MINUTE_MS);
  }

  /** Another shared link was opened in this page. */
  private followHash(): void {
    const part = readPart(location.hash);
    const { overlay, ...rest } = readHash(location.hash);
    this.change(rest);
    if (part && !this.state.origin) this.map?.lookAtPart(part);
    this.actions.showOverlay(overlay);
  }

  /** The map comes in a chunk of its own, beside the points; without it the list is still a list. */
  private showMap(place: PlaceInfo): Promise<void> {
    this.coming ??= this.openMap(place);
    return this.coming; // points that are asked for again must not move the map
  }

  private async openMap(place: PlaceInfo): Promise<void> {
    const chunk = await import("./mapview").catch(() => null);
    if (!chunk) {
      this.coming = null;
      this.change({ failure: navigator.onLine ? "server" : "offline" });
      return;
    }
    await turn();
    this.map = new chunk.MapView(this.parts.map, place, {
      onSelect: this.actions.select,
      onPile: this.actions.showPile,
      onTap: this.actions.tapped,
      onEnter: () => this.state.picking && this.actions.pickMiddle(),
      onTileError: () => this.change({ failure: navigator.onLine ? "server" : "offline" }),
      covered: () => this.sheet.covered(),
      coveredAbove: () => (this.sheet.covered() ? this.parts.top.getBoundingClientRect().bottom : 0),
    });
    if (this.sharedPart) this.map.lookAtPart(this.sharedPart);
    await this.drawing.inTurns();
  }

  private retry(): void {
    this.change({ failure: null });
    this.map?.retry();
    const { points, place, offline } = this.state;
    if (points === null || !this.map || offline?.dataAge(place?.id ?? "")) void this.start();
  }

  private escape(): void {
    if (this.state.picking) this.actions.stopPicking();
    else if (this.state.query) this.actions.search("");
    else if (this.state.selected) this.actions.select(null);
  }

  private drawTop(): void {
    const { place } = this.state;
    const name = place && localName(place, language());
    document.title = name ? `${siteTitle()} · ${name}` : siteTitle();
    this.fill(this.parts.top, topView(this.state, this.actions));
  }

  /** What the server wrote stands until there is something in its place. */
  private fill(part: HTMLElement, view: TemplateResult): void {
    if (!this.filled.has(part)) part.replaceChildren();
    this.filled.add(part);
    render(view, part);
  }
}

import { html, nothing, render, type TemplateResult } from "lit/html.js";
import { language, siteTitle, t } from "../i18n";
import { localName } from "../map";
import type { Actions } from "./actions";
import { detailsView } from "./details";
import {
  isOffline,
  listHolidays,
  listKinds,
  listNearStreets,
  listPlaces,
  listPoints,
  type Point,
  readSearchIndex,
} from "./directory";
import { legend, panelFoot, placeNotices } from "./frame";
import { type Hours, HoursReader, plainHours, TIMELESS } from "./hours";
import { filterChips, listView, searchView } from "./list";
import { askDevice } from "./locate";
import { MapView } from "./mapview";
import { type Ranked, rank } from "./nearest";
import { type Found, Search } from "./search";
import { Sheet } from "./sheet";
import { startView } from "./start";
import { firstState, type Origin, ROWS, readHash, type State, writeHash } from "./state";
import { topView } from "./top";
import { distance, kindName, pointTitle } from "./words";

const MINUTE_MS = 60_000;

/** The page: one state, changed by the actions, shown by the views. */
export class App implements Actions {
  private state: State = { ...firstState(), ...readHash(location.hash) };
  private readonly search_ = new Search();
  private hours = new HoursReader({ zone: "UTC", lon: 0, lat: 0 });
  private mapView: MapView | null = null;
  private readonly sheet: Sheet;
  private indexAsked = false;
  private all: Ranked[] = [];
  private listed: Ranked[] = [];

  constructor(
    private readonly parts: Record<"top" | "body" | "map" | "legend" | "said", HTMLElement>,
    sheet: HTMLElement,
    private readonly placeId: string,
  ) {
    this.sheet = new Sheet(sheet, () => this.mapView?.resized());
    addEventListener("hashchange", () => this.change(readHash(location.hash)));
    addEventListener("online", () => this.state.failure === "offline" && this.retry());
    addEventListener("offline", () => this.change({ failure: "offline" }));
    window.addEventListener("keydown", (event) => event.key === "Escape" && this.escape());
    setInterval(() => this.change({ now: new Date() }), MINUTE_MS);
    const calls = this.parts.body.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]');
    this.state.numbers = [...calls].map((call) => call.href.slice("tel:".length));
    this.parts.top.replaceChildren();
    this.parts.body.replaceChildren();
  }

  /** Loads the place; until then the skeleton stands. */
  async start(): Promise<void> {
    this.draw();
    try {
      const places = await listPlaces();
      const place = places.find((one) => one.id === this.placeId) ?? places[0] ?? null;
      this.change({ places, place, failure: null });
      if (!place) {
        this.change({ points: [] });
        return;
      }
      const [west, south, east, north] = place.bounds ?? [0, 0, 0, 0];
      this.hours = new HoursReader({ ...place, lon: (west + east) / 2, lat: (south + north) / 2 });
      this.mapView ??= new MapView(this.parts.map, place, {
        onSelect: (id) => this.select(id),
        onPile: (pile) => this.showPile(pile),
        onTap: (lon, lat) => this.tapped(lon, lat),
        onTileError: () => this.change({ failure: navigator.onLine ? "server" : "offline" }),
        covered: () => this.sheet.covered(),
        coveredAbove: () => (this.sheet.covered() ? this.parts.top.getBoundingClientRect().bottom : 0),
      });
      this.mapView.lookAtPlace(place);
      const [kinds, points] = await Promise.all([listKinds(), listPoints(place.id)]);
      this.search_.setPoints(points, (kind) => kindName(kinds, kind));
      this.change({ kinds, points });
      const chosen = this.all.find((one) => one.point.id === this.state.selected);
      if (chosen) this.showChosen(chosen);
      else this.announceNearest(); // somebody may have located while the points were still coming
      void this.addStreets(place.id);
      if (points.some((point) => plainHours(point.opening_hours) === null)) {
        await Promise.all([this.hours.loadParser(), this.addHolidays(place.id)]);
        this.change({});
      }
    } catch (cause) {
      this.change({ failure: isOffline(cause) ? "offline" : "server" });
    }
  }

  findNearest(kind: string): void {
    this.change({ chosenKinds: [kind], listing: true, selected: null, pile: null, query: "", rows: ROWS });
    this.sheet.atLeast("half");
    if (this.state.origin) this.announceNearest();
    else if (this.state.points === null || this.listed.length > 0) void this.locate();
  }

  async locate(): Promise<void> {
    this.change({ locating: "asking", picking: false, listing: true });
    const answer = await askDevice();
    if (typeof answer === "string") this.change({ locating: answer });
    else this.startFrom(answer);
  }

  pickOnMap(): void {
    this.change({ picking: true });
    this.sheet.set("peek");
  }

  pickMiddle(): void {
    const middle = this.mapView?.map.getCenter().wrap();
    if (middle) this.startFrom({ lon: middle.lng, lat: middle.lat, from: "tap", accuracyM: 0 });
  }

  stopPicking(): void {
    this.change({ picking: false });
  }

  forgetOrigin(): void {
    this.change({ origin: null, locating: "idle" });
  }

  toggleKind(kind: string): void {
    const { chosenKinds } = this.state;
    const kinds = chosenKinds.includes(kind)
      ? chosenKinds.filter((one) => one !== kind)
      : [...chosenKinds, kind];
    this.change({ chosenKinds: kinds, listing: true, selected: null, pile: null, rows: ROWS });
    this.sheet.atLeast("half");
    this.say(t("list.count", { n: this.listed.length }));
  }

  toggleOpenOnly(): void {
    this.change({ openOnly: !this.state.openOnly, listing: true, rows: ROWS });
    this.say(t("list.count", { n: this.listed.length }));
  }

  search(query: string): void {
    this.change({ query, found: this.search_.find(query), selected: null, pile: null });
    if (query) {
      this.sheet.atLeast("half");
      this.say(t("search.count", { n: this.state.found.length }));
    }
  }

  searchFocused(): void {
    if (this.indexAsked || !this.state.place) return;
    this.indexAsked = true;
    readSearchIndex(this.state.place.id).then(
      (index) => {
        this.search_.setIndex(index);
        this.change({ found: this.search_.find(this.state.query) });
      },
      () => {
        this.indexAsked = false; // points can still be found; asked again at the next focus
      },
    );
  }

  take(found: Found): void {
    if (found.type === "point") {
      this.change({ query: "" });
      this.select(found.point.id);
    } else {
      const { lon, lat, name } = found.entry;
      this.startFrom({ lon, lat, from: "search", accuracyM: 0, label: name });
    }
  }

  takeFirst(): void {
    if (this.state.found[0]) this.take(this.state.found[0]);
  }

  select(id: string | null): void {
    this.change({ selected: id });
    const chosen = this.all.find((one) => one.point.id === id);
    if (chosen) this.showChosen(chosen);
  }

  showList(): void {
    this.change({ listing: true, selected: null });
    this.sheet.atLeast("half");
  }

  showStart(): void {
    this.change({
      listing: false,
      selected: null,
      pile: null,
      chosenKinds: [],
      openOnly: false,
      query: "",
      rows: ROWS,
    });
  }

  showMore(): void {
    this.change({ rows: this.state.rows + 5 * ROWS });
  }

  retry(): void {
    this.change({ failure: null });
    this.mapView?.retry();
    if (this.state.points === null) void this.start();
  }

  private showPile(pile: string[]): void {
    this.change({ pile, listing: true, selected: null });
    this.sheet.atLeast("half");
  }

  private tapped(lon: number, lat: number): void {
    if (this.state.picking) this.startFrom({ lon, lat, from: "tap", accuracyM: 0 });
  }

  private escape(): void {
    if (this.state.picking) this.stopPicking();
    else if (this.state.query) this.search("");
    else if (this.state.selected) this.select(null);
  }

  private startFrom(origin: Origin): void {
    this.mapView?.guard(origin);
    this.change({
      origin,
      picking: false,
      locating: "idle",
      listing: true,
      query: "",
      selected: null,
      pile: null,
      rows: ROWS,
    });
    this.sheet.atLeast("half");
    this.announceNearest();
  }

  private announceNearest(): void {
    const { origin, kinds } = this.state;
    if (!origin) return;
    const nearest = this.listed.find((one) => one.usable);
    this.mapView?.lookAtNearest(origin, nearest);
    if (nearest?.metres === undefined) return;
    this.say(
      t("origin.said", { name: pointTitle(nearest.point, kinds), distance: distance(nearest.metres) }),
    );
  }

  private showChosen(chosen: Ranked): void {
    this.sheet.atLeast("half");
    this.mapView?.lookAtPoint(chosen.point, this.state.origin, chosen.metres);
    this.parts.body.scrollTop = 0;
    this.parts.body.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }

  private say(words: string): void {
    this.parts.said.textContent = words;
  }

  private change(part: Partial<State>): void {
    const before = this.state;
    this.state = { ...before, ...part };
    const { points, chosenKinds, openOnly, origin, pile, now } = this.state;
    this.all = points ? rank(points, origin, (point) => this.hoursOf(point, now)) : [];
    this.listed = this.all.filter(
      (one) =>
        (chosenKinds.length === 0 || chosenKinds.includes(one.point.kind)) &&
        (!openOnly || one.state === "open") &&
        (!pile || pile.includes(one.point.id)),
    );
    const hash = writeHash(this.state);
    if (hash !== location.hash) history.replaceState(null, "", location.pathname + location.search + hash);
    this.draw();
  }

  private hoursOf(point: Point, now: Date): Hours {
    const kind = this.state.kinds.find((one) => one.id === point.kind);
    if (!point.opening_hours && kind?.hours === false) return TIMELESS;
    return this.hours.read(point.opening_hours, now, point);
  }

  /** Without its holidays, a place's hours that name them stay unknown. */
  private async addHolidays(place: string): Promise<void> {
    const days = await listHolidays(place).catch(() => null);
    if (days) this.hours.setHolidays(days);
  }

  /** Says of points without an address what street they are near; a list without it is still a list. */
  private async addStreets(place: string): Promise<void> {
    const points = this.state.points ?? [];
    if (points.every((point) => point.address)) return;
    const near = await listNearStreets(place, language()).catch(() => new Map<string, string>());
    if (near.size === 0 || this.state.points !== points) return;
    this.change({ points: points.map((point) => ({ ...point, near: near.get(point.id) })) });
    this.search_.setPoints(this.state.points, (kind) => kindName(this.state.kinds, kind));
    if (this.state.query) this.change({ found: this.search_.find(this.state.query) });
  }

  private draw(): void {
    const { state } = this;
    const name = state.place && localName(state.place, language());
    document.title = name ? `${siteTitle()} · ${name}` : siteTitle();
    render(topView(state, this), this.parts.top);
    render(this.panel(), this.parts.body);
    render(legend(state), this.parts.legend);
    this.mapView?.show(state, this.listed, this.all);
  }

  private panel(): TemplateResult {
    const { state } = this;
    const chosen = this.all.find((one) => one.point.id === state.selected);
    const listing = state.listing || state.chosenKinds.length > 0 || state.openOnly;
    const picking = state.picking;
    if (state.points && !state.place) return html`${placeNotices(state, this)}${panelFoot(state)}`;
    return html`
      ${placeNotices(state, this)}
      ${
        chosen
          ? detailsView(chosen, state, this)
          : state.query
            ? searchView(state, this)
            : html`
              ${picking || listing ? nothing : startView(state, this)}
              <div class=${listing || picking ? "" : "from-half"}>
                ${picking ? nothing : filterChips(state, this)}
                ${listView(state, this.listed, this)}
              </div>`
      }
      ${panelFoot(state)}`;
  }
}

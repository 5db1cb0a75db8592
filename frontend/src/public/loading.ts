import { language } from "../i18n";
import type { PlaceInfo } from "../map";
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
import { HoursReader, plainHours } from "./hours";
import { Pinyin } from "./pinyin";
import type { Stage } from "./stage";
import { FIRST_ROWS, ROWS } from "./state";
import { kindName } from "./words";

/** What the page asks for: the same for everybody in a place, wherever they are. */
export class Loading {
  private indexAsked = false;

  constructor(
    private readonly stage: Stage,
    private readonly placeId: string,
    private readonly onPlace: (place: PlaceInfo) => Promise<void>,
  ) {}

  /** @param onPoints run when points and map are there, perhaps before what only adorns them is */
  async load(onPoints: () => void): Promise<void> {
    const { stage } = this;
    const places = await this.answerOf(listPlaces());
    if (!places) return;
    const place = places.find((one) => one.id === this.placeId) ?? places[0] ?? null;
    if (!place) {
      await stage.arrive({ places, place, failure: null, points: [] });
      return;
    }
    const answer = this.answerOf(Promise.all([listKinds(), listPoints(place.id)]));
    const [west, south, east, north] = place.bounds ?? [0, 0, 0, 0];
    stage.ranking.hours = new HoursReader({ ...place, lon: (west + east) / 2, lat: (south + north) / 2 });
    const map = this.onPlace(place);
    await stage.arrive({ places, place, failure: null });
    const data = await answer;
    if (!data) return;
    const [kinds, points] = data;
    stage.search.setPoints(points, (kind) => kindName(kinds, kind));
    const pictures = import("./pictures").catch(() => null); // asked for now: later it would tell what somebody looks at
    await stage.arrive({ kinds, points });
    void this.addStreets(place.id);
    const hours = this.readHours(place.id, points);
    await map;
    onPoints();
    await this.addRows();
    const drawn = await pictures;
    if (drawn) await stage.arrive({ pictures: drawn.PICTURES });
    await hours;
  }

  /** What was asked for; null, with the page told, where it did not come. What the page itself does wrong is no such thing. */
  private async answerOf<T>(coming: Promise<T>): Promise<T | null> {
    try {
      return await coming;
    } catch (cause) {
      await this.stage.arrive({ failure: isOffline(cause) || !navigator.onLine ? "offline" : "server" });
      return null;
    }
  }

  /** The list begins with the rows that a screen holds; those beneath come in turns of their own. */
  private async addRows(): Promise<void> {
    for (const { stage } = this; stage.state.rows < ROWS; ) {
      await stage.arrive({ rows: Math.min(ROWS, stage.state.rows + FIRST_ROWS) });
    }
  }

  private async readHours(place: string, points: Point[]): Promise<void> {
    const { stage } = this;
    const { hours } = stage.ranking;
    if (points.every((point) => plainHours(point.opening_hours) !== null)) return;
    const parser = this.answerOf(hours.loadParser().then(() => true));
    await this.addHolidays(place);
    if (!(await parser)) return;
    await hours.readAhead(points, stage.state.now);
    stage.ranking.forget();
    await stage.arrive({});
  }

  /** Streets and addresses, for typing one and for saying where one is; asked for again after a failure. */
  readonly loadIndex = (): void => {
    const { place } = this.stage.state;
    if (this.indexAsked || !place) return;
    this.indexAsked = true;
    if (this.stage.state.indexFailed) this.stage.change({ indexFailed: false });
    readSearchIndex(place.id).then(
      (index) => {
        this.stage.search.setIndex(index);
        this.stage.change({ index, found: this.stage.search.find(this.stage.state.query) });
      },
      () => {
        this.indexAsked = false; // points can still be found
        this.stage.change({ indexFailed: true });
      },
    );
    void this.stage.search.prepare();
    import("virtual:pinyin-table").then(
      ({ default: table }) => {
        this.stage.search.setPinyin(new Pinyin(table));
        this.stage.change({ found: this.stage.search.find(this.stage.state.query) });
      },
      () => {
        this.indexAsked = false; // by their characters, Chinese names can still be found
      },
    );
  };

  /** Without its holidays, a place's hours that name them stay unknown. */
  private async addHolidays(place: string): Promise<void> {
    const days = await listHolidays(place).catch(() => null);
    if (days) this.stage.ranking.hours.setHolidays(days);
  }

  /** Says of points without an address what street they are near; a list without it is still a list. */
  private async addStreets(place: string): Promise<void> {
    const { stage } = this;
    const points = stage.state.points ?? [];
    if (points.every((point) => point.address)) return;
    const near = await listNearStreets(place, language()).catch(() => new Map<string, string>());
    if (near.size === 0 || stage.state.points !== points) return;
    for (const point of points) point.near = near.get(point.id);
    const told = [...points];
    stage.search.setPoints(told, (kind) => kindName(stage.state.kinds, kind));
    const { query } = stage.state;
    await stage.arrive(query ? { points: told, found: stage.search.find(query) } : { points: told });
  }
}

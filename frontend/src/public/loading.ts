import { language } from "../i18n";
import type { PlaceInfo } from "../map";
import {
  isOffline,
  listHolidays,
  listKinds,
  listNearStreets,
  listPlaces,
  listPoints,
  readSearchIndex,
} from "./directory";
import { HoursReader, plainHours } from "./hours";
import { Pinyin } from "./pinyin";
import type { Stage } from "./stage";
import { kindName } from "./words";

/** What the page asks for: the same for everybody in a place, wherever they are. */
export class Loading {
  private indexAsked = false;

  constructor(
    private readonly stage: Stage,
    private readonly placeId: string,
    private readonly onPlace: (place: PlaceInfo) => void,
  ) {}

  /** @param onPoints run when the points are there and before what only adorns them is */
  async load(onPoints: () => void): Promise<void> {
    const { stage } = this;
    try {
      const places = await listPlaces();
      const place = places.find((one) => one.id === this.placeId) ?? places[0] ?? null;
      stage.change({ places, place, failure: null });
      if (!place) {
        stage.change({ points: [] });
        return;
      }
      const [west, south, east, north] = place.bounds ?? [0, 0, 0, 0];
      stage.ranking.hours = new HoursReader({ ...place, lon: (west + east) / 2, lat: (south + north) / 2 });
      this.onPlace(place);
      const [kinds, points] = await Promise.all([listKinds(), listPoints(place.id)]);
      stage.search.setPoints(points, (kind) => kindName(kinds, kind));
      stage.change({ kinds, points });
      onPoints();
      void this.addStreets(place.id);
      if (points.some((point) => plainHours(point.opening_hours) === null)) {
        await Promise.all([stage.ranking.hours.loadParser(), this.addHolidays(place.id)]);
        stage.ranking.forget();
        stage.change({});
      }
    } catch (cause) {
      stage.change({ failure: isOffline(cause) ? "offline" : "server" });
    }
  }

  /** Streets and addresses, for typing one and for saying where one is; asked for again after a failure. */
  readonly loadIndex = (): void => {
    const { place } = this.stage.state;
    if (this.indexAsked || !place) return;
    this.indexAsked = true;
    readSearchIndex(place.id).then(
      (index) => {
        this.stage.search.setIndex(index);
        this.stage.change({ index, found: this.stage.search.find(this.stage.state.query) });
      },
      () => {
        this.indexAsked = false; // points can still be found
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
    stage.change({ points: told });
    if (stage.state.query) stage.change({ found: stage.search.find(stage.state.query) });
  }
}

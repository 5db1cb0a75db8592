import { t } from "../i18n";
import {
  BasemapSource,
  CoverageLayer,
  createMap,
  type L,
  type MapPoint,
  NumberLayer,
  OnlineLayer,
  type PlaceInfo,
  PointLayer,
  RouteLayer,
  SpotLayer,
} from "../map";
import { besideCovers, Camera, type Covers, FAR_M } from "./camera";
import type { Ranked } from "./nearest";
import { offeredTiles } from "./onlinechoice";
import type { Origin, State } from "./state";
import { kindName, nearWord, pointTitle, stateWord } from "./words";

export interface MapEvents extends Covers {
  onSelect: (id: string) => void;
  onPile: (ids: string[]) => void;
  onTap: (lon: number, lat: number) => void;
  /** Enter on the map itself: its middle is meant. */
  onEnter: () => void;
  onTileError: () => void;
}

/** The map of the page: shows the state. */
export class MapView extends Camera {
  private readonly source: BasemapSource;
  private readonly points: PointLayer;
  private readonly spot: SpotLayer;
  private readonly route: RouteLayer;
  private overlay: CoverageLayer | null = null;
  private online: OnlineLayer | null = null;
  private numbers: NumberLayer | null = null;
  private drawn: unknown[] = [];
  private listed: Ranked[] | null = null;
  private spotDrawn: unknown[] = [null, undefined, null];

  constructor(
    container: HTMLElement,
    private readonly place: PlaceInfo,
    private readonly events: MapEvents,
  ) {
    const source = new BasemapSource(place);
    super(createMap(container, place, { source, around: besideCovers(events) }), events);
    this.source = source;
    source.onError = events.onTileError;
    this.points = new PointLayer(this.map, {
      onSelect: events.onSelect,
      onPile: events.onPile,
      clusterLabel: (n) => t("map.cluster", { n }),
    });
    this.route = new RouteLayer(this.map);
    this.spot = new SpotLayer(this.map);
    container.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target === container) events.onEnter();
    });
    this.map.on("click", ({ latlng }) => events.onTap(latlng.wrap().lng, latlng.lat));
  }

  show(state: State, ranked: Ranked[], all: Ranked[]): void {
    const shown = [ranked, state.selected];
    if (shown.some((one, i) => one !== this.drawn[i])) {
      this.drawn = shown;
      const chosen = all.find((one) => one.point.id === state.selected);
      this.points.select(chosen ? mapPoint(chosen, state) : null);
      if (ranked !== this.listed) {
        this.listed = ranked;
        this.points.setPoints({
          count: ranked.length,
          position: (at) => ranked[at].point,
          describe: (at) => mapPoint(ranked[at], state),
        });
      }
    }
    this.map.getContainer().classList.toggle("map-picking", state.picking);
    this.showSpot(state, ranked, all);
  }

  /** From now on only the position's block decides what is asked for. */
  guard(origin: Origin): void {
    this.source.anchor(origin.lon, origin.lat);
  }

  /** Lays the coverage of tiles at an address over the streets; null takes it away. */
  layOver(tiles: string | null): void {
    this.overlay?.remove();
    this.overlay = null;
    if (!tiles) return;
    this.overlay = new CoverageLayer(tiles, this.place, this.source.guard, {
      maxZoom: this.map.getMaxZoom(),
    });
    this.overlay.onError = this.events.onTileError;
    this.overlay.addTo(this.map);
  }

  /** The operator's online layer, if it offers one. */
  showOnline(on: boolean): void {
    const tiles = offeredTiles();
    if (!on && !this.online) return;
    this.online ??= tiles && new OnlineLayer(this.map, tiles);
    this.online?.show(on);
  }

  /** The page's theme has been set to another than the device's. */
  retheme(): void {
    this.map.fire("retheme");
    this.overlay?.redraw();
  }

  /** Numbers from 1 in the place of signs, for a sheet of paper; none gives the signs back. */
  number(spots: readonly { lon: number; lat: number }[]): void {
    this.map.getContainer().classList.toggle("map-numbered", spots.length > 0);
    this.numbers ??= new NumberLayer(this.map);
    this.numbers.show(spots);
  }

  /** For moving it by the arrow keys. */
  focus(): void {
    this.map.getContainer().focus({ preventScroll: true });
  }

  retry(): void {
    this.source.retry();
  }

  /** What is in view, to be looked at again in a frame of another size. */
  get inView(): L.LatLngBounds {
    return this.map.getBounds();
  }

  lookAt(bounds: L.LatLngBounds): void {
    this.map.fitBounds(bounds, { animate: false });
  }

  resized(): void {
    this.map.invalidateSize({ pan: false });
  }

  private showSpot(state: State, ranked: Ranked[], all: Ranked[]): void {
    const { origin, walks, selected } = state;
    const target = selected ? all.find((one) => one.point.id === selected) : ranked.find((one) => one.usable);
    const way = origin && walks.from === origin && walks.way?.to === target?.point.id ? walks.way : null;
    const drawn = [origin, target?.point, way];
    if (drawn.every((one, i) => one === this.spotDrawn[i])) return;
    this.spotDrawn = drawn;
    this.route.show(way?.route?.line ?? null);
    if (!origin) {
      this.spot.clear();
      return;
    }
    const near = !way?.route && target && (target.metres ?? Infinity) < FAR_M ? target.point : undefined;
    this.spot.show(origin.lat, origin.lon, origin.accuracyM, t("origin.here"), near);
  }
}

/** What the map shows of a point; made for those in view only. */
function mapPoint({ point, state: pointState, hours }: Ranked, { kinds }: State): MapPoint {
  const words = [
    pointTitle(point, kinds),
    kindName(kinds, point.kind),
    stateWord(pointState, hours),
    nearWord(point),
  ];
  const label = [...new Set(words)].filter(Boolean).join(", ");
  return { id: point.id, kind: point.kind, lon: point.lon, lat: point.lat, state: pointState, label };
}

import { t } from "../i18n";
import {
  BasemapSource,
  CoverageLayer,
  createMap,
  type L,
  type MapPoint,
  nearLon,
  OnlineLayer,
  type PlaceInfo,
  PointLayer,
  RouteLayer,
  SpotLayer,
  viewBounds,
} from "../map";
import type { Ranked } from "./nearest";
import { offeredTiles } from "./onlinechoice";
import type { MapPart } from "./share/link";
import type { Origin, State } from "./state";
import { kindName, nearWord, pointTitle, stateWord } from "./words";

const NEAR_ZOOM = 17;
const FAR_M = 30_000;
const EDGE_PX = 12;

export interface MapEvents {
  onSelect: (id: string) => void;
  onPile: (ids: string[]) => void;
  onTap: (lon: number, lat: number) => void;
  /** Enter on the map itself: its middle is meant. */
  onEnter: () => void;
  onTileError: () => void;
  /** Pixels covered by the sheet from below. */
  covered: () => number;
  /** Pixels covered by the search from above. */
  coveredAbove: () => number;
}

/** The map of the page: shows the state, and knows how to look at things. */
export class MapView {
  readonly map: L.Map;
  private readonly source: BasemapSource;
  private readonly points: PointLayer;
  private readonly spot: SpotLayer;
  private readonly route: RouteLayer;
  private overlay: CoverageLayer | null = null;
  private online: OnlineLayer | null = null;
  private drawn: unknown[] = [];
  private listed: Ranked[] | null = null;
  private spotDrawn: unknown[] = [null, undefined, null];

  constructor(
    container: HTMLElement,
    private readonly place: PlaceInfo,
    private readonly events: MapEvents,
  ) {
    this.source = new BasemapSource(place);
    this.source.onError = events.onTileError;
    this.map = createMap(container, place, { source: this.source });
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

  /** Brings the spot and the nearest usable point into view, unless that one is in another country. */
  lookAtNearest(origin: Origin, nearest: Ranked | undefined): void {
    if (nearest?.metres !== undefined && nearest.metres < FAR_M) {
      this.fit(origin, nearest.point);
    } else {
      this.center(origin);
    }
  }

  lookAtPoint(point: { lon: number; lat: number }, origin: Origin | null, metres: number | undefined): void {
    if (origin && metres !== undefined && metres < FAR_M) this.fit(origin, point);
    else this.center(point);
  }

  /** The whole way in view. */
  lookAtRoute(line: [lon: number, lat: number][]): void {
    this.map.fitBounds(
      line.map(([lon, lat]) => [lat, this.near(lon)] as L.LatLngTuple),
      { ...this.padding(), maxZoom: 18 },
    );
  }

  lookAtPart({ lat, lon, zoom }: MapPart): void {
    this.map.setView([lat, lon], zoom, { animate: false });
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

  /** @param points those of the place, once they are known: one across the 180th meridian is where they are */
  lookAtPlace(place: PlaceInfo, points: Iterable<{ lon: number }> = []): void {
    if (!place.bounds) return;
    const [west, south, east, north] = viewBounds(place.bounds, points);
    this.map.fitBounds(
      [
        [south, west],
        [north, east],
      ],
      {
        paddingTopLeft: [EDGE_PX, this.events.coveredAbove() + EDGE_PX],
        paddingBottomRight: [EDGE_PX, EDGE_PX + this.events.covered()],
      },
    );
  }

  /** For moving it by the arrow keys. */
  focus(): void {
    this.map.getContainer().focus({ preventScroll: true });
  }

  retry(): void {
    this.source.retry();
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

  private fit(a: { lon: number; lat: number }, b: { lon: number; lat: number }): void {
    this.map.fitBounds(
      [
        [a.lat, this.near(a.lon)],
        [b.lat, this.near(b.lon)],
      ],
      { ...this.padding(), maxZoom: 18 },
    );
  }

  private center(point: { lon: number; lat: number }): void {
    const zoom = Math.max(this.map.getZoom(), NEAR_ZOOM);
    const pixel = this.map
      .project([point.lat, this.near(point.lon)], zoom)
      .add([0, this.events.covered() / 2]);
    this.map.setView(this.map.unproject(pixel, zoom), zoom);
  }

  private near(lon: number): number {
    return nearLon(lon, this.map.getCenter().lng);
  }

  private padding(): L.FitBoundsOptions {
    return {
      paddingTopLeft: [56, this.events.coveredAbove() + 32],
      paddingBottomRight: [64, 48 + this.events.covered()],
    };
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

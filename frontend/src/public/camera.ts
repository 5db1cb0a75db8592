import type { L, PlaceInfo } from "../map";
import { nearLon, viewBounds } from "../map/meridian";
import type { Ranked } from "./nearest";
import type { MapPart } from "./share/link";
import type { Origin } from "./state";

const NEAR_ZOOM = 17;
/** Nobody walks further than that: the target is left out of view. */
export const FAR_M = 30_000;
const EDGE_PX = 12;

/** What lies over the map, in pixels. */
export interface Covers {
  /** By the sheet, from below. */
  covered: () => number;
  /** By the search, from above. */
  coveredAbove: () => number;
}

/** What is left of the map for a whole place. */
export function besideCovers({ covered, coveredAbove }: Covers): L.FitBoundsOptions {
  return {
    paddingTopLeft: [EDGE_PX, coveredAbove() + EDGE_PX],
    paddingBottomRight: [EDGE_PX, EDGE_PX + covered()],
  };
}

/** Knows how to look at things, on what the sheet leaves of the map. */
export class Camera {
  private zooming = false;
  private next: (() => void) | null = null;

  constructor(
    readonly map: L.Map,
    private readonly covers: Covers,
  ) {
    map.on("zoomanim", () => {
      this.zooming = true;
    });
    map.on("zoomend", () => {
      this.zooming = false;
      const next = this.next;
      this.next = null;
      next?.();
    });
  }

  /** Leaflet forgets what it is told to look at during a zoom: the way would come while the nearest point is flown to. */
  private look(at: () => void): void {
    if (this.zooming) this.next = at;
    else at();
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
    const whole = line.map(([lon, lat]) => [lat, this.near(lon)] as L.LatLngTuple);
    this.look(() => this.map.fitBounds(whole, { ...this.padding(), maxZoom: 18 }));
  }

  lookAtPart({ lat, lon, zoom }: MapPart): void {
    this.map.setView([lat, lon], zoom, { animate: false });
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
      besideCovers(this.covers),
    );
  }

  private fit(a: { lon: number; lat: number }, b: { lon: number; lat: number }): void {
    const both: L.LatLngTuple[] = [
      [a.lat, this.near(a.lon)],
      [b.lat, this.near(b.lon)],
    ];
    this.look(() => this.map.fitBounds(both, { ...this.padding(), maxZoom: 18 }));
  }

  private center(point: { lon: number; lat: number }): void {
    const zoom = Math.max(this.map.getZoom(), NEAR_ZOOM);
    const pixel = this.map
      .project([point.lat, this.near(point.lon)], zoom)
      .add([0, this.covers.covered() / 2]);
    this.map.setView(this.map.unproject(pixel, zoom), zoom);
  }

  private near(lon: number): number {
    return nearLon(lon, this.map.getCenter().lng);
  }

  private padding(): L.FitBoundsOptions {
    return {
      paddingTopLeft: [56, this.covers.coveredAbove() + 32],
      paddingBottomRight: [64, 48 + this.covers.covered()],
    };
  }
}

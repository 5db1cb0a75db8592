import { t } from "../../i18n";
import { askDevice } from "../locate";
import type { Stage } from "../stage";
import { type Origin, ROWS } from "../state";
import { distance, pointTitle } from "../words";

export interface PositionDeeds {
  locate(): Promise<void>;
  pickOnMap(): void;
  /** Takes the middle of the map: picking without a pointer. */
  pickMiddle(): void;
  /** The map was tapped: the position, if that is what was asked for. */
  tapped(lon: number, lat: number): void;
  stopPicking(): void;
  startFrom(origin: Origin): void;
  forgetOrigin(): void;
}

/** Saying where one is: by the device, by a tap, by a street. The answer stays in the page. */
export function positionDeeds(stage: Stage): PositionDeeds {
  const startFrom = (origin: Origin) => {
    stage.map?.guard(origin);
    stage.change({
      origin,
      picking: false,
      locating: "idle",
      listing: true,
      query: "",
      selected: null,
      pile: null,
      rows: ROWS,
    });
    stage.sheet.atLeast("half");
    announceNearest(stage);
  };
  return {
    startFrom,
    async locate() {
      stage.change({ locating: "asking", picking: false, listing: true });
      const answer = await askDevice();
      if (typeof answer === "string") stage.change({ locating: answer });
      else startFrom(answer);
    },
    pickOnMap() {
      stage.change({ picking: true });
      stage.sheet.set("peek");
    },
    pickMiddle() {
      const middle = stage.map?.map.getCenter().wrap();
      if (middle) startFrom({ lon: middle.lng, lat: middle.lat, from: "tap", accuracyM: 0 });
    },
    tapped(lon, lat) {
      if (stage.state.picking) startFrom({ lon, lat, from: "tap", accuracyM: 0 });
    },
    stopPicking: () => stage.change({ picking: false }),
    forgetOrigin: () => stage.change({ origin: null, locating: "idle" }),
  };
}

/** Looks at the nearest usable point of the list, and says which it is. */
export function announceNearest({ state, ranking, map, say }: Stage): void {
  const { origin, kinds } = state;
  if (!origin) return;
  const nearest = ranking.listed.find((one) => one.usable);
  map?.lookAtNearest(origin, nearest);
  if (nearest?.metres === undefined) return;
  say(t("origin.said", { name: pointTitle(nearest.point, kinds), distance: distance(nearest.metres) }));
}

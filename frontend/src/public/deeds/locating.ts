import { t } from "../../i18n";
import { askDevice } from "../locate";
import type { Ranked } from "../nearest";
import { isFarAway } from "../position";
import { walkMinutes } from "../routewords";
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
    stage.map?.showOnline(false); // our own map stands in: nobody else learns where somebody is
    if (!isFarAway(origin, stage.state.place)) stage.map?.guard(origin);
    stage.change({
      origin,
      online: "off",
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
      if (typeof answer !== "string") {
        startFrom(answer);
        return;
      }
      stage.change({ locating: answer });
      const { origin, place } = stage.state;
      if (!origin && place) stage.map?.lookAtPlace(place, stage.state.points ?? []);
    },
    pickOnMap() {
      stage.change({ picking: true, selected: null, query: "" });
      stage.sheet.set("peek");
      const { origin, place, points } = stage.state;
      if (!origin && place) stage.map?.lookAtPlace(place, points ?? []); // the sheet has left it more room
      stage.map?.focus();
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
export function announceNearest(stage: Stage): void {
  const { state, ranking, map } = stage;
  const { origin, place } = state;
  if (!origin) return;
  if (isFarAway(origin, place)) {
    if (place) map?.lookAtPlace(place, state.points ?? []);
    return;
  }
  const nearest = ranking.listed.find((one) => one.usable);
  map?.lookAtNearest(origin, nearest);
  if (nearest && state.walks.from !== origin) sayNearest(stage, nearest);
}

/** A way has been worked out: shows it whole, and says how long it takes. */
export function showWay(stage: Stage): void {
  const { state, ranking, map } = stage;
  const to = ranking.find(state.walks.way?.to ?? null);
  if (!to || !state.walks.way?.route) return;
  map?.lookAtRoute(state.walks.way.route.line);
  sayNearest(stage, to);
}

function sayNearest({ state, say }: Stage, { point, walk, metres }: Ranked): void {
  const name = pointTitle(point, state.kinds);
  if (walk) {
    const values = { name, n: walkMinutes(walk.ms), distance: distance(walk.metres) };
    say(t(state.selected ? "origin.said_chosen" : "origin.said_walk", values));
  } else if (metres !== undefined) {
    say(t("origin.said", { name, distance: distance(metres) }));
  }
}

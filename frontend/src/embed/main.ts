import "../style/tokens.css";
import "../style/theme.css";
import "./embed.css";
import { t } from "../i18n";
import { createMap, PointLayer } from "../map";
import { listHolidays, listKinds, listPlaces, listPoints } from "../public/directory";
import { HoursReader, plainHours, TIMELESS } from "../public/hours";
import { type Ranked, rank } from "../public/nearest";
import { showCard, showPile } from "./card";
import { mapPoint } from "./mappoint";

function part(id: string): HTMLElement {
  return document.getElementById(id) as HTMLElement;
}

/** The map alone, in another site's frame: no position, no storage, nothing but the place's public points. */
async function start(): Promise<void> {
  const { place: placeId, kind = "" } = document.body.dataset;
  const place = (await listPlaces()).find(({ id }) => id === placeId);
  if (!place) {
    part("map").append(notice(t("embed.none")));
    return;
  }
  const wanted = kind.split(",").filter(Boolean);
  const [kinds, all] = await Promise.all([listKinds(), listPoints(place.id)]);
  const points = wanted.length ? all.filter((point) => wanted.includes(point.kind)) : all;
  const [west, south, east, north] = place.bounds ?? [0, 0, 0, 0];
  const hours = new HoursReader({ ...place, lon: (west + east) / 2, lat: (south + north) / 2 });
  if (points.some((point) => plainHours(point.opening_hours) === null)) {
    await hours.loadParser().catch(() => undefined); // such hours are unknown then
    hours.setHolidays(await listHolidays(place.id).catch(() => []));
  }
  const now = new Date();
  const ranked: Ranked[] = rank(points, null, (point) =>
    !point.opening_hours && kinds.find(({ id }) => id === point.kind)?.hours === false
      ? TIMELESS
      : hours.read(point.opening_hours, now, point),
  );
  const map = createMap(part("map"), place);
  const card = { box: part("card"), kinds, now, zone: place.zone };
  const select = (one: Ranked | null) => {
    layer.select(one && mapPoint(one, kinds));
    showCard(card, one, () => select(null));
  };
  const layer = new PointLayer(map, {
    onSelect: (id) => select(ranked.find(({ point }) => point.id === id) ?? null),
    onPile: (ids) => {
      const pile = new Set(ids);
      const here = ranked.filter(({ point }) => pile.has(point.id));
      showPile(card, here, select);
    },
    clusterLabel: (n) => t("map.cluster", { n }),
  });
  layer.setPoints({
    count: ranked.length,
    position: (at) => ranked[at].point,
    describe: (at) => mapPoint(ranked[at], kinds),
  });
  part("count").textContent = t("embed.count", { n: ranked.length });
}

function notice(words: string): HTMLElement {
  const made = document.createElement("p");
  made.className = "embed-empty";
  made.textContent = words;
  return made;
}

start().catch(() => part("map").replaceChildren(notice(t("embed.failed"))));

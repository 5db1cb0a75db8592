import * as L from "leaflet";
import "leaflet/dist/leaflet.css";
import "./map.css";
import { language, t } from "../i18n";
import { turn } from "../turn";
import { BasemapLayer } from "./basemap";
import { LabelLayer } from "./labels";
import { viewBounds } from "./meridian";
import type { PlaceInfo } from "./place";
import { BasemapSource } from "./source";
import { DARK, LIGHT } from "./style";

export { CoverageLayer } from "./coverage";
export { pointIcon } from "./icons";
export { nearLon, viewBounds } from "./meridian";
export { NumberLayer } from "./numbers";
export { OnlineLayer, type OnlineTiles } from "./online";
export { localName, type PlaceInfo } from "./place";
export { type MapPoint, type MapPoints, PointLayer } from "./points";
export { RouteLayer } from "./route";
export { type PointState, signSvg } from "./sign";
export { BasemapSource } from "./source";
export { SpotLayer } from "./spot";
export { ViewCanvas } from "./viewcanvas";
export { L };

export interface MapOptions extends L.MapOptions {
  /** A source of one's own, for guarding what is asked for once a position is known. */
  source?: BasemapSource;
  /** What the page lays over the map's edges: the place is looked at beside it. */
  around?: L.FitBoundsOptions;
}

const HIGHEST_ZOOM = 19;
/** A place fits the view snugly at a quarter of a zoom; at whole ones it may fill half of it. */
const ZOOM_STEP = 0.25;

/** How a map moves, slides and zooms: not at all for whoever wants no motion. */
function ways(): L.MapOptions {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return {
    maxZoom: HIGHEST_ZOOM,
    zoomSnap: ZOOM_STEP,
    zoomControl: false,
    attributionControl: false,
    fadeAnimation: false,
    zoomAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
  };
}

function addControls(map: L.Map): void {
  L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
  L.control
    .zoom({ position: "topright", zoomInTitle: t("map.zoom_in"), zoomOutTitle: t("map.zoom_out") })
    .addTo(map);
}

/** A map of the bare world, for what belongs to no place yet. */
export function createBareMap(container: HTMLElement): L.Map {
  const map = L.map(container, ways()).setView([20, 100], 2);
  addControls(map);
  return map;
}

/**
 * A Leaflet map of a place: our vector basemap in the page's language, light or dark as the device is, the data's
 * attribution and a scale. It asks nobody but this site, and shows the whole place at first.
 */
export function createMap(container: HTMLElement, place: PlaceInfo, options: MapOptions = {}): L.Map {
  const { source = new BasemapSource(place), around = {}, ...rest } = options;
  const lowest = Math.min(source.overviews[source.overviews.length - 1] ?? 0, source.blockZoom);
  const map = L.map(container, {
    ...ways(),
    minZoom: lowest,
    ...rest,
  });
  const [west, south, east, north] = viewBounds(place.bounds ?? [-20, -40, 60, 60]);
  map.fitBounds(
    [
      [south, west],
      [north, east],
    ],
    around,
  );
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const palette = () => {
    const { theme } = document.documentElement.dataset; // another site's frame and a sheet of paper ask for one
    return theme === "dark" || (theme !== "light" && dark.matches) ? DARK : LIGHT;
  };
  const ground = new BasemapLayer(source, palette(), { maxZoom: HIGHEST_ZOOM });
  const pane = map.createPane("basemap-labels");
  pane.classList.add("basemap-label-pane");
  const labels = new LabelLayer(source, palette(), language(), { pane: "basemap-labels", padding: 0.2 });
  source.onTile = (tile) => ground.refresh(tile);
  ground.onPainted = () => labels.refresh();
  let isGone = false;
  const furnish = async () => {
    await turn();
    if (isGone) return;
    addCredit(map, place); // first, so that it lies at the very bottom and never over the scale
    addControls(map);
    await turn();
    if (!isGone) for (const layer of [ground, labels]) layer.addTo(map);
  };
  void furnish();
  const recolour = () => {
    ground.setPalette(palette());
    labels.setPalette(palette());
  };
  dark.addEventListener("change", recolour);
  map.on("retheme", recolour);
  const typeSize = new MutationObserver(() => map.fire("retheme")); // words on canvases follow it, too
  typeSize.observe(document.documentElement, { attributeFilter: ["data-type"] });
  map.on("unload", () => {
    isGone = true;
    dark.removeEventListener("change", recolour);
    typeSize.disconnect();
  });
  guardPans(map, source);
  return map;
}

/** Only what the visitor's own hand does may widen what is asked for (see BlockGuard). */
function guardPans(map: L.Map, source: BasemapSource): void {
  const panned = () => {
    const { lng, lat } = map.getCenter().wrap();
    source.pannedTo(lng, lat);
  };
  map.on("dragend", () => map.once("moveend", panned));
  map.getContainer().addEventListener("keyup", (event) => {
    if (event.key.startsWith("Arrow")) panned();
  });
}

function addCredit(map: L.Map, place: PlaceInfo): void {
  const credit = L.control.attribution({ prefix: false, position: "bottomright" });
  credit.addTo(map);
  // A schematic place's own line is in two languages: here one is enough, and the second would wrap on a phone.
  const line = place.schematic ? t("site.schematic") : place.attribution;
  if (line) credit.addAttribution(escapeHtml(line));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

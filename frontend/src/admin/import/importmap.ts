import { createMap, L, type PlaceInfo, viewBounds } from "../../map";

/**
 * A map for rows that may lie anywhere on earth, because that is what can be wrong with them: it zooms out beyond the
 * place's tiles, and a frame tells where the place is.
 */
export function importMap(container: HTMLElement, place: PlaceInfo): L.Map {
  const map = createMap(container, place, { minZoom: 1 });
  if (place.bounds) {
    const [west, south, east, north] = viewBounds(place.bounds);
    const corners: L.LatLngBoundsLiteral = [
      [south, west],
      [north, east],
    ];
    L.rectangle(corners, { className: "import-place", fill: false, interactive: false }).addTo(map);
  }
  return map;
}

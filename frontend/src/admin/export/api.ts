import { getAttachment } from "../../http";
import { signedIn } from "../api";

export const FORMATS = ["csv", "xlsx", "geojson", "gpkg", "kml", "osm"] as const;
export type Format = (typeof FORMATS)[number];

/** So many ids still fit into an address, which those may ask who only read. */
const MOST_IN_ADDRESS = 700;

/** The chosen points as a file. */
export function fetchExport(place: string, format: Format, ids: string[]) {
  if (ids.length > MOST_IN_ADDRESS)
    return signedIn(() => getAttachment("POST", "/admin/api/export", { place, format, ids }));
  const query = new URLSearchParams({ place, format, ids: ids.join(",") });
  return signedIn(() => getAttachment("GET", `/admin/api/export?${query}`));
}

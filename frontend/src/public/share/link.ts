import { type State, writeHash } from "../state";

/** A part of the map: its middle and zoom. */
export interface MapPart {
  lat: number;
  lon: number;
  zoom: number;
}

/**
 * The address that shows what the page shows: place, language, filters, chosen point. A part of the map can reveal where
 * somebody is, so it goes in only when the visitor asks for it in the share dialog, never into the page's own address; the
 * located position and the search go in never.
 */
export function shareLink(origin: string, state: State, language: string, part: MapPart | null): string {
  const words = new URLSearchParams({ ...(state.place && { place: state.place.id }), lang: language });
  const hash = writeHash(state);
  const view = part && `view=${part.lat.toFixed(4)},${part.lon.toFixed(4)},${Number(part.zoom.toFixed(2))}`;
  return `${origin}/?${words}${view ? `${hash || "#"}${hash ? "&" : ""}${view}` : hash}`;
}

/** The part of the map that a shared link asks for; null where it names none that there is. */
export function readPart(hash: string): MapPart | null {
  const view = new URLSearchParams(hash.replace(/^#/, "")).get("view");
  if (!view || !/^-?\d+(\.\d+)?,-?\d+(\.\d+)?,\d+(\.\d+)?$/.test(view)) return null;
  const [lat, lon, zoom] = view.split(",").map(Number);
  return Math.abs(lat) <= 85 && Math.abs(lon) <= 180 && zoom <= 22 ? { lat, lon, zoom } : null;
}

/** Lines for another site's page. */
export function embedLines(origin: string, state: State, language: string, title: string): string {
  const words = new URLSearchParams({ ...(state.place && { place: state.place.id }) });
  if (state.chosenKinds.length) words.set("kind", state.chosenKinds.join(","));
  words.set("lang", language);
  const address = `${origin}/embed?${words}`.replace(/%2C/g, ",");
  return [
    `<iframe src="${attribute(address)}" title="${attribute(title)}"`,
    '  width="100%" height="480" loading="lazy" referrerpolicy="no-referrer"></iframe>',
  ].join("\n");
}

function attribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}

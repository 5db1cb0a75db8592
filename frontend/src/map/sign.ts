import { COLOURS, GLYPHS, UNKNOWN_GLYPH } from "./glyphs";

/** What a marker tells before it is opened; by shape, never by colour alone (screens.md). */
export type PointState = "open" | "closed" | "unknown" | "out_of_service" | "planned";

/**
 * The sign of a kind as inline SVG: open is filled, closed hollow, out of service struck, planned dashed, unknown hours
 * filled with a question mark.
 *
 * @param size edge in CSS pixels
 */
export function signSvg(kind: string, state: PointState = "open", size = 28): string {
  const glyph = GLYPHS[kind] ?? UNKNOWN_GLYPH;
  const colour = COLOURS[glyph.group];
  const hollow = state === "closed" || state === "out_of_service" || state === "planned";
  const dash = state === "planned" ? ' stroke-dasharray="3 2.4"' : "";
  const strike =
    state === "out_of_service"
      ? '<path d="M2 26 26 2" stroke="#fff" stroke-width="5"/><path d="M2 26 26 2" stroke="#1c2733" stroke-width="2.4"/>'
      : "";
  const question =
    state === "unknown"
      ? '<circle cx="23" cy="5" r="5.5" fill="#fff" stroke="#1c2733" stroke-width="1"/>' +
        '<path d="M21.4 3.9a1.7 1.7 0 1 1 2.4 1.5c-.5.2-.8.5-.8 1M23 8v.1" fill="none" stroke="#1c2733" stroke-width="1.2" stroke-linecap="round"/>'
      : "";
  return (
    `<svg class="sign" viewBox="-2 -2 32 32" width="${size}" height="${size}" aria-hidden="true" focusable="false">` +
    '<rect x="-1" y="-1" width="30" height="30" rx="4.5" fill="#fff"/>' +
    `<rect x="1" y="1" width="26" height="26" rx="3" fill="${hollow ? "#fff" : colour}" stroke="${colour}" stroke-width="2"${dash}/>` +
    `<path transform="translate(2 2)" d="${glyph.path}" fill="none" stroke="${hollow ? colour : "#fff"}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>` +
    `${strike}${question}</svg>`
  );
}

/**
 * The symbols of the kinds, drawn by us after ISO 7010 (F001 and its kin, E003, E004, E007, E010): one stroke width on a
 * 24 x 24 grid. public/icons/*.svg are made from these: glyphs.test.ts holds them equal,
 * and writes them anew with vitest -u.
 */
export type Group = "fire" | "rescue";

export interface Glyph {
  group: Group;
  /** SVG path data, stroked. */
  path: string;
}

const FLAME =
  "M12 18.6c-2.3 0-3.7-1.5-3.7-3.4 0-2.3 1.9-3 2.4-5.7 1.8.9 2.4 2.2 2.2 3.7.6-.3 1-.8 1.2-1.5 1.1 1 1.6 2.2 1.6 3.5 0 1.9-1.4 3.4-3.7 3.4z";

export const GLYPHS: Record<string, Glyph> = {
  micro_fire_station: {
    group: "fire",
    path: `M12 3.2 19.4 5.6v6c0 4.4-2.9 7.5-7.4 9.4-4.5-1.9-7.4-5-7.4-9.4v-6z${FLAME}`,
  },
  emergency_fire_station: {
    group: "fire",
    path: "M3.8 8.6h16.4v11.6H3.8zM12 8.6v11.6M9.6 13.4v2.4M14.4 13.4v2.4M3.8 8.6 7 4h10l3.2 4.6M12 4v4.6",
  },
  emergency_fire_point: {
    group: "fire",
    path: `M5.4 3.8h13.2v16.8H5.4zM9 6.6h6${FLAME}`,
  },
  aed: {
    group: "rescue",
    path: "M12 20.6C6 16 3.4 12.6 3.4 9.1A4.5 4.5 0 0 1 12 7.2a4.5 4.5 0 0 1 8.6 1.9c0 3.5-2.6 6.9-8.6 11.5zM12.9 8.6 9.9 12.9h4.2l-3 4.3",
  },
  fire_extinguisher: {
    group: "fire",
    path: "M9 10.6a3 3 0 0 1 6 0v10H9zM12 7.6V4.4M9.4 4.4h6.8M12 5.9h3.6M9 15h6M10.2 5.6C6.8 5.9 5.4 8.4 5.4 12.8",
  },
  fire_hose: {
    group: "fire",
    path: "M10.6 4.2a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM10.6 8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4zM16.6 10.2v5.6c0 2.6-1 4-3.2 4H8M8 18.2 3.8 19v1.6l4.2.8z",
  },
  fire_hydrant: {
    group: "fire",
    path: "M8 9.2a4 4 0 0 1 8 0M6.4 9.2h11.2M8 9.2v10.4M16 9.2v10.4M6 20h12M8 12.2H5.6M16 12.2h2.4M5.4 10.8v2.8M18.6 10.8v2.8M12 12.6a1.9 1.9 0 1 0 0 3.8 1.9 1.9 0 0 0 0-3.8zM12 5.2V3.4",
  },
  fire_station: {
    group: "fire",
    path: `M3.4 10.4 12 3.8l8.6 6.6v10.2H3.4z${FLAME}`,
  },
  first_aid_kit: {
    group: "rescue",
    path: "M3.6 8h16.8v11.8H3.6zM8.8 8V5.4h6.4V8M12 10.6v6.6M8.7 13.9h6.6",
  },
  emergency_shelter: {
    group: "rescue",
    path: "M3.4 3.4 7.4 7.4M7.4 4.2v3.2H4.2M20.6 3.4l-4 4M16.6 4.2v3.2h3.2M3.4 20.6l4-4M7.4 19.8v-3.2H4.2M20.6 20.6l-4-4M16.6 19.8v-3.2h3.2M12 7.4a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4zM9.4 16.8v-1.6a2.6 2.6 0 0 1 5.2 0v1.6z",
  },
  emergency_phone: {
    group: "rescue",
    path: "M7.2 3.8h2.9l1.5 4.2-2 1.6a11.4 11.4 0 0 0 4.8 4.8l1.6-2 4.2 1.5v2.9c0 1.4-1 2.4-2.4 2.4C10.7 18.6 5.4 13.3 4.8 6.2 4.8 4.8 5.8 3.8 7.2 3.800zM14.6 4.200a6 6 0 0 1 5.2 5.2",
  },
};

export const COLOURS: Record<Group, string> = { fire: "#b3261e", rescue: "#1b7f4b" };

/** A kind that this list lacks (added by an operator) is drawn as a plain ring of the fire group. */
export const UNKNOWN_GLYPH: Glyph = { group: "fire", path: "M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10z" };

/** The whole sign: a white symbol on its coloured square. */
export function sign(kind: string): string {
  const glyph = GLYPHS[kind] ?? UNKNOWN_GLYPH;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24">` +
    `<rect width="24" height="24" rx="2.5" fill="${COLOURS[glyph.group]}"/>` +
    `<path d="${glyph.path}" fill="none" stroke="#fff" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/></svg>\n`
  );
}

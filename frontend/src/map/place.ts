/** A place as GET /api/places tells it. */
export interface PlaceInfo {
  id: string;
  name: string;
  names?: Record<string, string>;
  zone: string;
  country?: string | null;
  languages?: string[];
  emergency_numbers?: Record<string, string>;
  schematic?: boolean;
  first_run?: boolean;
  attribution?: string | null;
  licence?: string | null;
  /** West, south, east, north in degrees; missing before the first import. */
  bounds?: [number, number, number, number] | null;
  versions: Record<string, number>;
}

/** The number in the basemap tiles' address: changes exactly when something that they draw does. */
export function basemapVersion(place: PlaceInfo): number {
  const { streets = 0, demand = 0, areas = 0, basemap = 0 } = place.versions;
  return Math.max(streets, demand, areas, basemap);
}

/** A name in the page's language, else in the place's own. */
export function localName(
  thing: { name?: string | null; names?: Record<string, string> | null },
  language: string,
): string | undefined {
  const others = language.startsWith("zh") ? ["zh-Hans", "zh"] : [language.split("-")[0]];
  const named = [language, ...others].find((one) => thing.names?.[one]);
  return (named && thing.names?.[named]) ?? thing.name ?? undefined;
}

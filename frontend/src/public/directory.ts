import { getJson, Problem } from "../http";
import type { PlaceInfo } from "../map";
import { turn } from "../turn";
import { type PointColumns, readColumns } from "./columns";
import type { HolidayDays } from "./hours";
import type { PointPhoto } from "./photos";

/** A point as GET /api/map-points tells it; what is unknown is missing. */
export interface Point {
  id: string;
  kind: string;
  lon: number;
  lat: number;
  name?: string;
  names?: Record<string, string>;
  address?: string;
  /** The street it stands near, in the page's language, where it has no address; not the server's word on the point. */
  near?: string;
  placement?: Record<string, string>;
  indoor?: boolean;
  level?: string;
  access?: string;
  locked?: boolean;
  how_to_open?: Record<string, string>;
  opening_hours?: string;
  operator?: string;
  phone?: string;
  status: string;
  serviceable?: string;
  verified_on?: string;
  wheelchair?: string;
  parent?: string;
  equipment?: { item: string; count?: number; made_on?: string; expires_on?: string }[];
  photos?: PointPhoto[];
  attributes?: Record<string, unknown>;
  source?: string;
  licence?: string;
  fetched_on?: string;
}

export interface KindField {
  id: string;
  type: string;
  unit?: string;
  names: Record<string, string>;
  /** @param warning what one must know before using it, such as on what an extinguisher must not be used */
  values?: { id: string; names: Record<string, string>; warning?: Record<string, string> }[];
}

export interface Kind {
  id: string;
  names: Record<string, string>;
  group: "fire" | "rescue";
  fields: KindField[];
  how_to_use?: Record<string, string>[];
  how_to_pictures?: string[];
  /** False where nobody records hours: unknown ones mean nothing then. */
  hours?: boolean;
}

/** A street or an address: its words and a position. */
export interface Entry {
  name: string;
  en?: string | null;
  zh?: string | null;
  lon: number;
  lat: number;
}

export interface SearchIndex {
  streets: Entry[];
  addresses: Entry[];
}

export async function listPlaces(): Promise<PlaceInfo[]> {
  return (await getJson<{ places: PlaceInfo[] }>("/api/places")).places;
}

export async function listKinds(): Promise<Kind[]> {
  return (await getJson<{ kinds: Kind[] }>("/api/kinds")).kinds;
}

/** All points of a place at once: never those of a view, and none by itself. */
export async function listPoints(place: string): Promise<Point[]> {
  const columns = await getJson<PointColumns>(`/api/map-points?place=${place}`);
  await turn();
  return readColumns(columns);
}

export function readSearchIndex(place: string): Promise<SearchIndex> {
  return getJson<SearchIndex>(`/api/search-index?place=${place}`);
}

/** The days that a place's opening hours call holidays. */
export async function listHolidays(place: string): Promise<HolidayDays[]> {
  return (await getJson<{ days: HolidayDays[] }>(`/api/holidays?place=${place}`)).days;
}

interface Near {
  point: string;
  name: string;
  en?: string | null;
  zh?: string | null;
}

/** The street near each point that has no address, by the point's id; of the whole place, never of a view. */
export async function listNearStreets(place: string, language: string): Promise<Map<string, string>> {
  const { near } = await getJson<{ near: Near[] }>(`/api/near-streets?place=${place}`);
  return new Map(
    near.map((one) => [
      one.point,
      (language === "en" ? one.en : language.startsWith("zh") ? one.zh : undefined) ?? one.name,
    ]),
  );
}

export function isOffline(cause: unknown): boolean {
  return cause instanceof Problem && cause.status === 0;
}

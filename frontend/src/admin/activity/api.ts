import { getJson } from "../../http";
import { signedIn } from "../api";
import type { Texts } from "../model";

/** What one change number did: an edit of one point, or an import or a change of many. */
export interface ActivityEntry {
  change_number: number;
  at: string;
  /** Empty where the organisation of long ago is unknown; missing for an import. */
  by?: string | null;
  count: number;
  created: number;
  removed: number;
  action?: string | null;
  point?: { id: string; kind: string; name?: string | null; names?: Texts } | null;
  fields: string[];
  /** Of the import that it was, or took back. */
  file?: string | null;
  undoes: boolean;
}

export interface ActivityPage {
  activity: ActivityEntry[];
  next?: number | null;
}

export interface AreaName {
  id: string;
  name: string;
  layer: string;
  level: number;
}

export function listActivity(place: string, area: string, before?: number | null): Promise<ActivityPage> {
  const query = new URLSearchParams({
    place,
    ...(area && { area }),
    ...(before && { before: String(before) }),
  });
  return signedIn(() => getJson<ActivityPage>(`/admin/api/activity?${query}`));
}

/** The place's areas for a choice, the largest of each layer first. */
export async function listAreas(place: string, language: string): Promise<AreaName[]> {
  interface Feature {
    properties: { id: string; name: string; names?: Texts; layer: string; admin_level?: number };
  }
  const { features } = await getJson<{ features: Feature[] }>(
    `/api/areas?place=${encodeURIComponent(place)}`,
  );
  return features
    .filter(({ properties }) => properties.id !== place)
    .map(({ properties: { id, name, names, layer, admin_level: level } }) => ({
      id,
      name: names?.[language] ?? name,
      layer,
      level: level ?? 0,
    }));
}

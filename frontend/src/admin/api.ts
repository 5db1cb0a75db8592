import { getJson, Problem, sendFile, sendJson } from "../http";
import type { PlaceInfo } from "../map";
import type { PositionCheck } from "./add/hints";
import type { Chosen } from "./editormap";
import type { AreaFeature } from "./list/areas";
import type { CoverageChange } from "./live/latest";
import type {
  AreaPopulation,
  HistoryEntry,
  Kind,
  PointFeature,
  PopulationOutcome,
  ProblemReport,
  ReportDeed,
  ReportState,
  Reports,
  RunSet,
  Runs,
  Standard,
} from "./model";
import { askToSignInAgain } from "./signin";

/** A request that waits for a new sign-in when the session has ended: what was typed is still there. */
export async function signedIn<T>(request: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await request();
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== 401) throw problem;
      await askToSignInAgain();
    }
  }
}

export async function send<T>(method: "POST" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<T> {
  return (await signedIn(() => sendJson<T>(method, path, body))) as T;
}

const point = (id: string) => `/admin/api/points/${encodeURIComponent(id)}`;

export const api = {
  listPlaces: async () => (await getJson<{ places: PlaceInfo[] }>("/api/places")).places,
  listKinds: async () => (await getJson<{ kinds: Kind[] }>("/api/kinds")).kinds,
  listPoints: async (place: string) =>
    (
      await signedIn(() =>
        getJson<{ features: PointFeature[] }>(`/admin/api/points?place=${encodeURIComponent(place)}`),
      )
    ).features,
  createPoint: (body: unknown) => send<PointFeature>("POST", "/admin/api/points", body),
  changePoint: (id: string, body: unknown) => send<PointFeature>("PATCH", point(id), body),
  /** All or none; each with its id, its revision and the fields to change. */
  changePoints: async (place: string, points: Record<string, unknown>[]) =>
    (await send<{ features: PointFeature[] }>("POST", "/admin/api/points/bulk", { place, points })).features,
  checkPosition: (place: string, { id, kind, lon, lat }: Chosen) =>
    send<PositionCheck>("POST", "/admin/api/points/check-position", { place, point: id, kind, lon, lat }),
  changeOfCoverage: (place: string, standard: string, { id, kind, lon, lat }: Chosen) =>
    send<CoverageChange>("POST", "/admin/api/coverage-change", {
      place,
      standard,
      point: id,
      kind,
      lon,
      lat,
    }),
  listAreas: async (place: string) =>
    (await getJson<{ features: AreaFeature[] }>(`/api/areas?place=${encodeURIComponent(place)}`)).features,
  listHistory: async (id: string) =>
    (await signedIn(() => getJson<{ history: HistoryEntry[] }>(`${point(id)}/history`))).history,
  restorePoint: (id: string, revision: number, historyId: number) =>
    send<PointFeature>("POST", `${point(id)}/restore`, { revision, history_id: historyId }),
  listStandards: async () =>
    (await signedIn(() => getJson<{ standards: Standard[] }>("/admin/api/standards"))).standards,
  addStandard: (body: unknown) => send<Standard>("POST", "/admin/api/standards", body),
  listPopulation: async (place: string) =>
    (
      await signedIn(() =>
        getJson<{ areas: AreaPopulation[] }>(`/admin/api/population?place=${encodeURIComponent(place)}`),
      )
    ).areas,
  sendPopulation: (place: string, file: File, apply: boolean) =>
    signedIn(() =>
      sendFile<PopulationOutcome>(
        `/admin/api/population?place=${encodeURIComponent(place)}&apply=${apply}`,
        "text/csv",
        file,
      ),
    ),
  setPopulation: (area: string, residents: number | null) =>
    send<AreaPopulation>("PATCH", `/admin/api/population/${encodeURIComponent(area)}`, { residents }),
  listReports: (place: string, state: ReportState | "", before?: number) =>
    signedIn(() =>
      getJson<Reports>(
        `/admin/api/reports?place=${encodeURIComponent(place)}${state && `&state=${state}`}${before ? `&before=${before}` : ""}`,
      ),
    ),
  changeReport: (id: number, body: { revision: number; state: ReportState; answer: string }) =>
    send<ProblemReport>("PATCH", `/admin/api/reports/${id}`, body),
  listReportHistory: async (id: number) =>
    (await signedIn(() => getJson<{ history: ReportDeed[] }>(`/admin/api/reports/${id}/history`))).history,
  listRuns: (place: string) =>
    signedIn(() => getJson<Runs>(`/admin/api/runs?place=${encodeURIComponent(place)}`)),
  keepRuns: (place: string, name: string) => send<RunSet>("POST", "/admin/api/runs", { place, name }),
  publishRuns: (place: string, id?: number) => send<Runs>("POST", "/admin/api/runs/publish", { place, id }),
  deleteRuns: (id: number) => send<null>("DELETE", `/admin/api/runs/${id}`),
  setPublish: (place: string, publish: Runs["publish"]) =>
    send<Runs>("PATCH", `/admin/api/places/${encodeURIComponent(place)}`, { publish }),
};

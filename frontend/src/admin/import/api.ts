import { getJson, sendFile, sendJson } from "../../http";
import { language } from "../../i18n";
import { signedIn } from "../api";
import type { Choice, Counts, ImportRow, Job, RowFilter, Spots } from "./model";

const job = (id: number) => `/admin/api/imports/${id}`;
const post = async <T>(path: string, body?: unknown): Promise<T> =>
  (await signedIn(() => sendJson<T>("POST", path, body))) as T;

function query(filter: RowFilter, more: Record<string, number> = {}): string {
  const words = Object.entries({ ...filter, ...more }).filter(([, value]) => value !== undefined);
  return new URLSearchParams(words.map(([key, value]) => [key, String(value)])).toString();
}

export const imports = {
  list: async (place: string) =>
    (
      await signedIn(() =>
        getJson<{ imports: Job[] }>(`/admin/api/imports?place=${encodeURIComponent(place)}`),
      )
    ).imports,
  open: (place: string, file: File) =>
    signedIn(() =>
      sendFile<Job>(
        `/admin/api/imports?place=${encodeURIComponent(place)}&name=${encodeURIComponent(file.name)}`,
        "application/octet-stream",
        file,
      ),
    ),
  job: (id: number) => signedIn(() => getJson<Job>(job(id))),
  progress: (id: number) =>
    signedIn(() => getJson<Pick<Job, "state" | "step" | "done" | "total">>(`${job(id)}/progress`)),
  look: (id: number, settled: Partial<Choice>) => post<Job>(`${job(id)}/look`, settled),
  sample: (id: number, choice: Choice, systems: string[]) =>
    post<Record<string, [number, number][]>>(`${job(id)}/sample`, { choice, systems }),
  choose: (id: number, choice: Choice) => post<Job>(`${job(id)}/choice`, choice),
  apply: (id: number) => post<Job>(`${job(id)}/apply`),
  undo: (id: number) => post<Job>(`${job(id)}/undo`),
  cancel: (id: number) => post<Job>(`${job(id)}/cancel`),
  discard: (id: number) => signedIn(() => sendJson<null>("DELETE", job(id))),
  rows: (id: number, filter: RowFilter, skip: number, limit: number) =>
    signedIn(() =>
      getJson<{ rows: ImportRow[]; total: number }>(`${job(id)}/rows?${query(filter, { skip, limit })}`),
    ),
  row: (id: number, number: number) => signedIn(() => getJson<ImportRow>(`${job(id)}/rows/${number}`)),
  spots: (id: number, filter: RowFilter) => signedIn(() => getJson<Spots>(`${job(id)}/map?${query(filter)}`)),
  decide: (id: number, number: number, word: { take?: boolean | null; duty_line?: boolean }) =>
    signedIn(() =>
      sendJson<{ row: ImportRow; counts: Counts }>("PATCH", `${job(id)}/rows/${number}`, word),
    ) as Promise<{ row: ImportRow; counts: Counts }>,
  problemsFile: (id: number) => `${job(id)}/problems.csv?lang=${language()}`,
};

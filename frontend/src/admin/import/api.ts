import { getJson, sendFile } from "../../http";
import { language } from "../../i18n";
import { send, signedIn } from "../api";
import type { Choice, Counts, ImportRow, Job, RowFilter, Spots } from "./model";

const job = (id: number) => `/admin/api/imports/${id}`;

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
  look: (id: number, settled: Partial<Choice>) => send<Job>("POST", `${job(id)}/look`, settled),
  sample: (id: number, choice: Choice, systems: string[]) =>
    send<Record<string, [number, number][]>>("POST", `${job(id)}/sample`, { choice, systems }),
  choose: (id: number, choice: Choice) => send<Job>("POST", `${job(id)}/choice`, choice),
  apply: (id: number) => send<Job>("POST", `${job(id)}/apply`),
  undo: (id: number) => send<Job>("POST", `${job(id)}/undo`),
  cancel: (id: number) => send<Job>("POST", `${job(id)}/cancel`),
  discard: (id: number) => send<null>("DELETE", job(id)),
  rows: (id: number, filter: RowFilter, skip: number, limit: number) =>
    signedIn(() =>
      getJson<{ rows: ImportRow[]; total: number }>(`${job(id)}/rows?${query(filter, { skip, limit })}`),
    ),
  row: (id: number, number: number) => signedIn(() => getJson<ImportRow>(`${job(id)}/rows/${number}`)),
  spots: (id: number, filter: RowFilter) => signedIn(() => getJson<Spots>(`${job(id)}/map?${query(filter)}`)),
  decide: (id: number, number: number, word: { take?: boolean | null; duty_line?: boolean }) =>
    send<{ row: ImportRow; counts: Counts }>("PATCH", `${job(id)}/rows/${number}`, word),
  problemsFile: (id: number) => `${job(id)}/problems.csv?lang=${language()}`,
};

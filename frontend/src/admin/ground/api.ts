import { getJson, sendFile } from "../../http";
import { language } from "../../i18n";
import { send, signedIn } from "../api";
import type { Case, Choice, Drawn, GroundJob, Shape } from "./model";

const job = (id: number) => `/admin/api/ground/${id}`;

export const ground = {
  /** @param place whose jobs, and those that make new ones where the account may; only these where there is none yet */
  list: async (place: string | undefined) =>
    (
      await signedIn(() =>
        getJson<{ jobs: GroundJob[] }>(
          `/admin/api/ground${place ? `?place=${encodeURIComponent(place)}` : ""}`,
        ),
      )
    ).jobs,
  begin: (place: string, is_new: boolean, choice?: Partial<Choice>) =>
    send<GroundJob>("POST", "/admin/api/ground", { place, is_new, choice }),
  job: (id: number) => signedIn(() => getJson<GroundJob>(job(id))),
  progress: (id: number) =>
    signedIn(() => getJson<Pick<GroundJob, "state" | "step" | "done">>(`${job(id)}/progress`)),
  addFile: (id: number, file: File) =>
    signedIn(() =>
      sendFile<GroundJob>(
        `${job(id)}/files?name=${encodeURIComponent(file.name)}`,
        "application/octet-stream",
        file,
      ),
    ),
  removeFile: (id: number, file: number) => send<GroundJob>("DELETE", `${job(id)}/files/${file}`),
  look: (id: number, file: number, charset: string | null) =>
    send<GroundJob>("POST", `${job(id)}/files/${file}/look`, { charset }),
  choose: (id: number, choice: Choice) => send<GroundJob>("POST", `${job(id)}/choice`, choice),
  sample: async (id: number, choice: Choice) =>
    (await send<{ layers: Drawn[][] }>("POST", `${job(id)}/sample`, choice)).layers,
  fit: async (id: number, choice: Choice) =>
    (await send<{ residuals_m: (number | null)[] }>("POST", `${job(id)}/fit`, choice)).residuals_m,
  check: (id: number) => send<GroundJob>("POST", `${job(id)}/check`),
  apply: (id: number) => send<GroundJob>("POST", `${job(id)}/apply`),
  cancel: (id: number) => send<GroundJob>("POST", `${job(id)}/cancel`),
  discard: (id: number) => send<null>("DELETE", job(id)),
  findings: async (id: number, code: string, after: number) =>
    (
      await signedIn(() =>
        getJson<{ findings: Case[] }>(
          `${job(id)}/findings?after=${after}${code ? `&code=${encodeURIComponent(code)}` : ""}`,
        ),
      )
    ).findings,
  map: (id: number, [west, south, east, north]: [number, number, number, number]) =>
    signedIn(() =>
      getJson<{ shapes: Shape[]; is_all: boolean }>(
        `${job(id)}/map?west=${west}&south=${south}&east=${east}&north=${north}`,
      ),
    ),
  findingsFile: (id: number) => `${job(id)}/findings.csv?lang=${language()}`,
};

import { getJson, sendForm } from "../../http";
import { send, signedIn } from "../api";
import type { Area, Done, FileChoice, FileLook, Finding, Taken } from "./model";

const AREAS = "/admin/api/areas";
const one = (id: string) => `${AREAS}/${encodeURIComponent(id)}`;

export const areasApi = {
  list: async (place: string) =>
    (await signedIn(() => getJson<{ features: Area[] }>(`${AREAS}?place=${encodeURIComponent(place)}`)))
      .features,
  create: (body: unknown) => send<Done>("POST", AREAS, body),
  change: (id: string, body: unknown) => send<Done>("PATCH", one(id), body),
  remove: (id: string, version: number) => send<Done>("DELETE", `${one(id)}?version=${version}`),
  undo: (place: string, changeNumber: number) =>
    send<Done>("POST", `${AREAS}/undo`, { place, change_number: changeNumber }),
  grid: (area: string, sizeM: number, apply: boolean) =>
    send<Taken>("POST", `${AREAS}/grid?apply=${apply}`, { area, size_m: sizeM }),
  findings: async (place: string, layer: string) =>
    (
      await signedIn(() =>
        getJson<{ findings: Finding[] }>(
          `${AREAS}/findings?place=${encodeURIComponent(place)}&layer=${layer}`,
        ),
      )
    ).findings,
  file: (place: string, layer: string, files: File[], choice: FileChoice, apply: boolean) => {
    const form = new FormData();
    for (const file of files) form.append("file", file);
    for (const [field, value] of Object.entries({ place, layer, ...choice, apply }))
      if (value !== null && value !== undefined) form.append(field, String(value));
    return signedIn(() => sendForm<FileLook>(`${AREAS}/import`, form));
  },
};

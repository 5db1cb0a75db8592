import { getJson } from "../../http";
import { send, signedIn } from "../api";
import type { AccountList, Activity, Made, StaffSession } from "./model";

const staff = (id: number) => `/admin/api/staff/${id}`;
const sessionsOf = (account: number | null) =>
  account === null ? "/admin/api/me/sessions" : `${staff(account)}/sessions`;

export const accountsApi = {
  listAccounts: () => signedIn(() => getJson<AccountList>("/admin/api/staff")),
  createAccount: (body: unknown) => send<Made>("POST", "/admin/api/staff", body),
  changeAccount: (id: number, body: unknown) => send<Made>("PATCH", staff(id), body),
  changePassword: (current: string, wanted: string) =>
    send<null>("POST", "/admin/api/me/password", { current_password: current, new_password: wanted }),
  /** One's own where no account is named. */
  listSessions: async (account: number | null) =>
    (await signedIn(() => getJson<{ sessions: StaffSession[] }>(sessionsOf(account)))).sessions,
  endSession: (account: number | null, id: string) =>
    send<null>("DELETE", `${sessionsOf(account)}/${encodeURIComponent(id)}`),
  listActivity: (query: string) =>
    signedIn(() => getJson<Activity>(`/admin/api/staff-activity${query && `?${query}`}`)),
};

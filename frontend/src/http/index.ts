/** The one module that talks to the server. Every address it asks for is the site's own. */

import { language, t } from "../i18n";
import { patiently } from "./patience";

/** What a problem+json answer says (RFC 9457, with our stable code). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

/** Told of each answer whether it is fresh, or a kept one and from when. */
export type Witness = (path: string, kept: KeptAnswer | null) => void;

export interface KeptAnswer {
  at: Date;
  because: "network" | "server" | "slow";
}

let witness: Witness = () => {};

export function watchAnswers(told: Witness): void {
  witness = told;
}

/** Fetches JSON; throws a Problem for an error answer, and one with status 0 when the network failed. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const { bytes } = await read(path, { headers: inPageLanguage() }, signal);
  return JSON.parse(new TextDecoder().decode(bytes)) as T;
}

/**
 * Fetches bytes, such as a tile; null for an empty answer.
 *
 * @param afresh past the browser's own copy
 */
export async function getBytes(
  path: string,
  signal?: AbortSignal,
  afresh = false,
): Promise<ArrayBuffer | null> {
  const { answer, bytes } = await read(path, afresh ? { cache: "reload" } : {}, signal);
  return answer.status === 204 ? null : bytes;
}

/** Fetches an answer with its head, for whoever keeps it; tells of each piece that arrives. */
export async function getAnswer(
  path: string,
  cache: RequestCache,
  signal?: AbortSignal,
  onBytes?: (arrived: number) => void,
): Promise<{ answer: Response; bytes: ArrayBuffer }> {
  return read(path, { cache }, signal, onBytes);
}

/** Sends JSON with the page's CSRF token, read from <meta name="csrf">. */
export async function sendJson<T>(
  method: "POST" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
): Promise<T | null> {
  const token = document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content ?? "";
  const answer = await request(path, {
    method,
    headers: { ...inPageLanguage(), "Content-Type": "application/json", "X-CSRF-TOKEN": token },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return answer.status === 204 ? null : (answer.json() as Promise<T>);
}

/** Posts a file as it is, with the page's CSRF token. */
export async function sendFile<T>(path: string, type: string, file: Blob): Promise<T> {
  const token = document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content ?? "";
  const headers = { ...inPageLanguage(), "Content-Type": type, "X-CSRF-TOKEN": token };
  return (await request(path, { method: "POST", headers, body: file })).json() as Promise<T>;
}

/** Posts form data, files among them, with the page's CSRF token. */
export async function sendForm<T>(path: string, form: FormData): Promise<T> {
  const token = document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content ?? "";
  const headers = { ...inPageLanguage(), "X-CSRF-TOKEN": token };
  return (await request(path, { method: "POST", headers, body: form })).json() as Promise<T>;
}

/** A file that the server makes, with the name that it gives it. */
export async function getAttachment(
  method: "GET" | "POST",
  path: string,
  body?: unknown,
): Promise<{ name: string; file: Blob }> {
  const token = document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content ?? "";
  const answer = await request(path, {
    method,
    headers: { ...inPageLanguage(), "Content-Type": "application/json", "X-CSRF-TOKEN": token },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const name = /filename\*?=(?:UTF-8'')?"?([^";]+)/.exec(
    answer.headers.get("Content-Disposition") ?? "",
  )?.[1];
  return { name: name ?? "sanfen", file: await answer.blob() };
}

/** The sentence of an error is shown on this page. */
function inPageLanguage(): Record<string, string> {
  return { "Accept-Language": language() };
}

/** A server that stops answering in the middle fails like one that never began. */
async function read(
  path: string,
  init: RequestInit,
  signal?: AbortSignal,
  onBytes?: (arrived: number) => void,
): Promise<{ answer: Response; bytes: ArrayBuffer }> {
  try {
    return await patiently(signal, async (patience) => {
      const answer = await request(path, { ...init, signal: patience.signal });
      patience.heard();
      const bytes = await patience.readWhole(answer, onBytes);
      witness(path, keptAnswer(answer));
      return { answer, bytes };
    });
  } catch (cause) {
    throw failed(cause);
  }
}

function keptAnswer(answer: Response): KeptAnswer | null {
  const at = answer.headers.get("X-Kept-At");
  const because = answer.headers.get("X-Kept-Because") as KeptAnswer["because"];
  return at && because ? { at: new Date(at), because } : null;
}

async function request(path: string, init: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(path, init);
  } catch (cause) {
    throw failed(cause);
  }
  if (answer.ok) return answer;
  const details = await answer.json().catch(() => ({}));
  throw new Problem(answer.status, details.code ?? "unknown", details.detail ?? t("error.title"), details);
}

/** An abort is the caller's own doing and passes as it is; what is left is the network, or a server that went silent. */
function failed(cause: unknown): unknown {
  if (cause instanceof Problem) return cause;
  if (cause instanceof DOMException && cause.name === "AbortError") return cause;
  if (cause instanceof DOMException && cause.name === "TimeoutError") {
    return new Problem(0, "no_answer", cause.message);
  }
  return new Problem(0, "offline", String(cause));
}

/** The one module that talks to the server. Every address it asks for is the site's own. */

import { language, t } from "../i18n";

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

/** Fetches JSON; throws a Problem for an error answer, and one with status 0 when the network failed. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await request(path, { signal, headers: inPageLanguage() })).json() as Promise<T>;
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
  const answer = await request(path, { signal, ...(afresh && { cache: "reload" }) });
  return answer.status === 204 ? null : answer.arrayBuffer();
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

/** The sentence of an error is shown on this page. */
function inPageLanguage(): Record<string, string> {
  return { "Accept-Language": language() };
}

async function request(path: string, init: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(path, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new Problem(0, "offline", String(cause));
  }
  if (answer.ok) return answer;
  const details = await answer.json().catch(() => ({}));
  throw new Problem(answer.status, details.code ?? "unknown", details.detail ?? t("error.title"), details);
}

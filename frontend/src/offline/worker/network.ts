import type { KeptAnswer } from "../../http";

/** How long a kept answer waits for a fresh one; once a server was found slow or gone, the next ones wait less. */
const PATIENCE_MS = 2_500;
const SHORT_PATIENCE_MS = 400;
/** A page that has more than what would stand in for it is waited for longer. */
export const PAGE_PATIENCE_MS = 4_000;
const TROUBLE_LASTS_MS = 30_000;

let troubleUntil = 0;

export type Trouble = { because: KeptAnswer["because"]; answer?: Response };

/** A whole answer out of the network, or why there is none. An answer that stops in the middle is none. */
export async function fromNetwork(
  request: Request | string,
  init?: RequestInit,
): Promise<Response | Trouble> {
  try {
    const answer = await fetch(request, init);
    if (answer.status >= 500 || answer.status === 429) return { because: "server", answer };
    const bytes = await answer.arrayBuffer();
    const heads = new Headers(answer.headers);
    heads.delete("Content-Encoding"); // the bytes are unpacked by now
    heads.delete("Content-Length");
    const { status, statusText } = answer;
    return new Response(status === 204 || status === 304 ? null : bytes, {
      status,
      statusText,
      headers: heads,
    });
  } catch {
    return { because: "network" };
  }
}

/** A station's or hotel's own page in the place of what was asked for is no answer of ours. */
export function isForeign(answer: Response, isPage: boolean): boolean {
  const isHtml = (answer.headers.get("Content-Type") ?? "").startsWith("text/html");
  return answer.ok && answer.status !== 204 && isHtml !== isPage;
}

export function isTrouble(outcome: Response | Trouble): outcome is Trouble {
  return !(outcome instanceof Response);
}

/** The outcome, or that it takes too long; the clock's own outcome leaves the request running. */
export async function withinPatience(
  outcome: Promise<Response | Trouble>,
  patienceMs = Date.now() < troubleUntil ? SHORT_PATIENCE_MS : PATIENCE_MS,
): Promise<Response | Trouble> {
  let clock: ReturnType<typeof setTimeout> | undefined;
  const slow = new Promise<Trouble>((resolve) => {
    clock = setTimeout(() => resolve({ because: "slow" }), patienceMs);
  });
  const first = await Promise.race([outcome, slow]);
  clearTimeout(clock);
  troubleUntil = isTrouble(first) ? Date.now() + TROUBLE_LASTS_MS : 0;
  return first;
}

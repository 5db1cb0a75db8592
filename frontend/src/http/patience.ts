/** How long a server may be silent, before its first word or between two pieces of an answer. */
const SILENCE_MS = 20_000;

export interface Patience {
  readonly signal: AbortSignal;
  /** Something came: the clock starts anew. */
  heard(): void;
  readWhole(answer: Response, onBytes?: (arrived: number) => void): Promise<ArrayBuffer>;
}

/**
 * Does something that waits for a server, and gives up when it has been silent for too long: a page must not wait for ever
 * for a server that took the request and died. However long an answer takes, as long as it keeps coming it is waited for.
 */
export async function patiently<T>(
  given: AbortSignal | undefined,
  work: (patience: Patience) => Promise<T>,
  silenceMs = SILENCE_MS,
): Promise<T> {
  const limit = new AbortController();
  let silent = false;
  let clock: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(clock);
    clock = setTimeout(() => {
      silent = true;
      limit.abort();
    }, silenceMs);
  };
  const leave = () => limit.abort();
  given?.addEventListener("abort", leave);
  if (given?.aborted) leave();
  heard();
  try {
    return await work({
      signal: limit.signal,
      heard,
      readWhole: (answer, onBytes) => readWhole(answer, heard, onBytes),
    });
  } catch (cause) {
    throw silent ? new DOMException("The server went silent", "TimeoutError") : cause;
  } finally {
    clearTimeout(clock);
    given?.removeEventListener("abort", leave);
  }
}

async function readWhole(
  answer: Response,
  heard: () => void,
  onBytes?: (arrived: number) => void,
): Promise<ArrayBuffer> {
  const reader = answer.body?.getReader();
  if (!reader) return answer.arrayBuffer();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    heard();
    pieces.push(value);
    length += value.byteLength;
    onBytes?.(value.byteLength);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole.buffer;
}

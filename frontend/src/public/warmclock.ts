/** How long a page waits for its clock; then it makes it by itself. */
const PATIENCE_MS = 1_000;

/**
 * Lets a worker make a zone's first clock. For that one a browser reads its tables, which took 30 ms on a desktop of 2026
 * and keeps an old phone from answering for a fifth of a second; once they are read, the page makes its own in half a
 * millisecond. Never fails: without a worker the page is merely busy for that long itself.
 */
export function warmClock(zone: string): Promise<void> {
  return new Promise((resolve) => {
    try {
      const worker = new Worker(new URL("./clockworker.ts", import.meta.url), { type: "module" });
      const done = () => {
        worker.terminate();
        resolve();
      };
      worker.onmessage = done;
      worker.onerror = (event) => {
        event.preventDefault(); // nothing is lost by it, so nothing is said on the console
        done();
      };
      worker.postMessage(zone);
      setTimeout(done, PATIENCE_MS);
    } catch {
      resolve();
    }
  });
}

// Processor time read from a Chrome trace: on a machine that does other things too, the clock says little.

/** The page's main thread: the one of its kind that did most. */
function mainThread(events) {
  const names = events.filter((one) => one.name === "thread_name" && one.args.name === "CrRendererMain");
  const busy = ({ pid, tid }) =>
    events.reduce((sum, one) => (one.pid === pid && one.tid === tid && one.tdur ? sum + one.tdur : sum), 0);
  return names.map((one) => [busy(one), one]).sort(([a], [b]) => b - a)[0]?.[1];
}

/** Its tasks in order, outermost only, each with its start in microseconds and its processor time in milliseconds. */
export function mainTasks(events) {
  const main = mainThread(events);
  let end = 0;
  return events
    .filter((one) => one.pid === main?.pid && one.tid === main?.tid && one.name.endsWith("RunTask") && one.tdur)
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur)
    .filter((one) => {
      const isOuter = one.ts >= end;
      if (isOuter) end = one.ts + one.dur;
      return isOuter;
    })
    .map(({ ts, dur, tdur }) => ({ ts, end: ts + dur, ms: tdur / 1000 }));
}

/** Processor time of each frame: of all tasks since the frame before, up to and with the one that commits it. */
export function frameTimes(events) {
  const main = mainThread(events);
  const commits = events
    .filter((one) => one.pid === main?.pid && one.tid === main?.tid && one.name === "Commit")
    .map((one) => one.ts)
    .sort((a, b) => a - b);
  const frames = [];
  let sum = 0;
  let next = 0;
  for (const { end, ms } of mainTasks(events)) {
    sum += ms;
    let isFrame = false;
    for (; next < commits.length && commits[next] <= end; next++) isFrame = true;
    if (isFrame) frames.push(sum);
    if (isFrame) sum = 0;
  }
  return frames.sort((a, b) => a - b);
}

/** What of each task is beyond 50 ms on a processor so many times slower: total blocking time without the machine's other work. */
export function blockingTime(events, slower) {
  const paint = events.filter((one) => one.name === "firstContentfulPaint").map((one) => one.ts).sort((a, b) => a - b)[0] ?? 0;
  return mainTasks(events)
    .filter((one) => one.ts >= paint)
    .reduce((sum, { ms }) => sum + Math.max(0, ms * slower - 50), 0);
}

export function share(sorted, part) {
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] * 10) / 10;
}

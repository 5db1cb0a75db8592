/*
 * Measures walking on the device in Chromium: `node measure/walk.mjs FOLDER` takes every *.pack of a folder (./run bench
 * walk makes them). Throttled figures are of the page's own thread, the only one that Chromium slows;
 * the processor's time is its own, which a busy machine does not stretch much.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { build } from "vite";

const folder = process.argv[2];
const throttle = 4;
const here = fileURLToPath(new URL(".", import.meta.url));
const dist = mkdtempSync(join(tmpdir(), "walk-"));
const packs = readdirSync(folder)
  .filter((file) => file.endsWith(".pack"))
  .sort()
  .reverse();
const html = '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/walk.js"></script>';

/** Runs in the page: opens the pack and makes seeded spots beside its streets. */
async function open({ pack, targets }) {
  const bytes = await (await fetch(`/${pack}`)).arrayBuffer();
  const start = performance.now();
  const engine = new window.WalkEngine(bytes);
  engine.warmUp(); // as the walker does
  const opened = performance.now() - start;
  const { graph } = engine.pack;
  let seed = 7;
  const random = (below) => {
    seed = (seed * 16807) % 2147483647;
    return seed % below;
  };
  const beside = () => {
    const vertex = random(graph.xy.length / 2);
    return {
      lon: (graph.originLon + graph.xy[2 * vertex] + random(4000) - 2000) / 1e7,
      lat: (graph.xy[2 * vertex + 1] + random(4000) - 2000) / 1e7,
    };
  };
  const list = Array.from({ length: targets }, (_, i) => ({ id: `p${i}`, ...beside() }));
  const spots = Float64Array.from(list.flatMap(({ lon, lat }) => [lon, lat]));
  Object.assign(window, { engine, beside, list, spots });
  return { edges: graph.edgeCount, times: [opened] };
}

/** Runs in the page: times of so many questions, and how many answers each had. */
async function ask({ times, count, route }) {
  const taken = [];
  let answered = 0;
  for (let i = 0; i < times; i++) {
    const from = window.beside();
    const start = performance.now();
    if (route) answered += window.engine.route(from, window.list[i % window.list.length]) ? 1 : 0;
    else answered += window.engine.nearest(from, window.spots, count).length;
    taken.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { times: taken, answered: answered / times };
}

/** Runs in the page: the same of a worker, messages included. */
async function askWorker({ pack, times, count }) {
  const walker = await window.openWalker({ id: pack.replace(".pack", ""), versions: {} });
  const taken = [];
  for (let i = 0; i < times; i++) {
    const from = window.beside();
    const start = performance.now();
    await walker.nearest(from, window.list, count);
    taken.push(performance.now() - start);
  }
  walker.close();
  return { times: taken };
}

function words(times) {
  const sorted = [...times].sort((a, b) => a - b);
  if (sorted.length === 1) return `${sorted[0].toFixed(1)} ms`;
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  return `${at(0.5)} ms (p95 ${at(0.95)}, least ${at(0)})`;
}

await build({
  root: here,
  configFile: false,
  logLevel: "error",
  build: {
    outDir: dist,
    emptyOutDir: true,
    target: "es2020",
    rolldownOptions: { input: join(here, "walk.ts"), output: { entryFileNames: "walk.js" } },
  },
});

const server = createServer(({ url }, answer) => {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const pack = pathname === "/api/walk-pack" ? `${searchParams.get("place")}.pack` : basename(pathname);
  const type = pathname.endsWith(".js") ? "text/javascript" : "application/octet-stream";
  if (pathname === "/") answer.setHeader("Content-Type", "text/html").end(html);
  else if (packs.includes(pack)) answer.setHeader("Content-Type", type).end(readFileSync(join(folder, pack)));
  else answer.setHeader("Content-Type", type).end(readFileSync(join(dist, pathname)));
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));

const browser = await chromium.launch({
  executablePath: process.env.SANFEN_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
try {
  for (const pack of packs) {
    for (const targets of [10, 10_000]) {
      for (const rate of [1, throttle]) await measure(pack, targets, rate);
    }
  }
} finally {
  await browser.close();
  server.close();
  rmSync(dist, { recursive: true });
}

async function measure(pack, targets, rate) {
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  const inspector = await tab.context().newCDPSession(tab);
  await inspector.send("Performance.enable", { timeDomain: "threadTicks" });
  await inspector.send("Emulation.setCPUThrottlingRate", { rate });
  const busy = async () => {
    const { metrics } = await inspector.send("Performance.getMetrics");
    return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
  };
  const line = async (what, work, options) => {
    const before = await busy();
    const result = await tab.evaluate(work, { pack, targets, count: 5, times: 1, ...options });
    const processor = ((await busy()) - before) / result.times.length;
    console.log(`  ${what.padEnd(22)} ${words(result.times)}; processor ${processor.toFixed(1)} a piece`);
    return result;
  };
  console.log(`${pack}, 5 nearest of ${targets}${rate > 1 ? `, slowed ${rate} times` : ""}:`);
  const { edges } = await line("open", open);
  await line("first question", ask);
  const { answered } = await line("nearest", ask, { times: 100 });
  await line("route", ask, { times: 100, route: true });
  if (rate === 1) await line("asked of a worker", askWorker, { times: 100 });
  console.log(`  (${edges} edges, ${answered.toFixed(1)} answers a question)`);
  await tab.close();
}

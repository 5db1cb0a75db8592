/*
 * Measures walking on the device in Chromium: `node measure/walk.mjs FOLDER` takes every *.pack of a folder (./run bench
 * walk makes them). Throttled figures are of the page's own thread, the only one that Chromium slows; each line has the
 * first question of a fresh page too, which no compiler has seen yet.
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
const page = '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/walk.js"></script>';

/** Runs in the page: spots beside streets, seeded, and times of the questions about them. */
async function measure({ pack, targets, starts, count }) {
  const bytes = await (await fetch(`/${pack}`)).arrayBuffer();
  const times = {};
  const time = async (what, work) => {
    const start = performance.now();
    const result = await work();
    times[what] ??= [];
    times[what].push(performance.now() - start);
    return result;
  };
  const engine = await time("open", () => new window.WalkEngine(bytes));
  const { graph } = engine.pack;
  let seed = 7;
  const random = (below) => {
    seed = (seed * 16807) % 2147483647;
    return seed % below;
  };
  const beside = () => {
    const vertex = random(graph.xy.length / 2);
    return [
      (graph.originLon + graph.xy[2 * vertex] + random(4000) - 2000) / 1e7,
      (graph.xy[2 * vertex + 1] + random(4000) - 2000) / 1e7,
    ];
  };
  const spots = Float64Array.from(Array.from({ length: targets }, beside).flat());
  const list = Array.from({ length: targets }, (_, i) => ({ id: `p${i}`, lon: spots[2 * i], lat: spots[2 * i + 1] }));
  let answered = 0;
  for (let i = 0; i < starts; i++) {
    const [lon, lat] = beside();
    const reached = await time(i === 0 ? "first" : "nearest", () => engine.nearest({ lon, lat }, spots, count));
    answered += reached.length;
    const last = reached[reached.length - 1];
    if (last) await time("route", () => engine.route({ lon, lat }, list[last.target]));
    await new Promise((resolve) => setTimeout(resolve));
  }
  const walker = await time("open in a worker", () =>
    window.openWalker({ id: pack.replace(".pack", ""), versions: {} }),
  );
  for (let i = 0; i < starts; i++) {
    const [lon, lat] = beside();
    await time("asked of a worker", () => walker.nearest({ lon, lat }, list, count));
  }
  walker.close();
  return { times, edges: graph.edgeCount, answered: answered / starts };
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
  if (pathname === "/") answer.setHeader("Content-Type", "text/html").end(page);
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
      for (const rate of [1, throttle]) {
        const tab = await browser.newPage();
        await tab.goto(`http://127.0.0.1:${server.address().port}/`);
        await (await tab.context().newCDPSession(tab)).send("Emulation.setCPUThrottlingRate", { rate });
        const { times, edges, answered } = await tab.evaluate(measure, { pack, targets, starts: 60, count: 5 });
        console.log(`${pack}, ${edges} edges, 5 nearest of ${targets}${rate > 1 ? `, slowed ${rate} times` : ""}:`);
        for (const [what, all] of Object.entries(times)) {
          if (rate === 1 || !what.includes("worker")) console.log(`  ${what.padEnd(18)} ${words(all)}`);
        }
        if (answered < 4.5) console.log(`  only ${answered.toFixed(1)} answers a question`);
        await tab.close();
      }
    }
  }
} finally {
  await browser.close();
  server.close();
  rmSync(dist, { recursive: true });
}

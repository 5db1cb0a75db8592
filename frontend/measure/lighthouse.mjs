// Lighthouse, mobile preset, of a server that runs: node lighthouse.mjs [ORIGIN] [RUNS] [PATH…]
// Before the first time: npm ci, in this folder. The median of RUNS runs is shown, then what took points away; and the least
// of the runs' blocking times by the processor's own time, which other work on the machine does not lengthen.
import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";
import { blockingTime } from "./tasks.mjs";

const [origin = "http://127.0.0.1:8380", runs = "3", ...paths] = process.argv.slice(2);
const CATEGORIES = ["performance", "accessibility", "best-practices"];
/** As the mobile preset takes a phone to be. */
const SLOWER = 4;
const METRICS = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"];

async function pages() {
  if (paths.length) return paths;
  const { places } = await (await fetch(`${origin}/api/places`)).json();
  const place = places[0].id;
  const { features } = await (await fetch(`${origin}/api/points?place=${place}&kind=aed&limit=1`)).json();
  return ["/", `/p/${features[0].id}`, `/report?place=${place}`];
}

const chrome = await chromeLauncher.launch({
  chromePath: process.env.SANFEN_CHROMIUM ?? "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
try {
  for (const path of await pages()) {
    const results = [];
    for (let run = 0; run < Number(runs); run++) {
      const { lhr, artifacts } = await lighthouse(origin + path, {
        port: chrome.port,
        onlyCategories: CATEGORIES,
        locale: "en",
        logLevel: "error",
      });
      if (!artifacts.Trace) throw new Error(`${path}: ${lhr.runtimeError?.message ?? "no trace"}`);
      const { traceEvents } = artifacts.Trace;
      results.push({ ...lhr, blockingMs: blockingTime(traceEvents, SLOWER) });
    }
    results.sort((a, b) => a.categories.performance.score - b.categories.performance.score);
    show(path, results[Math.floor(results.length / 2)]);
    console.log(`  blocking by processor time: ${Math.round(Math.min(...results.map((one) => one.blockingMs)))} ms`);
  }
} finally {
  chrome.kill();
}

function show(path, { categories, audits }) {
  const scores = CATEGORIES.map((id) => `${id} ${Math.round(categories[id].score * 100)}`).join(", ");
  const metrics = METRICS.map((id) => `${id} ${audits[id].displayValue}`).join(", ");
  console.log(`${path}\n  ${scores}\n  ${metrics}`);
  for (const id of CATEGORIES) {
    for (const { id: audit, weight } of categories[id].auditRefs) {
      const { score, title, details } = audits[audit];
      const weighs = weight > 0 && score !== null && score < 0.9;
      const saves = details?.overallSavingsMs > 50 || details?.overallSavingsBytes > 10_000;
      if (weighs || saves) console.log(`  - ${id}: ${title}${saves ? ` (${details.overallSavingsMs ?? 0} ms)` : ""}`);
      if (weighs && id !== "performance") {
        for (const { node } of details?.items ?? []) if (node) console.log(`      ${node.snippet}`);
      }
    }
  }
}

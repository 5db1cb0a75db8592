// How quick the station editor answers with 10,000 points: node measure/editor.mjs ADDRESS PLACE PASSWORD [LOGIN]
// Makes no points: measure/editor.sql fills a place of a development database. For each filter it prints the time from the
// key press to the second frame after the list and the map were drawn, and the processor time of the page's main thread. On
// a machine that does other things too, frames wait for the processor: the second figure is the page's own.
import { chromium } from "playwright-core";

const [address, place, password, login = "admin"] = process.argv.slice(2);
const ROUNDS = 7;
const browser = await chromium.launch({
  executablePath: process.env.SANFEN_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
await page.goto(`${address}/admin/login?lang=en`);
await page.fill("#login", login);
await page.fill("#password", password);
await page.click("button[type=submit]");
await page.locator(".points").waitFor();
await page.goto(`${address}/admin?lang=en&place=${place}`);
await page.locator("tr[data-at]").first().waitFor();
await page.click("button.more");
await page.locator(".add-condition").click();
await page.locator(".condition select").first().selectOption("operator");
await page.waitForLoadState("networkidle");
console.log(await page.locator(".count").textContent());

const ACTS = {
  "search text": { selector: ".search", values: ["post", ""], event: "input" },
  "search Chinese": { selector: ".search", values: ["福民", ""], event: "input" },
  kind: { selector: ".tools > select >> nth=0", values: ["aed", ""], event: "change" },
  status: { selector: ".tools > select >> nth=1", values: ["out_of_service", "kept"], event: "change" },
  area: { selector: ".filter-area select", values: [1, 0], event: "change" },
  due: { selector: ".filter-due select", values: ["expires_90", ""], event: "change" },
  "data problem": { selector: ".filter-problem select", values: ["duplicate", ""], event: "change" },
  "any field": { selector: ".condition input", values: ["operator 7", ""], event: "input" },
};

const devtools = await page.context().newCDPSession(page);
await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
/** Processor time of the main thread so far, milliseconds. */
const mainThread = async () => {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return 1000 * metrics.find((one) => one.name === "TaskDuration").value;
};

const median = (figures) => figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)];
let slowest = 0;
for (const [name, { selector, values, event }] of Object.entries(ACTS)) {
  const work = [];
  const frames = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const value of values) {
      const before = await mainThread();
      const taken = await page.locator(selector).evaluate(
        async (element, [value, event]) => {
          const began = performance.now();
          element.value = typeof value === "number" ? element.options[value].value : value;
          element.dispatchEvent(new Event(event, { bubbles: true }));
          await document.querySelector("sanfen-editor").updateComplete;
          await document.querySelector("sanfen-point-table").updateComplete;
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          return performance.now() - began;
        },
        [value, event],
      );
      work.push((await mainThread()) - before);
      frames.push(taken);
    }
  }
  const most = Math.max(...work);
  slowest = Math.max(slowest, most);
  const ms = (figure) => `${Math.round(figure * 10) / 10} ms`;
  console.log(`${name.padEnd(16)} processor: median ${ms(median(work))}, most ${ms(most)}; on the screen: median ${ms(median(frames))}, most ${ms(Math.max(...frames))}`);
}
console.log(`slowest ${Math.round(slowest)} ms; the goal is 100 ms`);
await browser.close();

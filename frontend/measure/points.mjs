// How quick the map stays with 100,000 points: node measure/points.mjs [address] [place]
// Makes no points: the place must be there (measure/points.sql makes one in a development database). Prints the frames'
// distances over scripted drags and zooms, once with a worker and once without, and what was loaded. On a machine that
// does other things too, frames wait for the processor: the processor's own time for each frame is given beside them.
import { chromium } from "playwright-core";
import { frameTimes, share } from "./tasks.mjs";

const address = process.argv[2] ?? "http://127.0.0.1:8380";
const place = process.argv[3] ?? "helsinki";
const browser = await chromium.launch({
  executablePath: process.env.SANFEN_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});

/** Distances between frames, milliseconds, from start() to stop(). */
const recorder = () => {
  let last = 0;
  let running = false;
  let frames = [];
  const step = (now) => {
    if (!running) return;
    if (last) frames.push(now - last);
    last = now;
    requestAnimationFrame(step);
  };
  window.frames_ = {
    start() {
      last = 0;
      frames = [];
      running = true;
      requestAnimationFrame(step);
    },
    stop() {
      running = false;
      return frames;
    },
  };
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.longTasks.push(Math.round(entry.duration));
  }).observe({ type: "longtask", buffered: true });
};

for (const withWorker of [true, false]) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  if (!withWorker) await page.addInitScript(() => delete window.Worker);
  await page.addInitScript(recorder);
  const sizes = {};
  page.on("response", async (answer) => {
    const path = new URL(answer.url()).pathname;
    if (path === "/api/map-points") sizes.points = (await answer.request().sizes()).responseBodySize;
  });
  const began = Date.now();
  await page.goto(`${address}/?place=${place}&lang=en`);
  await page.locator(".row").first().waitFor();
  const listedAfter = Date.now() - began;
  await page.locator(".leaflet-marker-icon").first().waitFor();
  const shownAfter = Date.now() - began;
  await page.waitForLoadState("networkidle");
  const loading = await page.evaluate(() => window.longTasks.splice(0));
  const box = await page.locator("#map").boundingBox();
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const drag = async (dx, dy) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + dx, y + dy, { steps: 25 });
    await page.mouse.up();
    await page.waitForTimeout(700); // the glide
  };
  const wheel = async (delta) => {
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, delta);
    await page.waitForTimeout(900); // the zoom and what it loads
  };
  await browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline", "__metadata"] });
  await page.evaluate(() => window.frames_.start());
  for (let round = 0; round < 2; round++) {
    for (const delta of [-240, -240, -240]) {
      await wheel(delta);
      await drag(-260, 120);
      await drag(220, -160);
    }
    for (const delta of [240, 240, 240]) await wheel(delta);
    await drag(-300, 0);
  }
  const frames = (await page.evaluate(() => window.frames_.stop())).sort((a, b) => a - b);
  const tasks = await page.evaluate(() => window.longTasks);
  const own = frameTimes(JSON.parse(String(await browser.stopTracing())).traceEvents);
  const over = frames.filter((ms) => ms > 50).length;
  console.log(
    `${withWorker ? "worker   " : "no worker"} ${frames.length} frames: median ${share(frames, 0.5)} ms, 95 % ${share(frames, 0.95)} ms,` +
      ` 99 % ${share(frames, 0.99)} ms, longest ${share(frames, 1)} ms, ${over} over 50 ms`,
  );
  console.log(
    `          processor time of a frame: median ${share(own, 0.5)} ms, 99 % ${share(own, 0.99)} ms, longest ${share(own, 1)} ms, ${own.filter((ms) => ms > 50).length} over 50 ms`,
  );
  console.log(
    `          points ${sizes.points} bytes; list after ${listedAfter} ms, signs after ${shownAfter} ms;` +
      ` long tasks while loading ${loading.join(" ") || "none"}, while moving ${tasks.join(" ") || "none"}`,
  );
  await context.close();
}
await browser.close();

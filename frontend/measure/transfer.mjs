// What a first visit transfers until the map is usable, compressed, as the browser's own network counts it:
// node measure/transfer.mjs [ORIGIN] [PATH]. Usable: signs of points stand on the map and the list is there.
import { chromium } from "playwright-core";

const [origin = "http://127.0.0.1:8380", path = "/"] = process.argv.slice(2);
const APART = [/^\/tiles\//, /^\/api\/walk-pack/];

const browser = await chromium.launch({
  executablePath: process.env.SANFEN_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
try {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "zh-CN", serviceWorkers: "block" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const addresses = new Map();
  const sizes = new Map();
  session.on("Network.requestWillBeSent", ({ requestId, request }) => addresses.set(requestId, request.url));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
  await page.goto(origin + path);
  await page.locator(".point-icon, .cluster-icon, .map-points").first().waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  const rows = [...sizes].map(([id, bytes]) => [addresses.get(id).slice(origin.length), bytes]);
  const counts = ([address]) => !APART.some((apart) => apart.test(address));
  const sum = (some) => some.reduce((total, [, bytes]) => total + bytes, 0);
  for (const [address, bytes] of rows.sort((a, b) => b[1] - a[1])) {
    console.log(`${String(bytes).padStart(8)}  ${counts([address]) ? " " : "(apart)"} ${address}`);
  }
  console.log(`${sum(rows.filter(counts))} bytes to the first usable map, without tiles and pack (${sum(rows)} with them)`);
} finally {
  await browser.close();
}

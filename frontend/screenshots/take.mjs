// The README's pictures, from a running Sanfen with Monaco: node frontend/screenshots/take.mjs http://127.0.0.1:8380
import { chromium } from "playwright-core";

const base = process.argv[2] ?? "http://127.0.0.1:8380";
const here = new URL(".", import.meta.url).pathname;
const pictures = [
  {
    name: "map-1280-light-en",
    width: 1280,
    height: 800,
    scheme: "light",
    lang: "en",
    path: "/?place=monaco",
    nearest: true,
  },
  {
    name: "map-390-dark-zh",
    width: 390,
    height: 844,
    scheme: "dark",
    lang: "zh-Hans",
    path: "/?place=monaco",
    nearest: true,
  },
  {
    name: "way-390-light-en",
    width: 390,
    height: 844,
    scheme: "light",
    lang: "en",
    path: "/?place=monaco",
    nearest: true,
    way: true,
  },
  {
    name: "use-390-light-zh",
    width: 390,
    height: 844,
    scheme: "light",
    lang: "zh-Hans",
    path: "/?place=monaco",
    nearest: true,
    way: true,
    use: true,
  },
  {
    name: "report-1280-light-en",
    width: 1280,
    height: 1100,
    scheme: "light",
    lang: "en",
    path: "/report/yantian?standard=aed-fetch-4min",
  },
];

const browser = await chromium.launch({
  executablePath: process.env.SANFEN_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
for (const { name, width, height, scheme, lang, path, nearest, way, use } of pictures) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    geolocation: { longitude: 7.4215, latitude: 43.7385 },
    permissions: ["geolocation"],
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  await page.goto(`${base}${path}&lang=${lang}`);
  await page.waitForLoadState("networkidle");
  if (nearest) await page.getByRole("button", { name: /^AED/ }).first().click();
  if (way) await page.locator(".row").first().click();
  if (use) {
    for (const key of ["ArrowUp", "ArrowUp"]) await page.locator(".sheet-handle").press(key);
    await page.locator(".steps").evaluate((steps) => steps.scrollIntoView());
    await page.locator(".sheet-handle").evaluate((handle) => handle.blur());
  }
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${here}${name}.png` });
  await context.close();
}
await browser.close();

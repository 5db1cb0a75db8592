// Issue 4's figures of the pages by one command: node measure/all.mjs [ORIGIN] [PLACE] [RUNS]
// Lighthouse of the map, a point and the report (npm ci in this folder before the first time), then the frames of PLACE's
// map, which should hold many points (points.sql). The machine's load stands beside: above 2 or so, read processor times.
import { spawnSync } from "node:child_process";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";

const [origin = "http://127.0.0.1:8380", place = "helsinki", runs = "3"] = process.argv.slice(2);
const folder = fileURLToPath(new URL(".", import.meta.url));
let failed = false;
for (const [script, ...words] of [
  ["lighthouse.mjs", origin, runs],
  ["points.mjs", origin, place],
]) {
  console.log(`# ${script} at load ${loadavg()[0].toFixed(1)}`);
  const { status } = spawnSync(process.execPath, [folder + script, ...words], { stdio: "inherit" });
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;

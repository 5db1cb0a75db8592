import type { Locating, Origin } from "./state";

const PATIENCE_MS = 10_000;
const FRESH_MS = 60_000;

/** Asks the device where it is, once; the answer stays in the page. */
export function askDevice(): Promise<Origin | Exclude<Locating, "idle" | "asking">> {
  return new Promise((resolve) => {
    if (!navigator.geolocation) {
      resolve("unavailable");
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({ lon: coords.longitude, lat: coords.latitude, from: "device", accuracyM: coords.accuracy }),
      (error) =>
        resolve(
          error.code === error.PERMISSION_DENIED
            ? "denied"
            : error.code === error.TIMEOUT
              ? "timeout"
              : "unavailable",
        ),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: FRESH_MS },
    );
  });
}

import { nothing, type TemplateResult } from "lit/html.js";
import type { PlaceInfo } from "../map";
import type { OfflineState } from "./index";

/** The quiet bar: what is shown is not fresh, and from when it is. `offline` is the page's word on the network. */
export function offlineBar(
  _offline: OfflineState,
  _place: PlaceInfo | null,
  _isOffline: boolean,
): TemplateResult | typeof nothing {
  return nothing;
}

/** A new version of the app waits. */
export function updateNotice(_offline: OfflineState): TemplateResult | typeof nothing {
  return nothing;
}

/** Keep this area on my phone: button with size and progress, the kept places with forget. */
export function offlineView(
  _offline: OfflineState,
  _place: PlaceInfo | null,
  _places: PlaceInfo[],
): TemplateResult | typeof nothing {
  return nothing;
}

import { html, nothing, type TemplateResult } from "lit/html.js";
import { language, type MessageKey, t } from "../i18n";
import { localName, type PlaceInfo } from "../map/place";
import type { KeptPlace, OfflineFailure, OfflineState } from "./index";
import { momentWords, sizeWords } from "./words";

type Nothing = typeof nothing;

/**
 * The quiet bar: what is shown is not fresh, and from when it is.
 *
 * @param failure what the page itself has met since it loaded
 */
export function offlineBar(
  offline: OfflineState,
  place: PlaceInfo | null,
  failure: "offline" | "server" | null,
  retry: () => void,
): TemplateResult | Nothing {
  const trouble = place ? offline.dataTrouble(place.id) : null;
  if (!place || (!trouble && !failure)) return nothing;
  const isOffline = trouble === "network" || failure === "offline";
  const at = offline.dataTime(place.id);
  const newer = trouble !== null && isNewer(offline, place.id, at);
  const when = at ? momentWords(at, place.zone) : null;
  return html`<div class="offline-bar" role="status">
    <p>${
      newer
        ? t("offline.newer")
        : when
          ? t(isOffline ? "offline.bar" : "offline.bar_server", { when })
          : t(isOffline ? "error.offline" : "error.server")
    }</p>
    <button type="button" class="way" @click=${retry}>${t(newer ? "offline.show" : "error.retry")}</button>
  </div>`;
}

/** Whether the kept copy was brought up to date since the page read it. */
function isNewer(offline: OfflineState, place: string, at: Date | null): boolean {
  const kept = offline.now.kept.find((one) => one.place === place);
  return kept !== undefined && at !== null && kept.keptAt > at;
}

/** A new version of the app waits. */
export function updateNotice(offline: OfflineState): TemplateResult | Nothing {
  if (!offline.now.updateReady) return nothing;
  return html`<div class="offline-bar" role="status">
    <p>${t("offline.update")}</p>
    <button type="button" class="way" @click=${() => offline.applyUpdate()}>${t("offline.update_now")}</button>
  </div>`;
}

/** Keep this area on my phone: button with size and progress, the kept places with a way to take them off again. */
export function offlineView(
  offline: OfflineState,
  place: PlaceInfo | null,
  places: PlaceInfo[],
): TemplateResult | Nothing {
  if (!place) return nothing;
  const { supported, kept, failure } = offline.now;
  return html`<details class="offline-keep" @toggle=${(event: Event) => {
    if ((event.target as HTMLDetailsElement).open) offline.askSize(place.id);
  }}>
    <summary>${t("offline.title")}</summary>
    ${supported ? keepPart(offline, place) : html`<p class="quiet">${t("offline.unsupported")}</p>`}
    ${failure ? html`<p class="warn" role="alert">${t(FAILURES[failure])}</p>` : nothing}
    ${kept.length > 0 ? keptList(offline, kept, places) : nothing}
    <p class="hidden" role="status">${said(offline, place)}</p>
  </details>`;
}

const FAILURES: Record<OfflineFailure, MessageKey> = {
  storage_full: "offline.storage_full",
  network: "offline.failed_network",
  server: "offline.failed_server",
};

function keepPart(offline: OfflineState, place: PlaceInfo): TemplateResult {
  const { progress, kept } = offline.now;
  if (progress) return progressPart(offline, progress);
  const here = kept.find((one) => one.place === place.id);
  if (here?.whole) {
    return html`
      <p>${t("offline.kept", { when: momentWords(here.keptAt, place.zone) })}</p>
      <button type="button" class="way" @click=${() => offline.keep(place.id)}>${t("offline.renew")}</button>`;
  }
  const bytes = offline.size(place.id);
  return html`
    <p>${t(here ? "offline.partly" : "offline.why")}</p>
    <button type="button" class="way way-first" @click=${() => offline.keep(place.id)}>
      ${bytes === null ? t("offline.keep") : t("offline.keep_size", { size: sizeWords(bytes) })}
    </button>`;
}

function progressPart(
  offline: OfflineState,
  { doneBytes, totalBytes }: { doneBytes: number; totalBytes: number },
): TemplateResult {
  return html`
    <p id="offline-progress">${t("offline.progress", { done: sizeWords(doneBytes), all: sizeWords(totalBytes) })}</p>
    <progress max=${Math.max(totalBytes, 1)} .value=${doneBytes} aria-labelledby="offline-progress"></progress>
    <button type="button" class="way" @click=${() => offline.cancel()}>${t("offline.cancel")}</button>`;
}

function keptList(offline: OfflineState, kept: KeptPlace[], places: PlaceInfo[]): TemplateResult {
  return html`<h3 class="offline-heading">${t("offline.list")}</h3>
    <ul class="offline-list">${kept.map((one) => {
      const place = places.find((known) => known.id === one.place);
      const name = (place && localName(place, language())) ?? one.place;
      return html`<li>
        <span>${name} <span class="quiet">${sizeWords(one.bytes)} · ${t(one.whole ? "offline.whole" : "offline.without_map")}</span></span>
        <button type="button" class="way" aria-label=${t("offline.forget_place", { name })}
          @click=${() => offline.forget(one.place)}>${t("offline.forget")}</button>
      </li>`;
    })}</ul>`;
}

/** What a screen reader is told: that it began, and that it is done; not each step. */
function said({ now }: OfflineState, place: PlaceInfo): string {
  if (now.progress) return t("offline.said_keeping");
  return now.kept.some((one) => one.place === place.id && one.whole) ? t("offline.said_kept") : "";
}

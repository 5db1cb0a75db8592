import { keyed } from "lit/directives/keyed.js";
import { html, nothing, type TemplateResult } from "lit/html.js";
import { language, t } from "../i18n";
import type { Point } from "./directory";
import { hasNoNetwork, type State } from "./state";
import { inLanguage } from "./words";

/** A photo as GET /api/map-points tells it. */
export interface PointPhoto {
  hash: string;
  width: number;
  height: number;
  caption?: Record<string, string>;
}

/**
 * The photos of a point, behind a tap: everything else on the map is asked for place by place, and a photo alone would tell
 * the site which point somebody looks at. Without a network there are none, since none are kept.
 */
export function photosView(point: Point, title: string, state: State): TemplateResult | typeof nothing {
  const photos = point.photos ?? [];
  if (!photos.length || hasNoNetwork(state)) return nothing;
  return html`${keyed(
    point.id,
    html`<details class="photos" @toggle=${load}>
      <summary>${photos.length === 1 ? t("details.show_photo") : t("details.show_photos", { n: photos.length })}</summary>
      <p class="quiet">${t("details.photo_why")}</p>
      ${photos.map((photo, at) => photoView(point.id, photo, at + 1, title))}
    </details>`,
  )}`;
}

function photoView(id: string, photo: PointPhoto, n: number, title: string): TemplateResult {
  const caption = inLanguage(photo.caption);
  const path = `/p/${encodeURIComponent(id)}/photos/${n}.jpg?v=${photo.hash}`;
  return html`<figure lang=${language()}>
    <img data-src="${path}&size=small" width=${photo.width} height=${photo.height}
      alt=${caption ?? t("details.photo_alt", { name: title })} @error=${leaveOut} />
    <p class="quiet" role="status" hidden>${t("details.photo_failed")}</p>
    ${caption ? html`<figcaption>${caption}</figcaption>` : nothing}
  </figure>`;
}

function load(event: Event): void {
  for (const image of (event.target as HTMLElement).querySelectorAll<HTMLImageElement>("img[data-src]")) {
    image.src = image.dataset.src ?? "";
    image.removeAttribute("data-src");
  }
}

/** The network went meanwhile, or the server has a fault: no broken picture, but a word. */
function leaveOut(event: Event): void {
  const image = event.target as HTMLElement;
  image.hidden = true;
  (image.nextElementSibling as HTMLElement).hidden = false;
}

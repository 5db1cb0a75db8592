import { gcjToBd, type LonLat, wgsToGcj } from "../geo/gcj";
import { inMainlandChina } from "../geo/mainland";
import type { MessageKey } from "../i18n";

/** A link that opens a point in another app. It holds the point's position only: where the walk begins, the other app asks. */
export interface HandOff {
  app: "geo" | "amap" | "baidu" | "tencent" | "apple" | "google";
  words: MessageKey;
  href: string;
}

/** Who sends the visitor: asked for by three of them, and the same for every visitor. */
const FROM = "sanfen";

/**
 * Links to navigation apps, those that people of the place use first. AMap, Tencent, and inside mainland China Google and
 * Apple draw in GCJ-02, Baidu in BD-09; outside it all of them take WGS-84. That Google and Apple take the coordinates of
 * the map that they draw stands in none of their pages; it is what people find who use their links in China.
 */
export function handOffs(
  point: { lon: number; lat: number },
  title: string,
  country?: string | null,
): HandOff[] {
  const bent = inMainlandChina(point, country);
  const gcj = bent ? wgsToGcj(point) : point;
  const name = plain(title);
  const links: HandOff[] = [
    { app: "amap", words: "handoff.amap", href: amap(gcj, name) },
    {
      app: "baidu",
      words: "handoff.baidu",
      href: bent ? baidu(gcjToBd(gcj), name, "bd09ll") : baidu(point, name, "wgs84"),
    },
    { app: "tencent", words: "handoff.tencent", href: tencent(gcj, name) },
    { app: "apple", words: "handoff.apple", href: apple(gcj) },
    { app: "google", words: "handoff.google", href: google(gcj) },
  ];
  const anyApp: HandOff = { app: "geo", words: "handoff.geo", href: geo(point, name) };
  return bent ? [...links, anyApp] : [anyApp, ...links.reverse()];
}

/**
 * Longitude first, GCJ-02: a route's address has no parameter for another system (a marker's has). Without a start a phone
 * takes its own position. https://lbs.amap.com/api/uri-api/guide/travel/route (2025-03-03)
 */
function amap({ lon, lat }: LonLat, name: string): string {
  return `https://uri.amap.com/navigation?to=${degrees(lon)},${degrees(lat)},${name}&mode=walk&src=${FROM}&callnative=1`;
}

/**
 * A marker, since a route must name its start (origin), which we keep to ourselves. Latitude first; title, content, output
 * and src are required, src as webapp.company.app. https://lbsyun.baidu.com/index.php?title=uri/api/web
 */
function baidu({ lon, lat }: LonLat, name: string, system: "bd09ll" | "wgs84"): string {
  return `https://api.map.baidu.com/marker?location=${degrees(lat)},${degrees(lon)}&title=${name}&content=${name}&coord_type=${system}&output=html&src=webapp.${FROM}.${FROM}`;
}

/**
 * Latitude first, GCJ-02 unless coord_type says otherwise; to and referer are required. Walking, and a start that a phone
 * finds itself, are for phones only. https://lbs.qq.com/webApi/uriV1/uriGuide/uriWebRoute
 */
function tencent({ lon, lat }: LonLat, name: string): string {
  return `https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=${name}&tocoord=${degrees(lat)},${degrees(lon)}&referer=${FROM}`;
}

/**
 * Latitude first; on foot; from "here". Without a name: q labels a place (ll, address), but would be searched for beside a
 * route. https://developer.apple.com/library/archive/featuredarticles/iPhoneURLScheme_Reference/MapLinks/MapLinks.html; the
 * newer /directions?destination=&mode=walking (https://developer.apple.com/documentation/mapkit/unified-map-urls) is known
 * to iOS 18.4 and later only.
 */
function apple({ lon, lat }: LonLat): string {
  return `https://maps.apple.com/?daddr=${degrees(lat)},${degrees(lon)}&dirflg=w`;
}

/** Latitude first, the comma encoded. https://developers.google.com/maps/documentation/urls/get-started */
function google({ lon, lat }: LonLat): string {
  return `https://www.google.com/maps/dir/?api=1&destination=${degrees(lat)}%2C${degrees(lon)}&travelmode=walking`;
}

/**
 * Latitude first and WGS-84 by definition (https://www.rfc-editor.org/rfc/rfc5870); its query, which Android's maps show as
 * a labelled pin, is theirs: https://developer.android.com/guide/components/google-maps-intents
 */
function geo({ lon, lat }: LonLat, name: string): string {
  const at = `${degrees(lat)},${degrees(lon)}`;
  return `geo:${at}?q=${at}(${name})`;
}

/** Six decimals, a hand's breadth. */
function degrees(value: number): string {
  return value.toFixed(6);
}

/** A title that can end neither a parameter nor the brackets around a label. */
function plain(title: string): string {
  return encodeURIComponent(title).replace(/[()]/g, (bracket) => (bracket === "(" ? "%28" : "%29"));
}

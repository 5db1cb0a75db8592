import { gcjToBd, wgsToGcj } from "../geo/gcj";
import { inMainlandChina } from "../geo/mainland";
import type { MessageKey } from "../i18n";

/** A link that opens a point in another app. It holds the point's position only: where the walk begins, the other app asks. */
export interface HandOff {
  app: "geo" | "amap" | "baidu" | "tencent" | "apple" | "google";
  words: MessageKey;
  href: string;
}

const FROM = "sanfen";

/**
 * Links to navigation apps, those that people of the place use first. AMap, Tencent, and inside mainland China Google and
 * Apple draw in GCJ-02, Baidu in BD-09; outside it all of them take WGS-84. geo: is WGS-84 by definition (RFC 5870).
 */
export function handOffs(
  point: { lon: number; lat: number },
  title: string,
  country?: string | null,
): HandOff[] {
  const bent = inMainlandChina(point, country);
  const gcj = bent ? wgsToGcj(point) : point;
  const bd = bent ? gcjToBd(gcj) : point;
  const name = encodeURIComponent(title);
  const latLon = pair(gcj.lat, gcj.lon);
  const own = pair(point.lat, point.lon);
  const links: HandOff[] = [
    {
      app: "amap",
      words: "handoff.amap",
      href: `https://uri.amap.com/navigation?to=${pair(gcj.lon, gcj.lat)},${name}&mode=walk&coordinate=${bent ? "gaode" : "wgs84"}&src=${FROM}&callnative=1`,
    },
    {
      app: "baidu",
      words: "handoff.baidu",
      href: `https://api.map.baidu.com/marker?location=${pair(bd.lat, bd.lon)}&title=${name}&content=${name}&coord_type=${bent ? "bd09ll" : "wgs84"}&output=html&src=${FROM}`,
    },
    {
      app: "tencent",
      words: "handoff.tencent",
      href: `https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=${name}&tocoord=${latLon}&referer=${FROM}`,
    },
    {
      app: "apple",
      words: "handoff.apple",
      href: `https://maps.apple.com/?daddr=${latLon}&q=${name}&dirflg=w`,
    },
    {
      app: "google",
      words: "handoff.google",
      href: `https://www.google.com/maps/dir/?api=1&destination=${latLon}&travelmode=walking`,
    },
  ];
  const geo: HandOff = { app: "geo", words: "handoff.geo", href: `geo:${own}?q=${own}(${name})` };
  return bent ? [...links, geo] : [geo, ...links.reverse()];
}

/** Six decimals, a hand's breadth. */
function pair(a: number, b: number): string {
  return `${a.toFixed(6)},${b.toFixed(6)}`;
}

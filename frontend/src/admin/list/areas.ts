/** An area of the place as GET /api/areas tells it. */
export interface AreaFeature {
  id: string;
  geometry: { type: "MultiPolygon"; coordinates: number[][][][] };
  properties: { layer: string; name: string; names?: Record<string, string>; admin_level?: number };
}

interface Ring {
  xs: Float64Array;
  ys: Float64Array;
}

/** Which areas a position lies in. */
export class Areas {
  private readonly outlines: { feature: AreaFeature; box: number[]; rings: Ring[] }[];

  constructor(readonly features: AreaFeature[]) {
    this.outlines = features.map((feature) => {
      const rings = feature.geometry.coordinates.flat();
      const xs = rings.flatMap((ring) => ring.map(([x]) => x));
      const ys = rings.flatMap((ring) => ring.map(([, y]) => y));
      const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
      const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
      return {
        feature,
        box: [least(xs), least(ys), most(xs), most(ys)],
        rings: rings.map((ring) => ({
          xs: Float64Array.from(ring, ([x]) => x),
          ys: Float64Array.from(ring, ([, y]) => y),
        })),
      };
    });
  }

  /** Ids of the areas around a position. */
  around(lon: number, lat: number): string[] {
    return this.outlines
      .filter(
        ({ box: [west, south, east, north] }) => lon >= west && lon <= east && lat >= south && lat <= north,
      )
      .filter(({ rings }) => isInside(rings, lon, lat))
      .map(({ feature }) => feature.id);
  }
}

/** Even-odd over all rings, so that holes are outside. */
function isInside(rings: Ring[], lon: number, lat: number): boolean {
  let inside = false;
  for (const { xs, ys } of rings) {
    for (let i = 0, j = xs.length - 1; i < xs.length; j = i++) {
      if (ys[i] > lat !== ys[j] > lat && lon < ((xs[j] - xs[i]) * (lat - ys[i])) / (ys[j] - ys[i]) + xs[i])
        inside = !inside;
    }
  }
  return inside;
}

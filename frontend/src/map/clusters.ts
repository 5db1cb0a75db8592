import Supercluster, { type PointFeature } from "supercluster";

export type View = [west: number, south: number, east: number, north: number];

/** What stands at one spot of the map: four numbers each in {@link ClusterIndex.inView}'s answer. */
export interface Standing {
  lon: number;
  lat: number;
  /** Points in it; 1 for a point by itself. */
  count: number;
  /** The point's index, or the cluster's number. */
  id: number;
}

export const NUMBERS_EACH = 4;
/** More than a sign is wide, so that neighbours can be told apart and tapped. */
const RADIUS_PX = 60;
/** Pixels of a tile, as Leaflet has them. */
const TILE_PX = 256;
const CLOSEST_ZOOM = 19;

/** Clusters of points by zoom. Knows points by their index only; the same in a worker and without one. */
export class ClusterIndex {
  private readonly index = new Supercluster<{ at: number }>({
    radius: RADIUS_PX,
    extent: TILE_PX,
    maxZoom: CLOSEST_ZOOM,
  });

  /** @param positions longitude and latitude of each point in turn */
  constructor(positions: Float64Array) {
    const features: PointFeature<{ at: number }>[] = new Array(positions.length / 2);
    for (let at = 0; at < features.length; at++) {
      features[at] = {
        type: "Feature",
        geometry: { type: "Point", coordinates: [positions[2 * at], positions[2 * at + 1]] },
        properties: { at },
      };
    }
    this.index.load(features);
  }

  /** What stands in a view, packed: see {@link Standing}. */
  inView(view: View, zoom: number): Float64Array {
    const found = this.index.getClusters(view, zoom);
    const packed = new Float64Array(found.length * NUMBERS_EACH);
    found.forEach(({ geometry, properties }, i) => {
      const isCluster = "cluster" in properties;
      packed[NUMBERS_EACH * i] = geometry.coordinates[0];
      packed[NUMBERS_EACH * i + 1] = geometry.coordinates[1];
      packed[NUMBERS_EACH * i + 2] = isCluster ? properties.point_count : 1;
      packed[NUMBERS_EACH * i + 3] = isCluster ? properties.cluster_id : properties.at;
    });
    return packed;
  }

  /** The zoom that takes a cluster apart; its points where none does, as several stand at one spot. */
  open(cluster: number): number | Float64Array {
    const zoom = this.index.getClusterExpansionZoom(cluster);
    if (zoom <= CLOSEST_ZOOM) return zoom;
    return Float64Array.from(this.index.getLeaves(cluster, Infinity), (leaf) => leaf.properties.at);
  }
}

export function unpack(packed: Float64Array): Standing[] {
  const standing: Standing[] = [];
  for (let i = 0; i < packed.length; i += NUMBERS_EACH) {
    standing.push({ lon: packed[i], lat: packed[i + 1], count: packed[i + 2], id: packed[i + 3] });
  }
  return standing;
}

import { ClusterIndex, type View } from "./clusters";

/** What the page sends: points to cluster, or a question about the ones sent last. */
export type ClusterQuestion =
  | { set: number; positions: Float64Array }
  | { set: number; ask: number; view: View; zoom: number }
  | { set: number; ask: number; open: number };

export interface ClusterReply {
  ask: number;
  found: Float64Array | number;
}

let index: ClusterIndex | null = null;
let set = 0;

self.onmessage = ({ data }: MessageEvent<ClusterQuestion>) => {
  if ("positions" in data) {
    index = new ClusterIndex(data.positions);
    set = data.set;
  } else if (index && data.set === set) {
    const found = "view" in data ? index.inView(data.view, data.zoom) : index.open(data.open);
    const reply: ClusterReply = { ask: data.ask, found };
    self.postMessage(reply);
  }
};

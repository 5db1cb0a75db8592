import { getJson } from "../http";

/** Coverage by one standard, as GET /api/overlays tells it. */
export interface Overlay {
  standard: string;
  names: Record<string, string>;
  kinds: string[];
  /** Whether some streets may be reached by day only. */
  night: boolean;
  /** Address of the tiles up to the zoom. */
  tiles: string;
}

/** What the map can lay over its streets, and what it does. */
export interface OverlayState {
  /** Null until somebody has asked. */
  overlays: Overlay[] | null;
  overlayTrouble: "loading" | "failed" | null;
  /** The standard that is shown; part of the address. */
  overlay: string | null;
}

export const NO_OVERLAY: OverlayState = { overlays: null, overlayTrouble: null, overlay: null };

/** Coverage that can be shown of a place as a whole. */
export async function listOverlays(place: string): Promise<Overlay[]> {
  return (await getJson<{ overlays: Overlay[] }>(`/api/overlays?place=${place}`)).overlays;
}

export function findOverlay({ overlays, overlay }: OverlayState): Overlay | undefined {
  return overlays?.find(({ standard }) => standard === overlay);
}

import { nineAround, type Tile, tileAt, tileKey } from "./blocks";

/**
 * Guards the visitor: until a position is known, a view may ask for the blocks it shows. From then on a view asks for
 * nothing; the nine blocks around the position's block are allowed, all of them and in one order, and further ones only
 * when the visitor himself pans out of those. All sources of a map share one guard.
 */
export class BlockGuard {
  private readonly allowed = new Map<string, Tile>();
  private readonly listeners: ((blocks: Tile[]) => void)[] = [];
  private anchored = false;

  constructor(private readonly blockZoom: number) {}

  /** Whether a position is known, so that views ask for nothing. */
  get isAnchored(): boolean {
    return this.anchored;
  }

  /** Runs with what is allowed so far, and with all that will be: each time every block, in one order. */
  onAllowed(listener: (blocks: Tile[]) => void): void {
    this.listeners.push(listener);
    if (this.anchored) listener([...this.allowed.values()]);
  }

  /** Forgets a listener. */
  offAllowed(listener: (blocks: Tile[]) => void): void {
    const at = this.listeners.indexOf(listener);
    if (at >= 0) this.listeners.splice(at, 1);
  }

  /** The page knows a position now: only its block, never the position itself, decides what is asked for. */
  anchor(lon: number, lat: number): void {
    this.anchored = true;
    this.allowNine(tileAt(lon, lat, this.blockZoom));
  }

  /** The visitor has panned by hand: what lies beyond the allowed blocks may be loaded, nine at a time. */
  pannedTo(lon: number, lat: number): void {
    const block = tileAt(lon, lat, this.blockZoom);
    if (this.anchored && !this.allowed.has(tileKey(block))) this.allowNine(block);
  }

  private allowNine(block: Tile): void {
    const nine = nineAround(block);
    for (const one of nine) this.allowed.set(tileKey(one), one);
    for (const listener of this.listeners) listener(nine);
  }
}

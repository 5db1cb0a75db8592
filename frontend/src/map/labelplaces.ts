/** A place for a label's middle, CSS pixels, and its turn in radians. */
export interface LabelPlace {
  x: number;
  y: number;
  angle: number;
}

const CELL_PX = 16;

/** Which parts of the canvas already bear a label; a coarse grid is enough for words. */
export class Occupied {
  private readonly columns: number;
  private readonly rows: number;
  private readonly cells: Uint8Array;

  constructor(width: number, height: number) {
    this.columns = Math.ceil(width / CELL_PX) + 1;
    this.rows = Math.ceil(height / CELL_PX) + 1;
    this.cells = new Uint8Array(this.columns * this.rows);
  }

  /** Takes the cells under a label, unless one is taken or none is on the canvas. */
  take(x: number, y: number, width: number, height: number, angle: number): boolean {
    const wanted: number[] = [];
    const steps = Math.max(2, Math.ceil(width / (CELL_PX / 2)));
    for (let i = 0; i <= steps; i++) {
      const along = (i / steps - 0.5) * (width + 6);
      for (const across of [-height * 0.6, 0, height * 0.6]) {
        const column = Math.floor((x + along * Math.cos(angle) - across * Math.sin(angle)) / CELL_PX);
        const row = Math.floor((y + along * Math.sin(angle) + across * Math.cos(angle)) / CELL_PX);
        if (column < 0 || row < 0 || column >= this.columns || row >= this.rows) continue;
        const cell = row * this.columns + column;
        if (this.cells[cell]) return false;
        wanted.push(cell);
      }
    }
    for (const cell of wanted) this.cells[cell] = 1;
    return wanted.length > 0;
  }
}

/**
 * Where a text of a width fits along a line: in its middle and every so many pixels from there, where the line is straight
 * enough that the chord under the text strays little from it. Always readable from left to right.
 */
export function alongLine(
  part: Int32Array,
  scale: number,
  left: number,
  top: number,
  width: number,
  repeat: number,
): LabelPlace[] {
  const count = part.length / 2;
  const lengths = new Float64Array(count);
  for (let i = 1; i < count; i++) {
    lengths[i] =
      lengths[i - 1] + Math.hypot(part[2 * i] - part[2 * i - 2], part[2 * i + 1] - part[2 * i - 1]) * scale;
  }
  const total = lengths[count - 1];
  if (total < width * 1.05) return [];
  const at = (distance: number) => {
    let i = 1;
    while (i < count - 1 && lengths[i] < distance) i++;
    const share = (distance - lengths[i - 1]) / (lengths[i] - lengths[i - 1] || 1);
    return {
      x: (part[2 * i - 2] + (part[2 * i] - part[2 * i - 2]) * share) * scale + left,
      y: (part[2 * i - 1] + (part[2 * i + 1] - part[2 * i - 1]) * share) * scale + top,
    };
  };
  const places: LabelPlace[] = [];
  const middles = [total / 2];
  for (let off = repeat; off + width / 2 < total / 2; off += repeat)
    middles.push(total / 2 - off, total / 2 + off);
  for (const middle of middles) {
    const start = at(middle - width / 2);
    const end = at(middle + width / 2);
    const chord = Math.hypot(end.x - start.x, end.y - start.y);
    if (chord < width * 0.94) continue;
    let angle = Math.atan2(end.y - start.y, end.x - start.x);
    if (angle > Math.PI / 2) angle -= Math.PI;
    if (angle < -Math.PI / 2) angle += Math.PI;
    places.push({ x: (start.x + end.x) / 2, y: (start.y + end.y) / 2, angle });
  }
  return places;
}

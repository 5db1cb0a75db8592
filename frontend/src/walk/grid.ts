import { frameAt } from "./frame";

const FINEST_CELL_M = 60;

/**
 * Line segments by the cells of a grid that their boxes touch, to find those near a spot. A segment is its first vertex and
 * may be reported more than once.
 */
export class SegmentGrid {
  private readonly west: number;
  private readonly south: number;
  private readonly columns: number;
  private readonly rows: number;
  private readonly cellWidth: number;
  private readonly cellHeight: number;
  private readonly firstOfCell: Int32Array;
  private readonly segments: Int32Array;

  constructor(
    private readonly xy: Int32Array,
    starts: Int32Array,
  ) {
    let [west, south, east, north] = [0, 0, 0, 0];
    for (let i = 0; i < starts.length; i++) {
      for (let v = starts[i]; v < starts[i] + 2; v++) {
        const isFirst = i === 0 && v === starts[0];
        west = isFirst ? xy[2 * v] : Math.min(west, xy[2 * v]);
        east = isFirst ? xy[2 * v] : Math.max(east, xy[2 * v]);
        south = isFirst ? xy[2 * v + 1] : Math.min(south, xy[2 * v + 1]);
        north = isFirst ? xy[2 * v + 1] : Math.max(north, xy[2 * v + 1]);
      }
    }
    const frame = frameAt((south + north) / 2);
    const squareM = (east - west + 1) * frame.xMetres * (north - south + 1) * frame.yMetres;
    const cellM = Math.max(FINEST_CELL_M, Math.sqrt(squareM / (2 * Math.max(starts.length, 1))));
    this.west = west;
    this.south = south;
    this.cellWidth = Math.ceil(cellM / frame.xMetres);
    this.cellHeight = Math.ceil(cellM / frame.yMetres);
    this.columns = Math.floor((east - west) / this.cellWidth) + 1;
    this.rows = Math.floor((north - south) / this.cellHeight) + 1;
    const first = new Int32Array(this.columns * this.rows + 1);
    this.eachCell(starts, (cell) => first[cell + 1]++);
    for (let i = 1; i < first.length; i++) first[i] += first[i - 1];
    const fill = first.slice();
    this.segments = new Int32Array(first[first.length - 1]);
    this.eachCell(starts, (cell, start) => {
      this.segments[fill[cell]++] = start;
    });
    this.firstOfCell = first;
  }

  /** Visits every segment whose box meets the box. */
  visit(west: number, south: number, east: number, north: number, visitor: (vertex: number) => void): void {
    const { xy, segments, firstOfCell } = this;
    if (segments.length === 0) return;
    const lastColumn = this.column(east);
    const lastRow = this.row(north);
    for (let row = this.row(south); row <= lastRow; row++) {
      for (let column = this.column(west); column <= lastColumn; column++) {
        const cell = row * this.columns + column;
        for (let i = firstOfCell[cell]; i < firstOfCell[cell + 1]; i++) {
          const v = 2 * segments[i];
          if (
            Math.min(xy[v], xy[v + 2]) <= east &&
            Math.max(xy[v], xy[v + 2]) >= west &&
            Math.min(xy[v + 1], xy[v + 3]) <= north &&
            Math.max(xy[v + 1], xy[v + 3]) >= south
          ) {
            visitor(segments[i]);
          }
        }
      }
    }
  }

  private eachCell(starts: Int32Array, taker: (cell: number, start: number) => void): void {
    const { xy } = this;
    for (let i = 0; i < starts.length; i++) {
      const v = 2 * starts[i];
      const firstColumn = this.column(Math.min(xy[v], xy[v + 2]));
      const lastColumn = this.column(Math.max(xy[v], xy[v + 2]));
      const lastRow = this.row(Math.max(xy[v + 1], xy[v + 3]));
      for (let row = this.row(Math.min(xy[v + 1], xy[v + 3])); row <= lastRow; row++) {
        for (let column = firstColumn; column <= lastColumn; column++) {
          taker(row * this.columns + column, starts[i]);
        }
      }
    }
  }

  private column(x: number): number {
    return Math.max(0, Math.min(this.columns - 1, Math.floor((x - this.west) / this.cellWidth)));
  }

  private row(y: number): number {
    return Math.max(0, Math.min(this.rows - 1, Math.floor((y - this.south) / this.cellHeight)));
  }
}

import type { PlaceInfo } from "../../map";
import type { Kind, PointFeature } from "../model";
import { type AreaFeature, Areas } from "./areas";
import { type Filter, type FilterScene, fits } from "./filter";
import { duplicates, ownProblems, type ProblemId, type ProblemScene } from "./problems";
import { Order, type Row, rowOf, type SortKey } from "./rows";

/** All points of a place in memory, in order, with what they are filtered by; made for tens of thousands. */
export class PointList {
  private byId = new Map<string, Row>();
  private ordered: Row[] = [];
  private order = new Order("name", false);
  private areas = new Areas([]);
  private areasOf = new Map<string, string[]>();
  private problems = new Map<string, ProblemId[]>();
  private twice: Set<string> | null = null;
  private today = "";
  /** Put since all were asked for. */
  private readonly fresh = new Set<string>();

  constructor(
    private readonly place: PlaceInfo | null,
    private readonly kinds: Map<string, Kind>,
  ) {
    const zone = place?.zone ?? "UTC";
    this.today = new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(new Date());
  }

  get rows(): readonly Row[] {
    return this.ordered;
  }

  find(id: string): Row | undefined {
    return this.byId.get(id);
  }

  setAreas(features: AreaFeature[]): void {
    this.areas = new Areas(features);
    this.areasOf.clear();
    this.problems.clear();
  }

  /** A list of all points has been asked for: what is put from now on may be newer than its answer. */
  expect(): void {
    this.fresh.clear();
  }

  /** Takes all points in, but for those that are known in a later state. */
  setPoints(points: PointFeature[]): void {
    const added = [...this.fresh].map((id) => this.byId.get(id)).filter((row) => row !== undefined);
    const rows = new Map(points.map((point) => [point.id, this.rowFor(point)]));
    for (const row of added) if (!rows.has(row.id)) rows.set(row.id, row);
    this.byId = rows;
    this.ordered = this.order.sort([...this.byId.values()]);
    this.areasOf.clear();
    this.problems.clear();
    this.twice = null;
  }

  /** Takes new states of some points in; of few, each finds its place in the order without sorting all. */
  put(points: PointFeature[]): void {
    const fresh = points.map((point) => this.rowFor(point));
    const ids = new Set(fresh.map((row) => row.id));
    for (const row of fresh) {
      this.fresh.add(row.id);
      this.byId.set(row.id, row);
      this.areasOf.delete(row.id);
      this.problems.delete(row.id);
    }
    this.twice = null;
    if (fresh.length > 50) {
      this.ordered = this.order.sort([...this.byId.values()]);
      return;
    }
    this.ordered = this.ordered.filter((row) => !ids.has(row.id));
    for (const row of fresh) this.ordered.splice(this.rankOf(row), 0, row);
  }

  sort(key: SortKey, descending: boolean): void {
    if (key === this.order.key && descending === this.order.descending) return;
    this.order = new Order(key, descending);
    this.ordered = this.order.sort(this.ordered);
  }

  /** Rows that fit, in order. */
  show(filter: Filter): Row[] {
    return this.ordered.filter(fits(filter, this.scene));
  }

  problemsOf(row: Row): ProblemId[] {
    let own = this.problems.get(row.id);
    if (!own) {
      own = ownProblems(row, this.problemScene);
      this.problems.set(row.id, own);
    }
    return this.isTwice(row) ? [...own, "duplicate"] : own;
  }

  private isTwice(row: Row): boolean {
    this.twice ??= duplicates(this.ordered);
    return this.twice.has(row.id);
  }

  private rowFor(point: PointFeature): Row {
    const known = this.byId.get(point.id);
    if (!known) return rowOf(point, this.kinds);
    const [old, now] = [known.point.properties, point.properties];
    const isSame = old.revision === now.revision && old.change_number === now.change_number;
    return isSame || old.revision > now.revision ? known : rowOf(point, this.kinds);
  }

  private rankOf(row: Row): number {
    let [low, high] = [0, this.ordered.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.order.compare(this.ordered[middle], row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private areaIds(row: Row): string[] {
    let ids = this.areasOf.get(row.id);
    if (!ids) {
      ids = this.areas.around(row.lon, row.lat);
      this.areasOf.set(row.id, ids);
    }
    return ids;
  }

  private get scene(): FilterScene {
    return {
      today: this.today,
      areasOf: (row) => this.areaIds(row),
      problemsOf: (row) => this.problemsOf(row),
      isTwice: (row) => this.isTwice(row),
    };
  }

  private get problemScene(): ProblemScene {
    return {
      country: this.place?.country,
      hasHours: (kind) => this.kinds.get(kind)?.hours !== false,
      isInside: (row) => this.areas.features.length === 0 || this.areaIds(row).length > 0,
    };
  }
}

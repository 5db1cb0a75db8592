import { language } from "../i18n";
import type { PlaceInfo } from "../map";
import type { BulkDeed } from "./bulk/bulk";
import { displayName } from "./draft";
import { EditorMap, type MapEvents } from "./editormap";
import { kindName } from "./fields";
import type { AreaFeature } from "./list/areas";
import { USUAL_COLUMNS } from "./list/columns";
import { type Filter, NO_FILTER, type View } from "./list/filter";
import { PointList } from "./list/pointlist";
import type { ProblemId } from "./list/problems";
import type { Row, SortKey } from "./list/rows";
import { NOTHING, type Reach, type Selection, select, selectAll } from "./list/selection";
import { ChangedStreets } from "./live/streets";
import type { Kind, PointFeature } from "./model";
import type { Deed } from "./pointedit";
import type { Station } from "./stations/nearest";
import { Undos } from "./undo/undos";

/** What happens on the map or by undoing that concerns more than the desk. */
interface DeskEvents extends Pick<MapEvents, "onChoose" | "onPlace" | "onDrag" | "onMove" | "onNudge"> {
  /** Something that is shown has changed. */
  redraw(): void;
  /** These points are otherwise by an undo or redo. */
  undid(points: PointFeature[]): void;
  /** To be said, with how it is undone. */
  say(text: string, undo?: (() => void) | null): void;
}

const STATIONS = new Set(["micro_fire_station", "emergency_fire_station", "fire_station"]);

/** The points of a place, what of them is listed, sorted and selected, and the map beside the list: both kept in step. */
export class Desk {
  list = new PointList(null, new Map());
  shown: Row[] = [];
  filter: Filter = NO_FILTER;
  columns: readonly SortKey[] = USUAL_COLUMNS;
  sortBy: SortKey = "name";
  descending = false;
  selection: Selection = NOTHING;
  hovered = "";
  stations: Station[] = [];
  areas: AreaFeature[] = [];
  map: EditorMap | null = null;
  undos: Undos | null = null;
  streets: ChangedStreets | null = null;
  /** For the table's column; one function for good, so that it is not taken for a new one. */
  readonly problemsOf = (row: Row): ProblemId[] => this.list.problemsOf(row);
  private kinds = new Map<string, Kind>();
  private placeId = "";

  constructor(private readonly events: DeskEvents) {}

  enter(place: PlaceInfo, kinds: Map<string, Kind>, container: HTMLElement): void {
    this.kinds = kinds;
    this.placeId = place.id;
    this.list = new PointList(place, kinds);
    this.list.sort(this.sortBy, this.descending);
    this.selection = NOTHING;
    this.areas = [];
    this.filter = { ...this.filter, area: "", view: null };
    this.map?.remove();
    this.map = new EditorMap(container, place, {
      ...this.events,
      onSelect: (id) => this.select(id, "toggle"),
      onHover: (id) => this.hover(id),
      onView: (view) => this.viewed(view),
    });
    this.streets = new ChangedStreets(this.map.map);
    this.undos = new Undos(place.id, {
      revisionOf: (id) => this.list.find(id)?.point.properties.revision,
      nameOf: (id) => this.nameOf(id),
      took: (points, text) => {
        this.events.say(text);
        if (place.id !== this.placeId) return;
        this.put(points);
        this.events.undid(points);
      },
      refused: (text) => this.events.say(text),
    });
    this.show();
  }

  setAreas(areas: AreaFeature[]): void {
    this.areas = areas;
    this.list.setAreas(areas);
    this.show();
  }

  setPoints(points: PointFeature[]): void {
    this.list.setPoints(points);
    this.look();
  }

  /** Takes new states of some points in. */
  put(points: PointFeature[]): void {
    this.list.put(points);
    this.look();
  }

  /** What was done to one point; of another place by now, it is only said. */
  took({ place, text, before, after, undoable }: Deed): void {
    if (place !== this.placeId) {
      this.events.say(text);
      return;
    }
    this.put([after]);
    const row = this.list.find(after.id);
    const name =
      (row && displayName(row.flat, language())) ?? kindName(this.kinds.get(after.properties.kind));
    const said = `${name}: ${text}`;
    this.undos?.add(said, [{ before, after }]);
    this.events.say(said, undoable && before ? () => this.undos?.go("undo") : null);
  }

  tookMany({ text, pairs }: BulkDeed): void {
    this.put(pairs.map(({ after }) => after));
    this.undos?.add(text, pairs);
    this.events.say(text, () => this.undos?.go("undo"));
  }

  setFilter(part: Partial<Filter>): void {
    this.filter = { ...this.filter, ...part };
    this.show();
  }

  setInView(on: boolean): void {
    this.setFilter({ view: on && this.map ? this.map.view : null });
  }

  sort(by: SortKey): void {
    this.descending = this.sortBy === by && !this.descending;
    this.sortBy = by;
    this.list.sort(by, this.descending);
    this.show();
  }

  setColumns(columns: readonly SortKey[]): void {
    this.columns = columns;
    this.events.redraw();
  }

  select(id: string, reach: Reach): void {
    this.setSelection(select(this.selection, this.shownIds, id, reach));
  }

  selectAll(): void {
    this.setSelection(selectAll(this.selection, this.shownIds));
  }

  clearSelection(): void {
    this.setSelection(NOTHING);
  }

  /** The selected rows, also those that a filter hides by now. */
  get selectedRows(): Row[] {
    return [...this.selection.ids]
      .map((id) => this.list.find(id))
      .filter((row): row is Row => row !== undefined);
  }

  get shownIds(): string[] {
    return this.shown.map((row) => row.id);
  }

  hover(id: string): void {
    if (id === this.hovered) return;
    this.hovered = id;
    this.map?.hover(this.list.find(id) ?? null);
    this.events.redraw();
  }

  nameOf(id: string): string {
    const row = this.list.find(id);
    return row ? row.name || kindName(this.kinds.get(row.kind), row.kind) : id;
  }

  private setSelection(selection: Selection): void {
    this.selection = selection;
    this.map?.select(selection.ids);
    this.events.redraw();
  }

  private viewed(view: View): void {
    if (this.filter.view) this.setFilter({ view });
  }

  /** The points themselves have changed. */
  private look(): void {
    this.stations = this.list.rows
      .filter((row) => STATIONS.has(row.kind) && row.status !== "removed")
      .map(({ id, name, kindName: kind, point }) => {
        const [lon, lat] = point.geometry.coordinates;
        return { id, label: name || kind, kind, lon, lat };
      });
    this.show();
  }

  private show(): void {
    this.shown = this.list.show(this.filter);
    this.map?.setRows(this.shown, this.kinds);
    this.events.redraw();
  }
}

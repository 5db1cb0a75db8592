import { t } from "../i18n";
import { createMap, L, type PlaceInfo, type PointState, pointIcon } from "../map";
import type { Snap } from "./add/snap";
import { SnapMark } from "./add/snapmark";
import type { View } from "./list/filter";
import type { Row } from "./list/rows";
import type { Kind, Status } from "./model";
import { PointCanvas } from "./pointcanvas";
import { stepped } from "./stations/nearest";

export interface MapEvents {
  onChoose(id: string): void;
  /** A point was clicked with a key held that selects. */
  onSelect(id: string): void;
  /** The point under the pointer; empty for none. */
  onHover(id: string): void;
  onView(view: View): void;
  onPlace(lon: number, lat: number): void;
  /** While the chosen point is being dragged; what it would be set onto there. */
  onDrag(lon: number, lat: number): Snap | null;
  /** It was released; `isFree` where it shall stand just there. */
  onMove(lon: number, lat: number, isFree: boolean): void;
  /** It was moved a step by a key. */
  onNudge(lon: number, lat: number): void;
}

/** The chosen point as the form has it now, which may not be saved yet. */
export interface Chosen {
  id: string | null;
  kind: string;
  status: Status;
  lon: number;
  lat: number;
}

/** Which way an arrow key moves the chosen point: east, north. */
const STEPS: Record<string, [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
/** Metres a step; with Shift held ten times that. */
const STEP_M = 1;

/** The editor's map: every point shown in the list, the chosen one to be dragged, a click to add. */
export class EditorMap {
  readonly map: L.Map;
  private readonly points: PointCanvas;
  private chosen: Chosen | null = null;
  private chosenMarker: L.Marker | null = null;
  private hoverMarker: L.Marker | null = null;
  private placing = false;
  private dragging = false;
  private isFree = false;
  private readonly snapMark: SnapMark;
  private readonly watch: ResizeObserver;

  constructor(
    private readonly container: HTMLElement,
    place: PlaceInfo,
    private readonly events: MapEvents,
  ) {
    this.map = createMap(container, place);
    const pane = this.map.createPane("points");
    pane.classList.add("point-pane");
    this.points = new PointCanvas({ pane: "points", padding: 0.1 });
    this.points.addTo(this.map);
    this.snapMark = new SnapMark(this.map);
    this.map.on("moveend", () => events.onView(this.view));
    this.map.on("click", (event) => this.clicked(event));
    this.map.on("mousemove", (event) => this.hovered(event));
    this.map.on("mouseout", () => events.onHover(""));
    // While it has no room, what was in view stays so.
    this.watch = new ResizeObserver(() => this.isShown && this.map.invalidateSize());
    this.watch.observe(container);
  }

  setRows(rows: readonly Row[], kinds: Map<string, Kind>): void {
    this.points.setRows(rows, kinds);
  }

  select(selected: ReadonlySet<string>): void {
    this.points.select(selected);
  }

  /** Rings a point that is pointed at elsewhere; null for none. */
  hover(row: Row | null): void {
    if (!row) {
      this.hoverMarker?.remove();
      this.hoverMarker = null;
      return;
    }
    const icon = L.divIcon({ className: "hover-ring", iconSize: [44, 44] });
    this.hoverMarker ??= L.marker([row.lat, row.lon], { icon, interactive: false, keyboard: false });
    this.hoverMarker.setLatLng([row.lat, row.lon]).addTo(this.map);
  }

  get view(): View {
    const bounds = this.map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  setPlacing(placing: boolean): void {
    this.placing = placing;
    this.container.classList.toggle("placing", placing);
  }

  /** The middle of what is seen, for who does not use a pointer. */
  centre(): [number, number] {
    const { lng, lat } = this.map.getCenter();
    return [round(lng), round(lat)];
  }

  /** Shows a point as chosen; null for none. */
  choose(chosen: Chosen | null): void {
    this.chosen = chosen;
    this.points.leaveOut(chosen?.id ?? null);
    this.placeChosen();
  }

  /** Brings a position into view without changing more than it must. */
  reveal(lon: number, lat: number): void {
    this.map.invalidateSize();
    const inner = this.map.getBounds().pad(-0.15);
    if (inner.contains([lat, lon]) && this.map.getZoom() >= 15) return;
    this.map.setView([lat, lon], Math.max(this.map.getZoom(), 17));
  }

  /** Shows all of some rows. */
  fit(rows: readonly Row[]): void {
    if (rows.length === 0) return;
    this.map.invalidateSize();
    const bounds = L.latLngBounds(rows.map((row) => [row.lat, row.lon]));
    this.map.fitBounds(bounds.pad(0.05), { maxZoom: 17 });
  }

  /** Whether there is room for it on the page by now. */
  get isShown(): boolean {
    return this.container.clientHeight > 0;
  }

  remove(): void {
    this.watch.disconnect();
    this.map.remove();
  }

  private placeChosen(): void {
    if (!this.chosen) {
      this.chosenMarker?.remove();
      this.chosenMarker = null;
      return;
    }
    const { kind, status, lon, lat } = this.chosen;
    const icon = pointIcon(kind, stateOf(status), true);
    if (this.chosenMarker) {
      if (!this.dragging) this.chosenMarker.setLatLng([lat, lon]).setIcon(icon);
      return;
    }
    const howToMove = `${t("admin.map.drag")} ${t("admin.map.drag.keys")}`;
    const marker = L.marker([lat, lon], {
      icon,
      draggable: true,
      autoPan: true,
      zIndexOffset: 1000,
      title: howToMove,
      alt: howToMove,
    });
    const told = <T>(tell: (lon: number, lat: number) => T): T => {
      const { lng, lat: moved } = marker.getLatLng();
      return tell(round(lng), round(moved));
    };
    marker.on("dragstart", () => {
      this.dragging = true;
    });
    marker.on("drag", (event) => {
      this.isFree = (event as L.LeafletMouseEvent).originalEvent?.altKey === true;
      const snap = told((x, y) => this.events.onDrag(x, y));
      this.snapMark.show(this.isFree ? null : snap);
    });
    marker.on("dragend", () => {
      this.dragging = false;
      this.snapMark.show(null);
      told((x, y) => this.events.onMove(x, y, this.isFree));
    });
    marker.on("keydown", (event) => this.pressed((event as L.LeafletKeyboardEvent).originalEvent, marker));
    this.chosenMarker = marker.addTo(this.map);
  }

  private pressed(event: KeyboardEvent, marker: L.Marker): void {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const metres = event.shiftKey ? 10 * STEP_M : STEP_M;
    const { lng, lat } = marker.getLatLng();
    const [lon, north] = stepped(lng, lat, metres * step[0], metres * step[1]);
    this.events.onNudge(round(lon), round(north));
  }

  private clicked(event: L.LeafletMouseEvent): void {
    if (this.placing) {
      // A new point may stand where a sign is drawn already: on a crowded map there is no ground left between them.
      this.events.onPlace(round(event.latlng.lng), round(event.latlng.lat));
      return;
    }
    const row = this.rowAt(event);
    if (!row) return;
    const { ctrlKey, metaKey, shiftKey } = event.originalEvent;
    if (ctrlKey || metaKey || shiftKey) this.events.onSelect(row.id);
    else this.events.onChoose(row.id);
  }

  private hovered(event: L.LeafletMouseEvent): void {
    const row = this.placing ? undefined : this.rowAt(event);
    this.container.classList.toggle("over-point", row !== undefined);
    this.events.onHover(row?.id ?? "");
  }

  private rowAt({ latlng }: L.LeafletMouseEvent): Row | undefined {
    const zoom = this.map.getZoom();
    return this.points.at(this.map.project(latlng, zoom), zoom);
  }
}

export function stateOf(status: Status): PointState {
  return status === "active" ? "open" : status === "planned" ? "planned" : "out_of_service";
}

/** A centimetre is finer than anybody can point. */
function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

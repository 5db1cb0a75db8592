import { t } from "../../i18n";
import { createMap, L, type PlaceInfo } from "../../map";
import type { Area, Finding, Shown } from "./model";
import {
  addedCorner,
  type Corner,
  middle,
  movedCorner,
  type Outline,
  outlineOf,
  type Ring,
  removedCorner,
  type Spot,
  snapped,
} from "./outline";

/** Beyond that many corners in view a hand can't tell them apart, and the page would be slow. */
const MOST_HANDLES = 250;
const SNAP_PX = 14;

export interface AreaMapEvents {
  onChoose(id: string): void;
  /** The outline being edited has changed by hand. */
  onOutline(outline: Outline): void;
  /** A ring was drawn to its end; false if it can't be taken and is to be drawn on. */
  onRing(ring: Ring): boolean;
  onCrowded(crowded: boolean): void;
}

/** Areas on a map of their own: chosen by a click, drawn corner by corner, edited by their corners. */
export class AreaMap {
  private readonly map: L.Map;
  private readonly others = L.featureGroup();
  private readonly edited = L.layerGroup();
  private readonly extra = L.layerGroup();
  private readonly canvas = L.canvas({ padding: 0.3 });
  private neighbours: Ring[] = [];
  private outline: Outline | null = null;
  private byHand = true;
  private drawing: Ring | null = null;
  private chosenCorner: Spot | null = null;

  constructor(
    container: HTMLElement,
    place: PlaceInfo,
    private readonly events: AreaMapEvents,
  ) {
    this.map = createMap(container, place);
    for (const group of [this.others, this.edited, this.extra]) group.addTo(this.map);
    this.map.on("moveend", () => this.drawHandles());
    this.map.on("click", ({ latlng }) => this.addDrawn([latlng.lng, latlng.lat]));
    container.addEventListener("keydown", (event) => {
      if (event.key !== "Delete" && event.key !== "Backspace") return;
      if (this.removeCorner()) event.preventDefault();
    });
  }

  /** Shows areas as they are saved; those of the layer are what corners snap to. */
  setAreas(areas: Area[], without: string | null): void {
    this.others.clearLayers();
    const shown = areas.filter((area) => area.id !== without);
    this.neighbours = shown.flatMap((area) => outlineOf(area.geometry).flat());
    for (const area of shown) {
      const layer = L.polygon(latLngs(outlineOf(area.geometry)), {
        ...this.style("--ink", 1.5, 0.06),
        renderer: this.canvas,
      });
      layer.bindTooltip(area.properties.name, { sticky: true });
      layer.on("click", () => {
        if (!this.drawing) this.events.onChoose(area.id);
      });
      this.others.addLayer(layer);
    }
  }

  /**
   * Takes an outline to be edited; null for none.
   *
   * @param byHand false if it is only to be seen
   */
  edit(outline: Outline | null, byHand = true): void {
    this.outline = outline;
    this.byHand = byHand;
    this.drawing = null;
    this.chosenCorner = null;
    this.drawHandles();
  }

  /** Begins a ring of its own. */
  draw(): void {
    this.drawing = [];
    this.drawHandles();
    this.focus();
  }

  /** Keys pan it, and Esc is heard, where a button that began something is gone. */
  focus(): void {
    this.map.getContainer().focus({ preventScroll: true });
  }

  stopDrawing(): void {
    this.drawing = null;
    this.drawHandles();
  }

  get drawn(): number {
    return this.drawing?.length ?? 0;
  }

  /** A corner in the middle of the view, for who does not use a pointer. */
  addAtCentre(): void {
    const { lng, lat } = this.map.getCenter();
    this.addDrawn([lng, lat]);
  }

  closeRing(): void {
    const ring = this.drawing;
    if (!ring || ring.length < 3) return;
    this.drawing = null;
    if (this.events.onRing(ring)) return;
    this.drawing = ring;
    this.drawHandles();
  }

  takeBackCorner(): void {
    this.drawing?.pop();
    this.drawHandles();
    this.map.fire("drawn");
    this.focus();
  }

  removeCorner(): boolean {
    if (!this.outline || !this.chosenCorner) return false;
    this.change(removedCorner(this.outline, this.chosenCorner));
    return true;
  }

  /** What a file or a grid would bring. */
  preview(areas: Shown[]): void {
    this.extra.clearLayers();
    const group = L.featureGroup();
    for (const area of areas) {
      const colour = { new: "--covered", changed: "--night", unchanged: "--no-data" }[area.state];
      group.addLayer(
        L.polygon(latLngs(outlineOf(area.geometry)), {
          ...this.style(colour, 2, 0.15, area.state === "changed" ? "6 4" : undefined),
          renderer: this.canvas,
          interactive: false,
        }),
      );
    }
    this.extra.addLayer(group);
    if (areas.length > 0) this.map.fitBounds(group.getBounds().pad(0.1));
  }

  /** Marks where something is wrong and brings it into view. */
  point(finding: Finding): void {
    this.extra.clearLayers();
    const at = L.latLng(finding.at.lat, finding.at.lon);
    this.extra.addLayer(
      L.circleMarker(at, { ...this.style("--uncovered", 3, 0.2), radius: 18, interactive: false }),
    );
    this.map.setView(at, Math.max(this.map.getZoom(), 18));
  }

  clearExtra(): void {
    this.extra.clearLayers();
  }

  fit(outline: Outline): void {
    if (outline.length > 0) this.map.fitBounds(L.polygon(latLngs(outline)).getBounds().pad(0.25));
  }

  resize(): void {
    this.map.invalidateSize();
  }

  remove(): void {
    this.map.remove();
  }

  private addDrawn(corner: Corner): void {
    if (!this.drawing) return;
    this.drawing.push(this.snap(corner, []));
    this.drawHandles();
    this.map.fire("drawn");
  }

  onDrawn(told: () => void): void {
    this.map.on("drawn", told);
  }

  /** @param own rings that belong to the outline itself: a part keeps to the part beside it, not to itself */
  private snap(corner: Corner, own: Ring[]): Corner {
    const view = this.map.getBounds().pad(0.3);
    const near = [...this.neighbours, ...own].filter((ring) =>
      view.intersects(L.latLngBounds(ring.map(([lon, lat]) => [lat, lon] as [number, number]))),
    );
    return snapped(corner, near, ([lon, lat]) => this.map.latLngToContainerPoint([lat, lon]), SNAP_PX);
  }

  private change(outline: Outline): void {
    this.outline = outline;
    this.chosenCorner = null;
    this.drawHandles();
    this.events.onOutline(outline);
  }

  private drawHandles(): void {
    this.edited.clearLayers();
    if (this.outline) this.drawOutline(this.outline);
    if (this.drawing) this.drawRing(this.drawing);
  }

  private drawRing(ring: Ring): void {
    this.edited.addLayer(
      L.polyline(
        ring.map(([lon, lat]) => [lat, lon] as [number, number]),
        { ...this.style("--uncovered", 3, 0), interactive: false },
      ),
    );
    ring.forEach(([lon, lat], i) => {
      const handle = L.marker([lat, lon], {
        icon: icon(i === 0 ? "area-corner area-first" : "area-corner"),
        title: i === 0 ? t("admin.areas.close_ring") : t("admin.areas.corner", { n: i + 1 }),
      });
      if (i === 0)
        handle.on("click", (event) => {
          L.DomEvent.stopPropagation(event);
          this.closeRing();
        });
      this.edited.addLayer(handle);
    });
  }

  private drawOutline(outline: Outline): void {
    const shape = L.polygon(latLngs(outline), {
      ...this.style("--accent", 3, 0.12),
      interactive: false,
    });
    this.edited.addLayer(shape);
    if (this.drawing || !this.byHand) return;
    const view = this.map.getBounds();
    const spots = listSpots(outline).filter(({ at }) => view.contains([at[1], at[0]]));
    this.events.onCrowded(spots.length > MOST_HANDLES);
    if (spots.length > MOST_HANDLES) return;
    for (const { spot, at, next } of spots) {
      this.addHandle(outline, spot, at, shape);
      this.addSide(outline, spot, middle(at, next));
    }
  }

  private addHandle(outline: Outline, spot: Spot, at: Corner, shape: L.Polygon): void {
    const isChosen = JSON.stringify(spot) === JSON.stringify(this.chosenCorner);
    const name = t("admin.areas.corner", { n: spot.corner + 1 });
    const handle = L.marker([at[1], at[0]], {
      icon: icon(isChosen ? "area-corner area-chosen" : "area-corner"),
      draggable: true,
      autoPan: true,
      title: name,
      alt: name,
    });
    const place = () => {
      const { lng, lat } = handle.getLatLng();
      const rest = outline.flat().filter((_, i) => i !== ringNumber(outline, spot));
      return this.snap([lng, lat], rest);
    };
    handle.on("drag", () => shape.setLatLngs(latLngs(movedCorner(outline, spot, place()))));
    handle.on("dragend", () => this.change(movedCorner(outline, spot, place())));
    handle.on("click", (event) => {
      L.DomEvent.stopPropagation(event);
      this.chosenCorner = isChosen ? null : spot;
      this.drawHandles();
    });
    this.edited.addLayer(handle);
  }

  private addSide(outline: Outline, spot: Spot, at: Corner): void {
    const handle = L.marker([at[1], at[0]], {
      icon: icon("area-side"),
      title: t("admin.areas.side"),
      alt: t("admin.areas.side"),
    });
    handle.on("click", (event) => {
      L.DomEvent.stopPropagation(event);
      this.change(addedCorner(outline, spot, at));
    });
    this.edited.addLayer(handle);
  }

  private style(variable: string, weight: number, fillOpacity: number, dashArray?: string): L.PathOptions {
    const color = getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
    return { color, weight, fillColor: color, fillOpacity, dashArray };
  }
}

function icon(className: string): L.DivIcon {
  return L.divIcon({ className, iconSize: [24, 24], html: "<span></span>" });
}

function latLngs(outline: Outline): L.LatLngExpression[][][] {
  return outline.map((polygon) =>
    polygon.map((ring) => ring.map(([lon, lat]) => [lat, lon] as [number, number])),
  );
}

function listSpots(outline: Outline): { spot: Spot; at: Corner; next: Corner }[] {
  return outline.flatMap((rings, polygon) =>
    rings.flatMap((ring, number) =>
      ring.map((at, corner) => ({
        spot: { polygon, ring: number, corner },
        at,
        next: ring[(corner + 1) % ring.length] as Corner,
      })),
    ),
  );
}

function ringNumber(outline: Outline, spot: Spot): number {
  return outline.slice(0, spot.polygon).reduce((sum, rings) => sum + rings.length, 0) + spot.ring;
}

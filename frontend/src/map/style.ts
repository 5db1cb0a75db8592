import type { Feature } from "./decode";

/** Colours of the basemap: pale and quiet, so that points stand out (screens.md). */
export interface Palette {
  land: string;
  outside: string;
  water: string;
  green: string;
  landUse: string;
  building: string;
  buildingLine: string;
  casing: string;
  street: string;
  major: string;
  path: string;
  rail: string;
  wall: string;
  border: string;
  /** Where the known ground ends. */
  edge: string;
  text: string;
  textSoft: string;
  textWater: string;
  textGreen: string;
  halo: string;
}

export const LIGHT: Palette = {
  land: "#f3f2ee",
  outside: "#e9e9e6",
  water: "#c6dae6",
  green: "#d9e7d0",
  landUse: "#ebeae4",
  building: "#e2ded6",
  buildingLine: "#cfc9be",
  casing: "#d6d1c6",
  street: "#ffffff",
  major: "#fbeecb",
  path: "#b9ad98",
  rail: "#a9acb3",
  wall: "#b3aca0",
  border: "#8f86a6",
  edge: "#a79fb8",
  text: "#3f4650",
  textSoft: "#666d76",
  textWater: "#3f6f8d",
  textGreen: "#4c7040",
  halo: "#ffffff",
};

export const DARK: Palette = {
  land: "#1c232b",
  outside: "#171d24",
  water: "#122b3a",
  green: "#20302a",
  landUse: "#212932",
  building: "#2b343e",
  buildingLine: "#3a4551",
  casing: "#12171d",
  street: "#3d4854",
  major: "#565b55",
  path: "#6f6c63",
  rail: "#5b636d",
  wall: "#4d545c",
  border: "#7d7496",
  edge: "#6d6684",
  text: "#cdd5de",
  textSoft: "#97a2ae",
  textWater: "#7fb0cc",
  textGreen: "#8fb88a",
  halo: "#161c23",
};

/** One pass over a layer: fill, or lines of one width. */
export interface Rule {
  layer: string;
  colour: keyof Palette;
  minZoom?: number;
  fill?: boolean;
  /** Fills everything but the layer's polygons; all of the tile where the layer is missing. */
  outside?: boolean;
  /** Line width in CSS pixels at a zoom. */
  width?: (z: number) => number;
  dash?: number[];
  alpha?: number;
  cap?: CanvasLineCap;
  only?: (props: Feature["props"]) => boolean;
}

type Props = Feature["props"];

const MAJOR = ["motorway", "trunk", "primary", "motorway_link", "trunk_link", "primary_link"];
const MIDDLE = ["secondary", "tertiary", "secondary_link", "tertiary_link"];
const PATHS = ["footway", "path", "cycleway", "track", "bridleway", "corridor", "platform", "pier"];

const isMajor = (p: Props) => MAJOR.includes(String(p.class));
const isMiddle = (p: Props) => MIDDLE.includes(String(p.class));
const isSteps = (p: Props) => p.steps === true || p.class === "steps";
const isPath = (p: Props) => PATHS.includes(String(p.class)) && !isSteps(p);
const isService = (p: Props) => p.class === "service";
const isMinor = (p: Props) => !isMajor(p) && !isMiddle(p) && !isPath(p) && !isSteps(p) && !isService(p);

/** Class of a street's label: the more important is placed first. */
export function streetImportance(p: Props): number {
  return isMajor(p) ? 3 : isMiddle(p) ? 2 : isMinor(p) ? 1 : 0;
}

const growing =
  (at16: number, least = 0.4) =>
  (z: number) =>
    Math.max(least, at16 * 1.5 ** (z - 16));

function roads(layer: string): Rule[] {
  const classes = [
    { only: isService, width: growing(3.2), minZoom: 14, colour: "street" as const },
    { only: isMinor, width: growing(6), minZoom: 13, colour: "street" as const },
    { only: isMiddle, width: growing(8), colour: "street" as const },
    { only: isMajor, width: growing(10, 1), colour: "major" as const },
  ];
  const above = (only: (p: Props) => boolean) => (p: Props) => only(p) && !p.tunnel;
  return [
    ...classes.map(({ only, width, minZoom }) => ({
      layer,
      minZoom: minZoom ?? 0,
      colour: "casing" as const,
      width: (z: number) => width(z) + 1.6,
      only: above(only),
      cap: "round" as const,
    })),
    ...classes.map(({ only, width, minZoom, colour }) => ({
      layer,
      minZoom: minZoom ?? 0,
      colour,
      width,
      only: above(only),
      cap: "round" as const,
    })),
    { layer, minZoom: 15, colour: "path", width: growing(1.3), dash: [3, 2.4], only: above(isPath) },
    { layer, minZoom: 15, colour: "path", width: growing(3.2, 1.5), dash: [1, 1.4], only: above(isSteps) },
    {
      layer,
      minZoom: 14,
      colour: "casing",
      width: growing(3, 1),
      dash: [4, 3],
      alpha: 0.8,
      only: (p) => p.tunnel === true && !isPath(p) && !isSteps(p),
    },
  ];
}

/**
 * Painted from the ground up. What lies outside the known ground is covered twice: its greens and waters wholly, because
 * they end where the data does, and its streets half, because they lead on.
 */
export const RULES: Rule[] = [
  { layer: "land_use", colour: "landUse", fill: true },
  { layer: "green", colour: "green", fill: true },
  { layer: "water", colour: "water", fill: true },
  { layer: "waterway", colour: "water", width: growing(2.5, 0.8), only: (p) => !p.tunnel },
  { layer: "coastline", colour: "wall", width: () => 0.8, minZoom: 13 },
  { layer: "inside", colour: "outside", outside: true },
  { layer: "building", colour: "building", fill: true, minZoom: 14 },
  { layer: "building", colour: "buildingLine", width: () => 0.7, minZoom: 15 },
  { layer: "wall", colour: "wall", width: () => 1, minZoom: 16 },
  ...roads("road"),
  ...roads("street"),
  { layer: "rail", colour: "rail", width: growing(2, 1), minZoom: 12, only: (p) => !p.tunnel },
  {
    layer: "rail",
    colour: "rail",
    width: growing(1.2, 0.8),
    dash: [4, 4],
    minZoom: 14,
    only: (p) => p.tunnel === true,
  },
  { layer: "inside", colour: "outside", outside: true, alpha: 0.55 },
  { layer: "inside", colour: "edge", width: (z) => (z < 13 ? 1.4 : 2) },
  { layer: "border", colour: "border", width: () => 1.2, dash: [6, 3, 1.5, 3], alpha: 0.8 },
];

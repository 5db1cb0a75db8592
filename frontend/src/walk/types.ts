/** A position on the earth, WGS-84 degrees. */
export interface Spot {
  lon: number;
  lat: number;
}

/** Somewhere to walk to. */
export interface WalkTarget extends Spot {
  id: string;
}

/** A target that can be reached on foot, legs from and to the streets included. */
export interface WalkReached {
  id: string;
  /** Walking time, whole milliseconds, rounded up once a leg and once an edge. */
  ms: number;
  metres: number;
}

/** A way to a target. */
export interface WalkRoute {
  ms: number;
  metres: number;
  /** Longitude and latitude in degrees, from the visitor to the target, both legs included. */
  line: [number, number][];
  steps: WalkStep[];
}

export type WalkTurn =
  | "start"
  | "straight"
  | "slight_left"
  | "left"
  | "sharp_left"
  | "slight_right"
  | "right"
  | "sharp_right"
  | "back"
  | "stairs"
  | "arrive";

/** A street's name in the place's own language, in others where it differs. */
export interface StreetName {
  name: string;
  en?: string;
  zh?: string;
}

/** One stretch of a route: what to do where it begins, and how far it then goes. */
export interface WalkStep {
  turn: WalkTurn;
  /** Null on an unnamed way. */
  street: StreetName | null;
  metres: number;
  ms: number;
  /** Where it begins, degrees. */
  lon: number;
  lat: number;
}

/** What the page calls the pack by; the places of /api/places are such. */
export interface WalkPlace {
  id: string;
  versions: Record<string, number>;
}

/**
 * Why there are no walking times: the server has no pack or can't be reached; the pack is cut off or damaged; it is of a
 * format that this page doesn't read; the place has no streets.
 */
export type WalkRefusal = "missing" | "broken" | "other_version" | "no_streets";

export class WalkError extends Error {
  override readonly name = "WalkError";

  constructor(readonly reason: WalkRefusal) {
    super(reason);
  }
}

/**
 * Walking in one place, computed on the device: nothing that it is asked ever leaves it. A question whose signal is aborted
 * rejects with an AbortError and costs nothing more.
 */
export interface Walker {
  /**
   * The targets that are the soonest to reach on foot, ascending by time, at most `count`. Those that nobody can walk to
   * (more than 50 m from every public street) are left out: list them apart by straight line. From a spot that is itself
   * unlinked there are none.
   */
  nearest(from: Spot, targets: WalkTarget[], count: number, signal?: AbortSignal): Promise<WalkReached[]>;
  /** The way to a target; null where there is none on foot. */
  route(from: Spot, to: WalkTarget, signal?: AbortSignal): Promise<WalkRoute | null>;
  /** Whether no street is within 50 m by a leg that crosses no water, railway or wall: show straight lines then. */
  unlinked(spot: Spot): Promise<boolean>;
  /** Change number of the streets that the times are of. */
  readonly streets: number;
  readonly madeAt: Date;
  /** Lets go of the pack and its worker. */
  close(): void;
}

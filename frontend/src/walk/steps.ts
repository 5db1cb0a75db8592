import { frameAt } from "./frame";
import type { WalkGraph } from "./graph";
import { type Piece, positionAt } from "./path";
import type { StreetName, WalkStep, WalkTurn } from "./types";

/** What lies between two turns, positions still in units of the graph. */
export interface Stretch extends Omit<WalkStep, "lon" | "lat" | "metres"> {
  mm: number;
  at: [number, number];
}

/** A walk's direction is read over so much of it, because the first bend may be a kerb's. */
const SIGHT_MM = 8_000;
/** Ways this short between two others are a crossing, a landing or a way through: not told. */
const SHORT_UNNAMED_MM = 15_000;
const SHORT_NAMED_MM = 6_000;
/** On one street a bend is told from here on, and only where one might go wrong. */
const BEND_DEGREES = 50;

/** One street's or one stairs' pieces in a row. */
interface Run {
  pieces: Piece[];
  name: number;
  stairs: boolean;
  mm: number;
}

/** Turns a walk into stretches with a turn at the start of each; legs aside. */
export function stretchesOf(graph: WalkGraph, walked: Piece[], names: StreetName[]): Stretch[] {
  const runs = runsOf(
    graph,
    walked.filter(({ fromMm, toMm }) => fromMm !== toMm),
  );
  const stretches: Stretch[] = [];
  let before: Piece | null = null;
  runs.forEach((run, number) => {
    if (before && number + 1 < runs.length && isThrough(run)) {
      addAll(stretches[stretches.length - 1], run.pieces);
      return;
    }
    const last = lastTold(runs, number);
    const joins = last !== null && last.name === run.name && last.stairs === run.stairs;
    run.pieces.forEach((piece, index) => {
      const degrees = before ? turnDegrees(graph, before, piece) : 0;
      const isNew = !before || (index === 0 && !joins) || (!run.stairs && isBend(graph, piece, degrees));
      if (isNew) {
        stretches.push({
          turn: before ? (run.stairs ? "stairs" : turnOf(degrees)) : "start",
          street: run.name ? names[run.name - 1] : null,
          mm: 0,
          ms: 0,
          at: positionAt(graph, piece.edge, piece.fromMm),
        });
      }
      addAll(stretches[stretches.length - 1], [piece]);
      before = piece;
    });
  });
  return stretches;
}

function runsOf(graph: WalkGraph, pieces: Piece[]): Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const name = graph.nameNumbers[piece.edge];
    const stairs = graph.steps[piece.edge] !== 0;
    let run = runs[runs.length - 1];
    if (!run || run.name !== name || run.stairs !== stairs) {
      run = { pieces: [], name, stairs, mm: 0 };
      runs.push(run);
    }
    run.pieces.push(piece);
    run.mm += Math.abs(piece.toMm - piece.fromMm);
  }
  return runs;
}

function isThrough({ stairs, name, mm }: Run): boolean {
  return !stairs && mm < (name ? SHORT_NAMED_MM : SHORT_UNNAMED_MM);
}

/** The run whose stretch a run could go on with: the one before it that was not merely passed through. */
function lastTold(runs: Run[], number: number): Run | null {
  for (let i = number - 1; i >= 0; i--) if (i === 0 || !isThrough(runs[i])) return runs[i];
  return null;
}

function addAll(stretch: Stretch, pieces: Piece[]): void {
  for (const { fromMm, toMm, ms } of pieces) {
    stretch.mm += Math.abs(toMm - fromMm);
    stretch.ms += ms;
  }
}

/** Whether the piece begins at a fork and leaves the direction walked. */
function isBend(graph: WalkGraph, { edge, fromMm }: Piece, degrees: number): boolean {
  const node = fromMm === 0 ? graph.tails[edge] : graph.heads[edge];
  return Math.abs(degrees) >= BEND_DEGREES && graph.firstOut[node + 1] - graph.firstOut[node] > 2;
}

/** Degrees from the end of one piece's direction to the start of another's; to the right positive, -180 to 180. */
function turnDegrees(graph: WalkGraph, before: Piece, after: Piece): number {
  const back = before.toMm > before.fromMm ? -SIGHT_MM : SIGHT_MM;
  const on = after.toMm > after.fromMm ? SIGHT_MM : -SIGHT_MM;
  const into = bearing(graph, before.edge, between(before.toMm + back, before), before.toMm);
  const out = bearing(graph, after.edge, after.fromMm, between(after.fromMm + on, after));
  return ((out - into + 540) % 360) - 180;
}

function between(mm: number, { fromMm, toMm }: Piece): number {
  return Math.max(Math.min(fromMm, toMm), Math.min(Math.max(fromMm, toMm), mm));
}

/** Degrees clockwise from north, 0 to 360. */
function bearing(graph: WalkGraph, edge: number, fromMm: number, toMm: number): number {
  const [ax, ay] = positionAt(graph, edge, fromMm);
  const [bx, by] = positionAt(graph, edge, toMm);
  const frame = frameAt(ay);
  return ((Math.atan2((bx - ax) * frame.xMetres, (by - ay) * frame.yMetres) * 180) / Math.PI + 360) % 360;
}

function turnOf(degrees: number): WalkTurn {
  const turned = Math.abs(degrees);
  if (turned < 25) return "straight";
  if (turned >= 165) return "back";
  const side = degrees < 0 ? "left" : "right";
  if (turned < 60) return `slight_${side}`;
  return turned < 125 ? side : `sharp_${side}`;
}

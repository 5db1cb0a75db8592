import { frameAt } from "./frame";
import type { WalkGraph } from "./graph";
import { type Piece, positionAt } from "./path";
import type { StreetName, WalkStep, WalkTurn } from "./types";

/** What lies between two turns, positions still in units of the graph. */
export interface Stretch extends Omit<WalkStep, "lon" | "lat" | "metres"> {
  mm: number;
  at: [number, number];
}

/** A walk's direction is read over so much of it, because the first bend may be a kerb's, and two soon undo each other. */
const SIGHT_MM = 12_000;
/** Ways this short between two others are a crossing, a landing, a corner of a kerb: not told, unless they add up. */
const SHORT_UNNAMED_MM = 15_000;
const SHORT_NAMED_MM = 8_000;
const SHORT_TOGETHER_MM = 30_000;
/** On one street a bend is told from here on, and only where one might go wrong. */
const BEND_DEGREES = 50;

/** Pieces in a row of one street or one stairs and without a bend to tell: from the first to the last. */
interface Run {
  first: number;
  last: number;
  name: number;
  stairs: boolean;
  mm: number;
  /** What was passed through since its own last piece. */
  throughMm: number;
}

/** Turns a walk into stretches with a turn at the start of each; legs aside. */
export function stretchesOf(graph: WalkGraph, walked: Piece[], names: StreetName[]): Stretch[] {
  const pieces = walked.filter(({ fromMm, toMm }) => fromMm !== toMm);
  const runs = runsOf(graph, pieces);
  const stretches: Stretch[] = [];
  let told: Run | null = null;
  runs.forEach((run, number) => {
    const stretch = stretches[stretches.length - 1];
    if (told && number + 1 < runs.length && isThrough(run, told)) {
      addAll(stretch, pieces, run);
      told.throughMm += run.mm;
      return;
    }
    const degrees: number = told ? turnDegrees(graph, pieces, told.first, told.last, run.first) : 0;
    if (told && isOneWith(told, run, degrees)) {
      addAll(stretch, pieces, run);
      told = { ...told, last: run.last, throughMm: 0 };
      return;
    }
    const next: Stretch = {
      turn: told ? (run.stairs ? "stairs" : turnOf(degrees)) : "start",
      street: run.name ? names[run.name - 1] : null,
      mm: 0,
      ms: 0,
      at: start(graph, pieces[run.first]),
    };
    addAll(next, pieces, run);
    stretches.push(next);
    told = { ...run };
  });
  return stretches;
}

function runsOf(graph: WalkGraph, pieces: Piece[]): Run[] {
  const runs: Run[] = [];
  pieces.forEach((piece, number) => {
    const name = graph.nameNumbers[piece.edge];
    const stairs = graph.steps[piece.edge] !== 0;
    let run = runs[runs.length - 1];
    const goesOn = run && run.name === name && run.stairs === stairs;
    if (!goesOn || (!stairs && isBend(graph, pieces, run.first, number))) {
      run = { first: number, last: number, name, stairs, mm: 0, throughMm: 0 };
      runs.push(run);
    }
    run.last = number;
    run.mm += length(piece);
  });
  return runs;
}

function isThrough({ stairs, name, mm }: Run, { throughMm }: Run): boolean {
  return !stairs && mm < (name ? SHORT_NAMED_MM : SHORT_UNNAMED_MM) && mm + throughMm < SHORT_TOGETHER_MM;
}

/** Whether a run goes on with what was told, after something that was passed through. */
function isOneWith(told: Run, run: Run, degrees: number): boolean {
  const isSame = told.name === run.name && told.stairs === run.stairs;
  return isSame && told.throughMm > 0 && (run.stairs || Math.abs(degrees) < BEND_DEGREES);
}

/** Whether a piece begins at a fork and leaves the direction walked since another. */
function isBend(graph: WalkGraph, pieces: Piece[], since: number, number: number): boolean {
  const degrees = turnDegrees(graph, pieces, since, number - 1, number);
  return Math.abs(degrees) >= BEND_DEGREES && isFork(graph, pieces[number]);
}

function addAll(stretch: Stretch, pieces: Piece[], { first, last }: Run): void {
  for (let i = first; i <= last; i++) add(stretch, pieces[i]);
}

function add(stretch: Stretch, piece: Piece): void {
  stretch.mm += length(piece);
  stretch.ms += piece.ms;
}

function length({ fromMm, toMm }: Piece): number {
  return Math.abs(toMm - fromMm);
}

/** Whether more than one way goes on where the piece begins. */
function isFork(graph: WalkGraph, { edge, fromMm }: Piece): boolean {
  const node = fromMm === 0 ? graph.tails[edge] : graph.heads[edge];
  return graph.firstOut[node + 1] - graph.firstOut[node] > 2;
}

/** Degrees from the direction in which a piece ends to that in which another starts; right positive, -180 to 180. */
function turnDegrees(
  graph: WalkGraph,
  pieces: Piece[],
  since: number,
  before: number,
  after: number,
): number {
  const { edge, toMm } = pieces[before];
  const into = bearing(lookBack(graph, pieces, since, before), positionAt(graph, edge, toMm));
  const out = bearing(start(graph, pieces[after]), lookAhead(graph, pieces, after));
  return ((out - into + 540) % 360) - 180;
}

function start(graph: WalkGraph, { edge, fromMm }: Piece): [number, number] {
  return positionAt(graph, edge, fromMm);
}

/** As far as one sees along the walk from the start of a piece. */
function lookAhead(graph: WalkGraph, pieces: Piece[], number: number): [number, number] {
  let [i, left] = [number, SIGHT_MM];
  for (; left > length(pieces[i]) && i + 1 < pieces.length; i++) left -= length(pieces[i]);
  const { edge, fromMm, toMm } = pieces[i];
  const mm = Math.min(left, length(pieces[i]));
  return positionAt(graph, edge, fromMm < toMm ? fromMm + mm : fromMm - mm);
}

/** As far as one sees back from the end of a piece, not beyond the start of another. */
function lookBack(graph: WalkGraph, pieces: Piece[], since: number, number: number): [number, number] {
  let [i, left] = [number, SIGHT_MM];
  for (; left > length(pieces[i]) && i > since; i--) left -= length(pieces[i]);
  const { edge, fromMm, toMm } = pieces[i];
  const mm = Math.min(left, length(pieces[i]));
  return positionAt(graph, edge, fromMm < toMm ? toMm - mm : toMm + mm);
}

/** Degrees clockwise from north, 0 to 360. */
function bearing([ax, ay]: [number, number], [bx, by]: [number, number]): number {
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

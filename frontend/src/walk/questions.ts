import type { Reached, WalkEngine } from "./engine";
import type { Spot, WalkRefusal, WalkRoute } from "./types";

/** What is asked of an engine, wherever it runs: plain data, so that it can be handed to a worker. */
export type Question =
  | { kind: "nearest"; from: Spot; targets: Float64Array; count: number }
  | { kind: "route"; from: Spot; to: Spot }
  | { kind: "unlinked"; spot: Spot };

export type Answer = Reached[] | WalkRoute | boolean | null;

export function answer(engine: WalkEngine, question: Question): Answer {
  switch (question.kind) {
    case "nearest":
      return engine.nearest(question.from, question.targets, question.count);
    case "route":
      return engine.route(question.from, question.to);
    case "unlinked":
      return engine.unlinked(question.spot);
  }
}

/** What a pack tells of itself. */
export interface Facts {
  streets: number;
  /** Milliseconds since 1970. */
  madeAt: number;
}

export function factsOf({ pack }: WalkEngine): Facts {
  return { streets: pack.streets, madeAt: pack.madeAt.getTime() };
}

export type ToWorker =
  | { open: ArrayBuffer }
  | { id: number; question: Question }
  /** The answer is no longer wanted. */
  | { drop: number };

export type FromWorker =
  | { opened: Facts }
  | { refused: WalkRefusal }
  | { id: number; answer: Answer }
  | { id: number; failed: string };

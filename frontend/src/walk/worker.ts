import { WalkEngine } from "./engine";
import { answer, type FromWorker, factsOf, type Question, type ToWorker } from "./questions";
import { WalkError } from "./types";

// One engine in a thread of its own. Questions wait in a line that lets go of those no longer wanted.

const page = self as unknown as DedicatedWorkerGlobalScope;
const waiting = new Map<number, Question>();
const turn = new MessageChannel();
let engine: WalkEngine | null = null;

function tell(message: FromWorker): void {
  page.postMessage(message);
}

function open(bytes: ArrayBuffer): void {
  try {
    engine = new WalkEngine(bytes);
    tell({ opened: factsOf(engine) });
    engine.warmUp();
  } catch (cause) {
    if (!(cause instanceof WalkError)) throw cause; // the page hears of it and works without a worker
    tell({ refused: cause.reason });
  }
}

/** One question a turn, so that those that were dropped meanwhile are never worked on. */
turn.port1.onmessage = () => {
  for (const [id, question] of waiting) {
    waiting.delete(id);
    try {
      if (engine) tell({ id, answer: answer(engine, question) });
    } catch (cause) {
      tell({ id, failed: String(cause) });
    }
    break;
  }
  if (waiting.size > 0) turn.port2.postMessage(null);
};

page.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if ("open" in data) open(data.open);
  else if ("drop" in data) waiting.delete(data.drop);
  else {
    waiting.set(data.id, data.question);
    if (waiting.size === 1) turn.port2.postMessage(null);
  }
};

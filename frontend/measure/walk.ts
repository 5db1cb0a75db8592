// What walk.mjs measures, in the page: the engine on the page's own thread, and the walker as the map uses it.
import { openWalker } from "../src/walk";
import { WalkEngine } from "../src/walk/engine";

Object.assign(window, { openWalker, WalkEngine });

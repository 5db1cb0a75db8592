import { makeClock } from "./zoneclock";

self.onmessage = ({ data }: MessageEvent<string>) => {
  self.postMessage(makeClock(data).format());
};

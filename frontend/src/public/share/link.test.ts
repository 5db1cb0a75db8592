import { expect, test } from "vitest";
import { firstState, readHash, type State } from "../state";
import { embedLines, readPart, shareLink } from "./link";

const town = { id: "town", name: "Town", zone: "UTC", versions: {} };
const state: State = {
  ...firstState(),
  place: town,
  chosenKinds: ["aed"],
  openOnly: true,
  stepFreeOnly: true,
  level: "-1",
  selected: "k3v9q2p",
  query: "rue grimaldi",
  origin: { lon: 7.41999, lat: 43.73777, from: "device", accuracyM: 5 },
};
const HOST = "https://map.example";

test("a link restores place, language, filters and point", () => {
  const link = new URL(shareLink(HOST, state, "en", null));
  expect(link.search).toBe("?place=town&lang=en");
  expect(readHash(link.hash)).toMatchObject({
    selected: "k3v9q2p",
    chosenKinds: ["aed"],
    openOnly: true,
    stepFreeOnly: true,
    level: "-1",
  });
});

test("neither the position nor the search is ever in it, and no part of the map unless it is asked for", () => {
  const link = shareLink(HOST, state, "zh-Hans", null);
  expect(link).not.toMatch(/view|7\.4|43\.7|grimaldi/);
  const withPart = shareLink(HOST, state, "zh-Hans", { lat: 43.5, lon: 7.25, zoom: 14.25 });
  expect(withPart).not.toMatch(/7\.41999|43\.73777|grimaldi/);
});

test("a part of the map comes back as it was sent, to some ten metres", () => {
  const link = new URL(shareLink(HOST, state, "en", { lat: 43.123456, lon: -7.654321, zoom: 14.251 }));
  expect(readPart(link.hash)).toEqual({ lat: 43.1235, lon: -7.6543, zoom: 14.25 });
  const bare = new URL(shareLink(HOST, firstState(), "en", { lat: 1, lon: 2, zoom: 3 }));
  expect(readPart(bare.hash)).toEqual({ lat: 1, lon: 2, zoom: 3 });
});

test.each(["", "#kind=aed", "#view=1,2", "#view=a,b,c", "#view=99,0,3", "#view=0,181,3", "#view=0,0,99"])(
  "no part of the map in %s",
  (hash) => expect(readPart(hash)).toBeNull(),
);

test("the lines for another page hold the kinds and the language, and no markup of a name", () => {
  const lines = embedLines(HOST, { ...state, chosenKinds: ["aed", "fire_hose"] }, "en", 'The "Town" <b>');
  expect(lines).toContain('src="https://map.example/embed?place=town&amp;kind=aed,fire_hose&amp;lang=en"');
  expect(lines).toContain('title="The &quot;Town&quot; &lt;b>"');
  expect(lines).not.toMatch(/7\.4|43\.7|k3v9q2p/);
});

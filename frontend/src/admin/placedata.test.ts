import { expect, test, vi } from "vitest";
import { Problem } from "../http";
import type { PlaceInfo } from "../map";
import type { Desk } from "./desk";
import { PlaceData } from "./placedata";

const rights = vi.hoisted(() => ["view"]);
vi.mock("./accounts/rights", () => ({
  may: (right: string) => rights.includes(right),
  reachable: (places: PlaceInfo[]) => places.filter(({ id }) => id !== "another"),
  rightsOfPage: () => ({ rights, areas: ["demo"] }),
}));

const waiting = vi.hoisted(
  () => [] as { resolve: (points: unknown[]) => void; reject: (why: Error) => void }[],
);
const places = vi.hoisted(() => ({ list: async (): Promise<unknown[]> => [] }));
vi.mock("./api", () => ({
  api: {
    listPlaces: () => places.list(),
    listKinds: async () => [],
    listPoints: () => new Promise((resolve, reject) => waiting.push({ resolve, reject })),
    listReports: async () => ({ counts: { new: 0 } }),
    listAreas: async () => [],
  },
}));

function page() {
  const shown: unknown[] = [];
  let entered = 0;
  const desk = {
    setPoints: (points: unknown) => shown.push(points),
    setAreas: () => {},
    list: { expect: () => {} },
  };
  const data = new PlaceData({
    desk: desk as unknown as Desk,
    requestUpdate: () => {},
    entered: async () => {
      entered++;
    },
    lookAtProposals: async () => {},
  });
  data.place = { id: "town" } as PlaceInfo;
  waiting.length = 0;
  return { data, shown, entered: () => entered };
}

test("an answer that a later question has overtaken is not shown", async () => {
  const { data, shown } = page();
  const loads = [data.load(), data.load()];
  waiting[1].resolve(["new"]);
  waiting[0].resolve(["old"]);
  await Promise.all(loads);
  expect(shown).toEqual([["new"]]);
});

test("trying again asks for the points and leaves what is open alone", async () => {
  const { data, shown, entered } = page();
  const loading = data.load();
  waiting[0].reject(new Problem(503, "internal", "Later."));
  await loading;
  expect(data.trouble).toBe("Later.");
  const again = data.retry();
  waiting[1].resolve(["point"]);
  await again;
  expect(data.trouble).toBe("");
  expect(shown).toEqual([["point"]]);
  expect(entered()).toBe(0);
});

test("an answer that a later question has overtaken tells no trouble either", async () => {
  const { data, shown } = page();
  const loads = [data.load(), data.load()];
  waiting[1].resolve(["new"]);
  waiting[0].reject(new Problem(503, "internal", "Later."));
  await Promise.all(loads);
  expect(data.trouble).toBe("");
  expect(shown).toEqual([["new"]]);
});

test("trying again enters the place that the address names", async () => {
  const { data } = page();
  Object.assign(data, { place: null });
  places.list = async () => {
    throw new Problem(503, "internal", "Later.");
  };
  await data.start("town");
  expect(data.trouble).toBe("Later.");
  places.list = async () => [{ id: "city" }, { id: "town" }];
  const again = data.retry();
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  waiting[0].resolve([]);
  await again;
  expect(data.place?.id).toBe("town");
});

test("who is limited to a place that isn't shown is told so, and who finds none at all too", async () => {
  const { data } = page();
  places.list = async () => [{ id: "another" }];
  await data.start(null);
  expect(data.trouble).toMatch(/只能在 demo 范围内/);
  expect(data.loading).toBe(false);
  places.list = async () => [];
  await data.start(null);
  expect(data.trouble).toMatch(/^尚未载入/);
  rights.push("import", "settings");
  await data.start(null);
  expect(data.trouble).toMatch(/请在右上角菜单/);
});

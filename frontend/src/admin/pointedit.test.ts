import { beforeEach, describe, expect, test, vi } from "vitest";
import { Problem } from "../http";
import type { PositionCheck } from "./add/hints";
import { newPoint } from "./draft";
import type { Chosen } from "./editormap";
import { listDrafts } from "./kept/drafts";
import type { HistoryEntry, PointFeature } from "./model";
import { type Deed, PointEdit } from "./pointedit";
import type { Proposal } from "./review/model";

/** Requests under way, answered when the test says so. */
const asked: {
  what: string;
  body: unknown;
  answer: (value: unknown) => void;
  refuse: (why: Problem) => void;
}[] = [];
const request = vi.hoisted(() => ({
  of: (_what: string, _body?: unknown): Promise<never> => Promise.reject(new Error()),
}));
const account = vi.hoisted(() => ({ isReviewed: false, own: null as unknown }));

vi.mock("./accounts/rights", () => ({ isReviewed: () => account.isReviewed }));
vi.mock("./api", () => ({
  api: {
    createPoint: (body: unknown) => request.of("create", body),
    changePoint: (id: string, body: unknown) => request.of(`change ${id}`, body),
    listHistory: (id: string) => request.of(`history ${id}`),
    checkPosition: (_place: string, where: unknown) => request.of("check", where),
  },
}));
vi.mock("./review/api", () => ({
  reviewApi: {
    findOwn: async () => account.own,
    propose: (body: unknown) => request.of("propose", body),
    change: (proposal: { id: number }, body: unknown) => request.of(`proposal ${proposal.id}`, body),
  },
}));

const A = point("aaaaaaa", { name: "Alpha", phone: "1" });
const B = point("bbbbbbb", { name: "Beta" });

function point(id: string, properties: Record<string, unknown>, revision = 1): PointFeature {
  return {
    type: "Feature",
    id,
    geometry: { type: "Point", coordinates: [7.42, 43.73] },
    properties: {
      id,
      kind: "aed",
      status: "active",
      visibility: "public",
      changed_at: "",
      revision,
      ...properties,
    },
  };
}

function editing() {
  const told = { did: [] as Deed[], proposed: [] as string[], late: [] as string[], asks: [] as unknown[] };
  const edit = new PointEdit({
    redraw: () => {},
    moved: () => {},
    asks: (where: Chosen | null) => told.asks.push(where && [where.lon, where.lat]),
    did: (deed) => told.did.push(deed),
    proposed: (text) => told.proposed.push(text),
    complained: () => {},
    late: (text) => told.late.push(text),
  });
  edit.place = "town";
  return { edit, told };
}

const settle = () => new Promise((done) => setTimeout(done));
const type = (edit: PointEdit, key: string, value: unknown) => edit.change({ ...edit.draft, [key]: value });

beforeEach(() => {
  asked.length = 0;
  account.isReviewed = false;
  account.own = null;
  request.of = (what, body) =>
    new Promise((answer, refuse) =>
      asked.push({ what, body, answer: answer as (value: unknown) => void, refuse }),
    );
  vi.stubGlobal("sessionStorage", {
    setItem(key: string, text: string) {
      (this as Record<string, unknown>)[key] = text;
    },
    getItem(key: string) {
      return (this as Record<string, unknown>)[key] ?? null;
    },
    removeItem(key: string) {
      delete (this as Record<string, unknown>)[key];
    },
  });
});

describe("while a save is under way", () => {
  test("what is typed stays unsaved, over what came back", async () => {
    const { edit } = editing();
    edit.open(A);
    type(edit, "name", "Alpha 2");
    const saving = edit.save();
    type(edit, "phone", "22");
    asked[0].answer(point("aaaaaaa", { name: "Alpha 2", phone: "1" }, 2));
    expect(await saving).toBe(true);
    expect(edit.draft).toMatchObject({ name: "Alpha 2", phone: "22" });
    expect(edit.unsaved).toEqual(["phone"]);
    expect(listDrafts("town").map((draft) => draft.draft.phone)).toEqual(["22"]);
  });

  test("a conflict shows what was typed meanwhile, too", async () => {
    const { edit } = editing();
    edit.open(A);
    type(edit, "name", "Alpha 2");
    const saving = edit.save();
    type(edit, "phone", "22");
    asked[0].refuse(
      new Problem(409, "revision_conflict", "", { current: point("aaaaaaa", { name: "Other" }, 2) }),
    );
    await saving;
    expect(edit.conflict?.mine).toMatchObject({ name: "Alpha 2", phone: "22" });
  });

  test("another point that is opened keeps its own values, and only the list is told", async () => {
    const { edit, told } = editing();
    edit.open(A);
    const setting = edit.setStatus("out_of_service", "defective");
    edit.open(B);
    type(edit, "name", "Beta 2");
    asked[0].answer(point("aaaaaaa", { name: "Alpha", status: "out_of_service" }, 2));
    await setting;
    expect(edit.point?.id).toBe("bbbbbbb");
    expect(edit.draft.name).toBe("Beta 2");
    expect(edit.draft.status).toBe("active");
    expect(told.did).toMatchObject([{ isLate: true, place: "town", after: { id: "aaaaaaa" } }]);
    expect(listDrafts("town").map((draft) => draft.id)).toEqual(["bbbbbbb"]);
  });

  test("a refusal of what is open no more is told, and complains of nothing in the form", async () => {
    const { edit, told } = editing();
    edit.open(A);
    const setting = edit.setStatus("out_of_service", "defective");
    edit.open(B);
    asked[0].refuse(new Problem(400, "bad_body", "No.", { parameter: "status" }));
    await setting;
    expect(told.late).toEqual(["No."]);
    expect(edit.errors).toEqual({});
    expect(edit.busy).toBe(false);
  });

  test("the deed carries the place that it was done in", async () => {
    const { edit, told } = editing();
    edit.open(A);
    const setting = edit.setStatus("removed", "vanished");
    edit.place = "village";
    asked[0].answer(point("aaaaaaa", { status: "removed" }, 2));
    await setting;
    expect(told.did[0].place).toBe("town");
  });
});

test("a photo that arrives after another point was opened goes to the one that it was chosen for", async () => {
  const { edit, told } = editing();
  edit.open(A);
  edit.open(B);
  const photosOf = (now: PointFeature) => ({
    photos: [...((now.properties.photos as unknown[]) ?? []), { hash: "new" }],
  });
  const adding = edit.setNow(photosOf, "photo", A);
  expect(asked[0]).toMatchObject({
    what: "change aaaaaaa",
    body: { revision: 1, photos: [{ hash: "new" }] },
  });

  const moved = point("aaaaaaa", { name: "Changed meanwhile", photos: [{ hash: "old" }] }, 5);
  asked[0].refuse(new Problem(409, "revision_conflict", "", { current: moved }));
  await settle();
  expect(asked[1].body).toEqual({ revision: 5, photos: [{ hash: "old" }, { hash: "new" }] });
  asked[1].answer(point("aaaaaaa", { name: "Changed meanwhile" }, 6));
  await adding;
  expect(told.did[0].before?.properties.revision).toBe(5);
  expect(edit.point?.id).toBe("bbbbbbb");
});

test("a history that comes late is not shown under another point", async () => {
  const { edit } = editing();
  edit.open(A);
  const loading = edit.loadHistory();
  edit.open(B);
  asked[0].answer([{ id: 1 } as HistoryEntry]);
  await loading;
  expect(edit.history).toBeNull();
});

test("setting the status leaves what was typed unsaved", async () => {
  const { edit } = editing();
  edit.open(A);
  type(edit, "name", "Alpha 2");
  const setting = edit.setStatus("out_of_service", "defective");
  expect(asked[0].body).toEqual({ revision: 1, status: "out_of_service", status_reason: "defective" });
  const properties = { name: "Alpha", phone: "1", status: "out_of_service", status_reason: "defective" };
  asked[0].answer(point("aaaaaaa", properties, 2));
  await setting;
  expect(edit.unsaved).toEqual(["name"]);
});

test("a value taken back is not held up by what was typed in its field", async () => {
  const { edit } = editing();
  edit.open(A);
  type(edit, "name", "Typed");
  const setting = edit.setNow(() => ({ name: "Before" }), "restored");
  asked[0].answer(point("aaaaaaa", { name: "Before", phone: "1" }, 2));
  await setting;
  expect(edit.draft.name).toBe("Before");
});

describe("for whom changes are reviewed", () => {
  const own = (proposed: Record<string, unknown>, base: Record<string, unknown>, revision = 1): Proposal => ({
    id: 7,
    place_id: "town",
    point_id: "aaaaaaa",
    base_revision: 1,
    proposed,
    base,
    state: "submitted",
    revision,
    proposer_id: 2,
    proposed_by: "Li",
    changed_at: "",
    note: "seen on the spot",
  });

  beforeEach(() => {
    account.isReviewed = true;
  });

  test("an open proposal is shown with its point, and the next one holds both", async () => {
    account.own = own({ name: "Alpha 2", names: { en: "A" } }, { name: "Alpha" });
    const { edit } = editing();
    edit.open(A);
    await settle();
    expect(edit.waiting?.id).toBe(7);
    type(edit, "phone", "22");
    type(edit, "names.ja", "ア");
    const saving = edit.save();
    await settle();
    expect(asked[0]).toMatchObject({ what: "propose", body: { point: "aaaaaaa", note: "seen on the spot" } });
    expect((asked[0].body as { values: unknown }).values).toEqual({
      name: "Alpha 2",
      phone: "22",
      names: { en: "A", ja: "ア" },
    });
    asked[0].answer(own({ name: "Alpha 2", phone: "22" }, {}, 2));
    expect(await saving).toBe(true);
    expect(edit.unsaved).toEqual([]);
    expect(edit.waiting?.revision).toBe(2);
  });

  test("setting the status is proposed alone and leaves what was typed unsaved", async () => {
    const { edit, told } = editing();
    edit.open(A);
    type(edit, "name", "Alpha 2");
    const setting = edit.setStatus("removed", "vanished");
    await settle();
    expect((asked[0].body as { values: unknown }).values).toEqual({
      status: "removed",
      status_reason: "vanished",
    });
    asked[0].answer(own({ status: "removed" }, {}));
    await setting;
    expect(edit.unsaved).toEqual(["name"]);
    expect(told.proposed).toHaveLength(1);
    expect(listDrafts("town").map((draft) => draft.draft.name)).toEqual(["Alpha 2"]);
  });

  test("somebody else's change of what is proposed already is decided by hand, not hidden by the next proposal", async () => {
    account.own = own({ name: "Mine" }, { name: "Older" });
    const { edit } = editing();
    edit.open(A);
    type(edit, "phone", "22");
    expect(await edit.save()).toBe(false);
    expect(asked).toEqual([]);
    expect(edit.conflict?.mine).toMatchObject({ name: "Mine", phone: "22" });
    const saving = edit.saveOver(A, { name: "Alpha", phone: "1" }, { ...edit.draft, name: "Alpha" });
    await settle();
    expect(asked[0].body).toMatchObject({ values: { name: "Alpha", phone: "22" } });
    asked[0].answer(own({ phone: "22" }, {}, 2));
    expect(await saving).toBe(true);
  });

  test("what is taken out of a proposal that was taken up is sent as the point has it", async () => {
    account.own = own({ name: "Alpha 2", phone: "22" }, { name: "Alpha", phone: "1" });
    const { edit } = editing();
    edit.open(A);
    await settle();
    type(edit, "level", "2");
    edit.takeUpWaiting();
    await settle();
    expect(edit.waiting).toBeNull();
    expect(edit.note).toBe("seen on the spot");
    expect(edit.unsaved.sort()).toEqual(["level", "name", "phone"]);
    type(edit, "phone", "1");
    void edit.save();
    await settle();
    expect((asked[0].body as { values: unknown }).values).toEqual({
      name: "Alpha 2",
      phone: "1",
      level: "2",
    });
  });

  test("a new point that was sent back replaces its proposal, also after a reload", async () => {
    const sentBack: Proposal = {
      ...own({ kind: "aed", lon: 7.42, lat: 43.73, name: "New" }, {}),
      point_id: null,
      state: "returned",
    };
    editing().edit.takeUpProposal(sentBack, null);
    const [kept] = listDrafts("town");
    const { edit } = editing();
    edit.takeUp(kept, null);
    type(edit, "name", "Newer");
    void edit.save();
    await settle();
    expect(asked.find((one) => one.what !== "check")).toMatchObject({
      what: "proposal 7",
      body: { state: "submitted", values: { name: "Newer" } },
    });
  });
});

describe("positions that are not saved yet", () => {
  const HINTS: PositionCheck = { inside: false, on_water: false, twins: [] };
  const checks = () => asked.filter((one) => one.what === "check");

  test("are asked about once, not with each key that is pressed", async () => {
    const { edit, told } = editing();
    edit.begin("aed", newPoint(7.42, 43.73));
    type(edit, "name", "A");
    type(edit, "name", "Al");
    checks()[0].answer(HINTS);
    await settle();
    expect(edit.check).toBe(HINTS);
    expect(checks()).toHaveLength(1);
    edit.moveTo(7.43, 43.73);
    checks()[1].refuse(new Problem(500, "internal", ""));
    await settle();
    expect(edit.check).toBeNull();
    expect(told.asks).toEqual([
      [7.42, 43.73],
      [7.43, 43.73],
    ]);
  });

  test("of the device itself are never asked about, also while dragged and after a reload", async () => {
    const { edit, told } = editing();
    edit.begin("aed", newPoint(7.42, 43.73), true);
    edit.dragTo(7.4201, 43.73);
    const again = editing();
    again.edit.takeUp(listDrafts("town")[0], null);
    expect([...told.asks, ...again.told.asks, ...checks()]).toEqual([]);
    edit.moveTo(7.421, 43.73)();
    expect(told.asks).toEqual([[7.421, 43.73], null]);
  });

  test("go back by an undo only while the same point is open", () => {
    const { edit } = editing();
    edit.open(A);
    const back = edit.moveTo(7.43, 43.73);
    edit.open(B);
    back();
    expect(edit.position).toEqual([7.42, 43.73]);
    expect(edit.unsaved).toEqual([]);
    edit.open(A);
    edit.moveTo(7.43, 43.73)();
    expect(edit.position).toEqual([7.42, 43.73]);
  });
});

test("each new point is kept by itself until it is saved or let go", () => {
  const one = editing().edit;
  one.begin("aed", { ...newPoint(7.42, 43.73), name: "One" });
  const two = editing().edit;
  two.begin("aed", { ...newPoint(7.43, 43.73), name: "Two" });
  expect(
    listDrafts("town")
      .map((draft) => draft.draft.name)
      .sort(),
  ).toEqual(["One", "Two"]);
  one.close();
  expect(listDrafts("town").map((draft) => draft.draft.name)).toEqual(["Two"]);
});

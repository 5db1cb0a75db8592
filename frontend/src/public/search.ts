import type { Entry, Point, SearchIndex } from "./directory";
import { isChinese, type Pinyin, pinyinPattern } from "./pinyin";
import { match, plain } from "./plain";

export type Found = { type: "point"; point: Point } | { type: "street" | "address"; entry: Entry };

const MOST = 20;
/** Rows made ready at a time while nobody waits. */
const SLICE = 4000;
/** The first letters of a sign's number are enough to find it, but fewer than these may be any word. */
const LEAST_ID = 4;

/** A house's number with what is written onto it: 12bis, 18号. */
const NUMBER = /\p{N}+(?:\p{Script=Latin}+|[号號楼樓栋棟座室弄]+)*/gu;

/** One thing to find: its name, and everything else by which it may be found, both plain. */
interface Row {
  name: string;
  rest: string;
  /** How the two are read; missing until it is asked for, empty where nothing is Chinese. */
  readName?: string;
  readRest?: string;
  found: Found;
  /** Points before streets before addresses, where they fit equally well. */
  order: number;
}

interface Hit {
  row: Row;
  score: number;
}

/**
 * Searches a place's points, streets and addresses; lives in the page, and nothing typed leaves it. Texts are made ready when
 * somebody begins to search, because of 100,000 points that takes half a second.
 */
export class Search {
  private unready: Point[] = [];
  private points: Row[] = [];
  private places: Row[] = [];
  private pinyin: Pinyin | null = null;
  private kindName: (kind: string) => string = (kind) => kind;

  setPoints(points: Point[], kindName: (kind: string) => string): void {
    this.unready = points;
    this.points = [];
    this.kindName = kindName;
  }

  setIndex(index: SearchIndex): void {
    const row = (type: "street" | "address", order: number) => (entry: Entry) => ({
      name: plain([entry.name, entry.en, entry.zh].filter(Boolean).join(" ")),
      rest: "",
      found: { type, entry } as Found,
      order,
    });
    this.places = [...index.streets.map(row("street", 1)), ...index.addresses.map(row("address", 2))];
  }

  /** From now on Chinese texts are found by pinyin too. */
  setPinyin(pinyin: Pinyin): void {
    this.pinyin = pinyin;
  }

  /** Makes the texts ready bit by bit, so that the first letter is answered at once. */
  async prepare(): Promise<void> {
    while (this.unready.length > this.points.length) {
      this.makeReady(SLICE);
      await new Promise((resume) => setTimeout(resume));
    }
  }

  find(query: string): Found[] {
    const asked = plain(query);
    if (!asked) return [];
    this.makeReady(Infinity);
    const found = this.best(asked, [this.points, this.places]);
    if (found.length > 0 || !this.places.length) return found;
    const street = plain(asked.replace(NUMBER, " ")); // no house of that number is known: the street is better than nothing
    return street && street !== asked ? this.best(street, [this.places]) : [];
  }

  private best(asked: string, among: Row[][]): Found[] {
    const pattern = this.pinyin && pinyinPattern(asked);
    const best: Hit[] = [];
    for (const rows of among) {
      for (const row of rows) {
        const score = scoreOf(row, asked) || (pattern ? this.scoreRead(row, pattern) : 0);
        if (score) keepBest(best, { row, score });
      }
    }
    return best.map(({ row }) => row.found);
  }

  private makeReady(most: number): void {
    const end = Math.min(this.unready.length, this.points.length + most);
    for (let i = this.points.length; i < end; i++) this.points.push(this.pointRow(this.unready[i]));
  }

  private pointRow(point: Point): Row {
    const rest = [
      this.kindName(point.kind),
      point.operator,
      point.address,
      point.near,
      ...Object.values(point.placement ?? {}),
      point.id,
    ];
    return {
      name: plain([point.name, ...Object.values(point.names ?? {})].filter(Boolean).join(" ")),
      rest: plain(rest.filter(Boolean).join(" ")),
      found: { type: "point", point },
      order: 0,
    };
  }

  /** Below every match of the letters as they stand, from the name's beginning first. */
  private scoreRead(row: Row, pattern: RegExp): number {
    const { pinyin } = this;
    if (!pinyin) return 0;
    row.readName ??= isChinese(row.name) ? pinyin.read(row.name) : "";
    const inName = row.readName ? row.readName.search(pattern) : -1;
    if (inName === 0) return 3.5;
    if (inName > 0) return 1.5;
    row.readRest ??= isChinese(row.rest) ? pinyin.read(row.rest) : "";
    return row.readRest && pattern.test(row.readRest) ? 0.5 : 0;
  }
}

/** Puts a hit where it belongs among the best; one letter hits every row of 100,000, and sorting those would be felt. */
function keepBest(best: Hit[], hit: Hit): void {
  if (best.length === MOST && !isBetter(hit, best[MOST - 1])) return;
  let at = best.length;
  while (at > 0 && isBetter(hit, best[at - 1])) at--;
  best.splice(at, 0, hit);
  if (best.length > MOST) best.pop();
}

function isBetter(a: Hit, b: Hit): boolean {
  if (a.score !== b.score) return a.score > b.score;
  if (a.row.order !== b.row.order) return a.row.order < b.row.order;
  return a.row.name.length < b.row.name.length;
}

/** The number on the sign first, then names, then everything else. */
function scoreOf(row: Row, asked: string): number {
  if (row.found.type === "point" && asked.length >= LEAST_ID && row.found.point.id.startsWith(asked))
    return 9;
  const inName = match(asked, row.name);
  if (inName) return inName + 2;
  const inRest = match(asked, row.rest);
  if (inRest) return Math.min(inRest, 2) + 0.25;
  return match(asked, row.name ? `${row.name} ${row.rest}` : row.rest) ? 1 : 0; // words of the query in both
}

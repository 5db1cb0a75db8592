import type { Entry, Point, SearchIndex } from "./directory";

export type Found = { type: "point"; point: Point } | { type: "street" | "address"; entry: Entry };

const MOST = 20;

/** Lower case, without accents and punctuation: "Rue de l'Église" is found by "eglise". */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** How well all words of a query are in a text: 3 whole beginning, 2 words' beginnings, 1 anywhere, 0 not all there. */
export function match(query: string, text: string): number {
  if (!query) return 0;
  if (text.startsWith(query)) return 3;
  const words = text.split(" ");
  let least = 2;
  for (const word of query.split(" ")) {
    if (words.some((other) => other.startsWith(word))) continue;
    if (!text.includes(word)) return 0;
    least = 1;
  }
  return least;
}

interface Row {
  text: string;
  found: Found;
  order: number;
}

/** Searches a place's points, streets and addresses; lives in the page, and nothing typed leaves it. */
export class Search {
  private points: Row[] = [];
  private places: Row[] = [];

  setPoints(points: Point[], kindName: (kind: string) => string): void {
    this.points = points.map((point) => {
      const words = [
        point.name,
        ...Object.values(point.names ?? {}),
        point.address,
        ...Object.values(point.placement ?? {}),
        point.operator,
        kindName(point.kind),
        point.id,
      ];
      return { text: plain(words.filter(Boolean).join(" ")), found: { type: "point", point }, order: 0 };
    });
  }

  setIndex(index: SearchIndex): void {
    const row = (type: "street" | "address", order: number) => (entry: Entry) => ({
      text: plain([entry.name, entry.en, entry.zh].filter(Boolean).join(" ")),
      found: { type, entry } as Found,
      order,
    });
    this.places = [...index.streets.map(row("street", 1)), ...index.addresses.map(row("address", 2))];
  }

  find(query: string): Found[] {
    const asked = plain(query);
    if (!asked) return [];
    const hits: { row: Row; score: number }[] = [];
    for (const row of [...this.points, ...this.places]) {
      const score = match(asked, row.text);
      if (score) hits.push({ row, score });
    }
    hits.sort(
      (a, b) => b.score - a.score || a.row.order - b.row.order || a.row.text.length - b.row.text.length,
    );
    return hits.slice(0, MOST).map(({ row }) => row.found);
  }
}

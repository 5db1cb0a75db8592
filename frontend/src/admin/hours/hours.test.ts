import OpeningHours from "opening_hours";
import { describe, expect, test } from "vitest";
import { readHours, withRest } from "./read";
import { DAY, emptyWeek, isOpen, merged, painted, type Span, type Week, weekText } from "./week";

const SEED = 20261122;

/** Mulberry32: the same samples on every machine. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function randomSpans(random: () => number): Span[] {
  const spans: Span[] = [];
  for (let n = Math.floor(random() * 4); n > 0; n--) {
    const from = Math.floor(random() * 96) * 15;
    spans.push({ from, to: from + 15 + Math.floor(random() * 40) * 15 });
  }
  return merged(spans) ?? [];
}

function randomWeek(random: () => number): Week {
  const few = [randomSpans(random), randomSpans(random), [{ from: 0, to: DAY }], []];
  const one = () => (random() < 0.8 ? few[Math.floor(random() * few.length)] : randomSpans(random));
  const holiday = () => (random() < 0.5 ? null : one());
  return { days: Array.from({ length: 7 }, one), ph: holiday(), sh: holiday() };
}

const HOLIDAYS: Record<string, (day: number) => boolean> = {
  PH: (day) => [25, 26, 28].includes(day), // of November 2026: a Wednesday, a Thursday, a Saturday
  SH: (day) => day >= 26 && day <= 30,
};

/** What another reader of the syntax makes of it, over two weeks with holidays. */
function openTimes(text: string): string {
  const holidays = (kind: "PH" | "SH", daysAfter: number) => (at: Date) => {
    const day = new Date(at.getFullYear(), at.getMonth(), at.getDate() - daysAfter);
    const next = new Date(at.getFullYear(), at.getMonth(), at.getDate() + 1);
    return [day.getMonth() === 10 && HOLIDAYS[kind](day.getDate()), next];
  };
  const where = { lat: "0", lon: "0", address: {} };
  const hours = new (OpeningHours as unknown as new (...given: unknown[]) => OpeningHours)(text, where, {
    locale: "en",
    holidays,
  });
  const spans = hours.getOpenIntervals(new Date(2026, 10, 22), new Date(2026, 11, 6));
  return JSON.stringify(spans.map(([from, to]) => [from.toString(), to.toString()]));
}

describe("the grid", () => {
  test(`comes back whole from its text (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    for (let n = 0; n < 2000; n++) {
      const week = randomWeek(random);
      const text = weekText(week);
      expect(readHours(text), text).toEqual({ week, rest: "" });
    }
  });

  test.each([
    ["24/7", "24/7"],
    ["Mo-Fr 08:00-12:00,14:00-18:00; Sa 9:00-12:00", "Mo-Fr 08:00-12:00,14:00-18:00; Sa 09:00-12:00"],
    ["Mo-Fr 08:00-18:00; We 08:00-12:00", "Mo,Tu,Th,Fr 08:00-18:00; We 08:00-12:00"],
    ["Mo-Fr 08:00-12:00, We 14:00-16:00", "Mo,Tu,Th,Fr 08:00-12:00; We 08:00-12:00,14:00-16:00"],
    ["Sa-Mo 22:00-02:00", "Mo,Sa,Su 22:00-02:00"],
    ["Fr 22:00-26:00; PH off", "Fr 22:00-02:00; PH off"],
    ["08:00-18:00; We off", "Mo,Tu,Th-Su 08:00-18:00"],
    ["Mo-Fr,PH 08:00-18:00", "Mo-Fr 08:00-18:00; PH 08:00-18:00"],
    ["Mo-Su 00:00-24:00; PH,SH off", "24/7; PH,SH off"],
    ["Mo-Fr 08:00-18:00; SH 10:00-12:00; PH off", "Mo-Fr 08:00-18:00; SH 10:00-12:00; PH off"],
  ])("shows %s", (text, again) => {
    const { week, rest } = readHours(text);
    expect([weekText(week), rest]).toEqual([again, ""]);
    expect(openTimes(again)).toBe(openTimes(text));
  });

  test.each([
    ["Mo-Fr 08:00-18:00; Dec 25 off", "Mo-Fr 08:00-18:00", "; Dec 25 off"],
    ["Dec 25 off; Mo-Fr 08:00-18:00", "", "; Dec 25 off; Mo-Fr 08:00-18:00"],
    ['Mo-Fr 08:00-18:00 || "by arrangement; call"', "Mo-Fr 08:00-18:00", ' || "by arrangement; call"'],
    ["Mo-Fr sunrise-sunset", "", "; Mo-Fr sunrise-sunset"],
    ["Mo[1] 08:00-12:00", "", "; Mo[1] 08:00-12:00"],
    ["Mo-Fr 08:00+", "", "; Mo-Fr 08:00+"],
    ["PH off; Mo-Fr 08:00-18:00", "PH off", "; Mo-Fr 08:00-18:00"],
    ["Mo-Fr,PH 08:00-18:00; Sa 09:00-12:00", "Mo-Fr 08:00-18:00; PH 08:00-18:00", "; Sa 09:00-12:00"],
    ["Mo-Su 22:00-02:00; We off", "Mo-Su 22:00-02:00", "; We off"],
    ["nonsense at noon", "", "; nonsense at noon"],
  ])("leaves of %s what it can't show as text", (text, shown, rest) => {
    const read = readHours(text);
    expect([weekText(read.week), read.rest]).toEqual([shown, rest]);
  });

  test(`changes nothing of what rules say, whichever it can show (seed ${SEED})`, () => {
    const random = randomOf(SEED + 1);
    const pick = (of: string[]) => of[Math.floor(random() * of.length)];
    const days = ["Mo-Fr ", "Sa,Su ", "We ", "PH ", "SH ", "PH,SH ", "Mo-Fr,PH ", "Dec ", "Fr-Mo ", ""];
    const times = [
      "08:00-18:00",
      "08:00-12:00,14:00-18:00",
      "20:00-02:00",
      "off",
      "00:00-24:00",
      "10:00-26:00",
    ];
    let whole = 0;
    for (let n = 0; n < 150; n++) {
      const rules = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(days) + pick(times));
      const text = rules.join(pick(["; ", "; ", "; ", ", "]));
      const { week, rest } = readHours(text);
      if (!rest) whole++;
      expect(openTimes(withRest(weekText(week), rest) || "off"), text).toBe(openTimes(text));
    }
    expect(whole).toBeGreaterThan(40);
  });

  test("keeps the text behind it when it is painted on", () => {
    const { week, rest } = readHours("Mo 08:00-12:00; Dec 25 off");
    week.days[1] = painted(week.days[1], 480, 720, true);
    expect(withRest(weekText(week), rest)).toBe("Mo,Tu 08:00-12:00; Dec 25 off");
    expect(withRest(weekText(emptyWeek()), rest)).toBe("Dec 25 off");
  });

  test("opens and closes stretches of a day", () => {
    const spans = painted(painted([], 480, 1080, true), 720, 840, false);
    expect(spans).toEqual([
      { from: 480, to: 720 },
      { from: 840, to: 1080 },
    ]);
    expect(isOpen(spans, 690, 720)).toBe("open");
    expect(isOpen(spans, 700, 730)).toBe("part");
    expect(isOpen(spans, 720, 750)).toBe("closed");
  });
});

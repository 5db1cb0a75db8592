import { CODES, DAY, emptyWeek, merged, type Span, spanText, spills, type Week } from "./week";

/** What of a text in OSM's opening_hours syntax a grid of the week shows, and what it can't. */
export interface ReadHours {
  week: Week;
  /** The rules from the first on that the grid can't show, with the separator before them; empty for none. */
  rest: string;
}

/** A week, and how its days came about: those that are off, and the number of the rule that each is from. */
interface Shown {
  week: Week;
  off: ReadonlySet<number>;
  /** -1 for none. */
  owners: number[];
}

const OVERRIDDEN = Number.MAX_SAFE_INTEGER;

interface Rule {
  days: number[];
  ph: boolean;
  sh: boolean;
  spans: Span[];
  /** Written without days. */
  everyDay: boolean;
  adds: boolean;
}

const EVERY_DAY = { days: [0, 1, 2, 3, 4, 5, 6], ph: false, sh: false, everyDay: true };
const DAYS = /(?:(Mo|Tu|We|Th|Fr|Sa|Su)(?:-(Mo|Tu|We|Th|Fr|Sa|Su))?|PH|SH)(?![\w[])/y;
const TIMES = /(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})(?![\d:+/])/y;
const OFF = /(?:off|closed)$/y;

/**
 * Reads as many rules from the start as a grid shows without any change of what they say; hours are read as the server
 * does (org.sanfen.directory.hours). Later rules override earlier ones, so that nothing behind the first that the grid
 * can't show may be taken out of its place.
 */
export function readHours(text: string): ReadHours {
  let shown: Shown = { week: emptyWeek(), off: new Set(), owners: CODES.map(() => -1) };
  let end = 0;
  let withoutDays = false;
  for (const piece of pieces(text)) {
    const next = piece.fallback ? null : withRules(shown, piece.text.trim());
    if (!next) {
      // hours without days, written as Mo-Su, might be overridden otherwise by what follows
      if (withoutDays) return { week: emptyWeek(), rest: restOf(text) };
      return { week: shown.week, rest: restOf(text.slice(end)) };
    }
    withoutDays ||= /^\d{1,2}:/.test(piece.text.trim());
    shown = next;
    end = piece.end;
  }
  return { week: shown.week, rest: "" };
}

/** The whole text again, with another week in front of what the grid can't show. */
export function withRest(weekText: string, rest: string): string {
  if (weekText) return weekText + rest;
  return rest.replace(/^\s*(?:;|\|\|)\s*/, "");
}

function restOf(text: string): string {
  const bare = text.trim();
  if (!bare) return "";
  return bare.startsWith("||") ? ` ${bare}` : `; ${bare.replace(/^;\s*/, "")}`;
}

interface Piece {
  text: string;
  end: number;
  /** Joined by ||: it counts only where all before it leave closed. */
  fallback: boolean;
}

/** Rules between semicolons and double bars, comments in quotes left whole. */
function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  let quoted = false;
  let fallback = false;
  for (let at = 0; at <= text.length; at++) {
    const bars = text.startsWith("||", at);
    if (text[at] === '"') quoted = !quoted;
    if (at < text.length && (quoted || (text[at] !== ";" && !bars))) continue;
    if (text.slice(from, at).trim()) found.push({ text: text.slice(from, at), end: at, fallback });
    fallback = bars;
    from = at + (bars ? 2 : 1);
    if (bars) at++;
  }
  return found;
}

function withRules(before: Shown, text: string): Shown | null {
  const rules = rulesOf(text);
  if (!rules) return null;
  const week: Week = { days: [...before.week.days], ph: before.week.ph, sh: before.week.sh };
  const off = new Set(before.off);
  const owners = [...before.owners];
  let number = Math.max(...owners);
  for (const rule of rules) {
    number++;
    const { days, spans } = rule;
    const holidays = rule.ph || rule.sh;
    const isFirst = !off.size && !week.ph && !week.sh && week.days.every((day) => !day.length);
    if (rule.everyDay && !isFirst) return null; // readers differ on whether it overrides rules that name days
    if (days.length && (week.ph || week.sh)) return null; // it would override a holiday's own hours on its weekday
    if (rule.sh && week.ph && !rule.ph) return null; // it would override PH on a day that is both
    if (holidays && (rule.adds || (spills(spans) && (days.length || (rule.ph && rule.sh))))) return null;
    for (const day of days) {
      if (spills(week.days[day])) return null; // readers differ on whether its night is overridden too
      const kept = rule.adds ? merged([...week.days[day], ...spans]) : spans;
      if (!kept) return null;
      owners[day] = owners[day] === -1 ? number : OVERRIDDEN;
      week.days[day] = kept;
      if (spans.length) off.delete(day);
      else off.add(day);
    }
    for (const name of ["ph", "sh"] as const) {
      if (!rule[name]) continue;
      if (spills(week[name] ?? [])) return null;
      week[name] = spans;
    }
  }
  return week.days.some(spills) && !isWrittenAlike(week, off, owners) ? null : { week, off, owners };
}

/**
 * Whether the week would be written with the same days in the same rules: a night that ends on a day of another rule is
 * read in more than one way, and a day that is off closes the end of the night before, which one without hours does not.
 */
function isWrittenAlike(week: Week, off: ReadonlySet<number>, owners: number[]): boolean {
  if (off.size || owners.includes(OVERRIDDEN)) return false;
  const times = week.days.map((spans) => spans.map(spanText).join());
  return times.every((one, day) =>
    times.every((other, also) => !one || one !== other || owners[day] === owners[also]),
  );
}

/** The rules of one piece: several where a comma adds further days. */
function rulesOf(text: string): Rule[] | null {
  if (text === "24/7") return [{ ...EVERY_DAY, spans: [{ from: 0, to: DAY }], adds: false }];
  const rules: Rule[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  const skip = (pattern: RegExp) => take(pattern) !== null;
  while (at < text.length) {
    const rule: Rule = { days: [], ph: false, sh: false, spans: [], everyDay: false, adds: rules.length > 0 };
    let named = false;
    for (let day = take(DAYS); day; day = take(DAYS)) {
      named = true;
      addDays(rule, day);
      if (!skip(/\s*,\s*(?=Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)/y)) break;
    }
    if (!named && rule.adds) return null;
    if (named && !skip(/\s+/y)) return null;
    if (!named) Object.assign(rule, EVERY_DAY);
    if (take(OFF)) return rule.adds ? null : [...rules, rule];
    for (let times = take(TIMES); times; times = take(TIMES)) {
      const span = spanOf(times);
      if (!span) return null;
      rule.spans.push(span);
      if (!skip(/\s*,\s*(?=\d)/y)) break;
    }
    const spans = rule.spans.length ? merged(rule.spans) : null;
    if (!spans) return null;
    rules.push({ ...rule, spans });
    if (at < text.length && !skip(/\s*,\s*(?=Mo|Tu|We|Th|Fr|Sa|Su)/y)) return null;
  }
  return rules.length ? rules : null;
}

function addDays(rule: Rule, [whole, first, last]: RegExpExecArray): void {
  if (whole === "PH") rule.ph = true;
  else if (whole === "SH") rule.sh = true;
  else {
    const from = CODES.indexOf(first as (typeof CODES)[number]);
    const to = last ? CODES.indexOf(last as (typeof CODES)[number]) : from;
    for (let day = from; ; day = (day + 1) % 7) {
      if (!rule.days.includes(day)) rule.days.push(day);
      if (day === to) break;
    }
  }
}

function spanOf([, fromHour, fromMinute, toHour, toMinute]: RegExpExecArray): Span | null {
  const from = Number(fromHour) * 60 + Number(fromMinute);
  let to = Number(toHour) * 60 + Number(toMinute);
  if (Number(fromMinute) > 59 || Number(toMinute) > 59 || from >= DAY || to === from) return null;
  if (to < from) to += DAY;
  return to <= 2 * DAY && to - from <= DAY ? { from, to } : null;
}

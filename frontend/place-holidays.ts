import type { Plugin } from "vite";

/** What the library asks of its own table of countries, and what it asks of us instead. Each occurs once. */
const SEAMS: [string, string][] = [
  ["const holidayDefinitions = holiday_definitions;", "const holidayDefinitions = {};"],
  ["const applying_holidays = getMatchingHoliday(holiday_type);", ""],
  [
    "const selector = createPublicHolidaySelector(applying_holidays, add_days);",
    "const selector = optional_conf_parm.holidays(holiday_type, add_days[0]);",
  ],
  [
    "const selector = createSchoolHolidaySelector(applying_holidays);",
    "const selector = optional_conf_parm.holidays(holiday_type, 0);",
  ],
];

/**
 * Weekdays and months in every language and script, for guessing what a text in none of OSM's own words may mean: 27 KB of
 * a first visit's transfer. The server does not guess, and both must say the same.
 */
const FOREIGN_WORDS: [string, string][] = [
  ["crossLocale: crossLocale,", "crossLocale: {},"],
  ["regionLangs: regionLangs\n", "regionLangs: {}\n"],
];

/** What it warns of in German and in French: nobody is shown it. */
const FOREIGN_TEXTS = [/\n {2}de:\{ texts:[^]*?(?=\n {2}eo:\{)/, /\n {2}fr:\{ texts:[^]*?(?=\n {2}nl:\{)/];

/**
 * It tries 25 phrases such as "all day" at each word, and makes their patterns anew: 20 ms of a page's first look at hours.
 * Each has three letters in a row, which proper hours have only in "off".
 */
const PHRASES: [string, string] = [
  "const findPhraseCorrection = (input) => {",
  "const findPhraseCorrection = (input) => {\n  if (!/(?!off\\b)[a-z]{3}|[^\\x00-\\x7f]/i.test(input)) return undefined;",
];

/**
 * Gives opening_hours the holidays of the place, as the server has them, in the place of those it brings: it takes none
 * from outside, and what it brings for China knows neither the State Council's arrangement nor an operator's own list.
 * Without its table of countries the chunk is less than half as large. A new version of the library that reads otherwise
 * fails the build.
 */
export const placeHolidays: Plugin = {
  name: "place-holidays",
  enforce: "pre",
  transform(code, id) {
    if (!id.includes("opening_hours.esm.mjs")) return null;
    let own = code;
    for (const [theirs, ours] of [...SEAMS, ...FOREIGN_WORDS, PHRASES]) {
      if (own.split(theirs).length !== 2) throw new Error(`opening_hours no longer reads: ${theirs}`);
      own = own.replace(theirs, ours);
    }
    for (const text of FOREIGN_TEXTS) {
      if (!text.test(own)) throw new Error(`opening_hours no longer reads: ${text}`);
      own = own.replace(text, "");
    }
    return { code: own, map: null };
  },
};

/** How Chinese characters are read, in Latin letters without tones. */
export class Pinyin {
  private readonly readings = new Map<string, string[]>();

  /** @param table a line for each syllable: the syllable, then its characters */
  constructor(table: string) {
    for (const line of table.split("\n")) {
      const syllable = /^[a-z]+/.exec(line)?.[0] ?? "";
      for (const character of line.slice(syllable.length)) {
        const known = this.readings.get(character);
        if (known) known.push(syllable);
        else this.readings.set(character, [syllable]);
      }
    }
  }

  /**
   * The syllables of a text, each with an apostrophe after it: "微型2号" is "wei'xing'2'hao'". A character of several
   * readings stands with all of them, "重" as "chong/zhong'"; words in other scripts stand as they are.
   *
   * @param text as search.ts's plain() gives it
   */
  read(text: string): string {
    let read = "";
    let inWord = false;
    for (const character of text) {
      const readings = this.readings.get(character);
      if (readings || character === " ") {
        if (inWord) read += "'";
        inWord = false;
        if (readings) read += `${readings.join("/")}'`;
      } else {
        read += character;
        inWord = true;
      }
    }
    return inWord ? `${read}'` : read;
  }
}

/** Whether a text has anything to be read. */
export function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/**
 * What finds a query typed in Latin letters in read texts: by full syllables, by their initials, or by a mixture, from any
 * syllable on. "wxxfz", "weixing", "weixfz" all find "wei'xing'xiao'fang'zhan'".
 *
 * @returns null where the query is no pinyin
 */
export function pinyinPattern(query: string): RegExp | null {
  const letters = query.replace(/ /g, "").replace(/ü/g, "v");
  if (!/^[a-z0-9]{2,}$/.test(letters) || !/[a-z]/.test(letters)) return null;
  // Between two letters, the syllable may end early: its other letters and readings are skipped, and so are the next
  // syllable's readings before the one that is meant.
  const next = "(?:[^']*'(?:[a-z]+/)*)?";
  return new RegExp(`(?:^|')(?:[a-z]+/)*${[...letters].join(next)}`);
}

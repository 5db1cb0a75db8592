const ASCII = /^[a-z0-9 ]*$/;

/**
 * Lower case, without accents, punctuation and widths: "Rue de l'Église" is found by "eglise", "ＡＥＤ" by "aed". What it gives
 * holds single blanks only.
 */
export function plain(text: string): string {
  if (ASCII.test(text) && !text.includes("  ")) return text.trim();
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** How well all words of a query are in a text: 3 whole beginning, 2 words' beginnings, 1 anywhere, 0 not all there. */
export function match(query: string, text: string): 0 | 1 | 2 | 3 {
  if (!query) return 0;
  if (text.startsWith(query)) return 3;
  let least: 1 | 2 = 2;
  for (const word of query.split(" ")) {
    const at = text.indexOf(word);
    if (at < 0) return 0;
    if (at > 0 && !text.includes(` ${word}`)) least = 1;
  }
  return least;
}

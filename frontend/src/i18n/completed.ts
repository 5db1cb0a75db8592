export type Texts = Record<string, string>;

const COMPLETE = ["zh-Hans", "en"]; // the others fall back on them

/** The languages in the order of the menu, the complete ones first, each with what it lacks from its fallback. */
export function completed(own: Record<string, Texts>): [tag: string, texts: Texts][] {
  const tags = Object.keys(own).sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  return tags.map((tag) => [tag, withFallback(own[tag], own[fallback(tag)] ?? {})]);
}

const rank = (tag: string) => (COMPLETE.indexOf(tag) + COMPLETE.length + 1) % (COMPLETE.length + 1);
const fallback = (tag: string) => (tag.startsWith("zh") ? "zh-Hans" : "en");

/** A language's own "many" is never mixed with its fallback's "one". */
function withFallback(own: Texts, others: Texts): Texts {
  const lacking = Object.entries(others).filter(
    ([key]) => !(key in own) && !(key.endsWith(".one") && key.slice(0, -4) in own),
  );
  return { ...own, ...Object.fromEntries(lacking) };
}

/**
 * The keys that a source may ask for: each that stands in it as a string, and each that a template or a sum can make.
 * Rather one too many than one too few.
 */
export function keysIn(source: string, keys: string[]): string[] {
  const strings = new Set([...source.matchAll(/["'`]([\w.-]+)["'`]/g)].map((found) => found[1]));
  const made = [
    ...[...source.matchAll(/`([\w-]+\.[\w.-]*)\$\{[^}`]*\}([\w.-]*)/g)].map((found) => [found[1], found[2]]),
    ...[...source.matchAll(/["']([\w-]+\.[\w.-]*)["']\s*\+/g)].map((found) => [found[1], ""]),
  ];
  return keys.filter((key) => {
    const plain = key.replace(/\.one$/, "");
    return (
      strings.has(plain) ||
      made.some(([start, end]) => plain.startsWith(start) && plain.includes(end, start.length))
    );
  });
}

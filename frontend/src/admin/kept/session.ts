/**
 * What the editor keeps until the tab is closed, so that a reload loses nothing. Only on staff's own pages, only what staff
 * typed of points, and gone when somebody signs out or another account signs in.
 */
const PREFIX = "sanfen.editor.";
const OWNER = `${PREFIX}owner`;

/** Keeps a value; where the browser has no room or refuses, the page works on without. */
export function keep(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    forget(key); // an old value would come back as if it were the present one
  }
}

export function kept<T>(key: string): T | null {
  try {
    const text = sessionStorage.getItem(PREFIX + key);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

export function forget(key: string): void {
  try {
    sessionStorage.removeItem(PREFIX + key);
  } catch {
    // nothing could be kept there either
  }
}

/** Keys that start so, without what all have in common. */
export function keptKeys(start: string): string[] {
  try {
    return Object.keys(sessionStorage)
      .filter((key) => key.startsWith(PREFIX + start))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}

export function forgetAll(): void {
  for (const key of keptKeys("")) forget(key);
}

/** Forgets what another account has left in this tab. */
export function keepFor(owner: string): void {
  if (kept<string>(OWNER.slice(PREFIX.length)) !== owner) forgetAll();
  keep(OWNER.slice(PREFIX.length), owner);
}

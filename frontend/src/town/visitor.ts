/** Who sits before this page: a random id and the name they gave, kept by the browser. */
import { signal } from '@preact/signals';

const ID_KEY = 'townlet.visitor';
const NAME_KEY = 'townlet.name';

/** A random id of 16 letters and digits. Works on plain http too, where `crypto.randomUUID` is missing. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => 'abcdefghijklmnopqrstuvwxyz012345'[byte & 31] ?? 'a').join('');
}

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // A browser that keeps nothing still shows the town.
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // As above: it lasts as long as the page.
  }
}

function visitorId(): string {
  const known = kept(ID_KEY);
  if (known !== null && /^visitor:[a-z0-9]{1,32}$/.test(known)) return known;
  const made = `visitor:${randomId()}`;
  keep(ID_KEY, made);
  return made;
}

export const visitor = visitorId();
export const visitorName = signal(kept(NAME_KEY) ?? '');

export function introduce(name: string): void {
  visitorName.value = name.trim();
  keep(NAME_KEY, visitorName.value);
}

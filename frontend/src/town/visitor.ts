/** The name that whoever sits before this page gave, kept by the browser. Who they are, the session says. */
import { signal } from '@preact/signals';

const NAME_KEY = 'townlet.name';
const LOOKS_KEY = 'townlet.looks';
/** Figures that one may walk in as. */
export const LOOKS = 6;
export const MOST_LETTERS = 40;
/** What the server refuses in a name. */
const UNFIT = /[<>{}[\]|\\`"]|[\p{Cc}\p{Cs}\p{Co}\u202a-\u202e\u2066-\u2069]/u;

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

/** Empty until somebody has introduced themselves. */
export const visitorName = signal(introducible(kept(NAME_KEY) ?? ''));

/** The name as the town takes it; empty if it takes none such. */
function introducible(name: string): string {
  const plain = name.trim().replaceAll(/\s+/g, ' ');
  return plain.length <= MOST_LETTERS && !UNFIT.test(plain) ? plain : '';
}

/** Takes on a name; false if it is none that the town takes. */
export function introduce(name: string): boolean {
  const plain = introducible(name);
  if (plain === '') return false;
  visitorName.value = plain;
  keep(NAME_KEY, plain);
  return true;
}

/** Which figure one walks in as, 0 to `LOOKS` - 1. */
export const looks = signal(Math.min(LOOKS - 1, Math.max(0, Math.trunc(Number(kept(LOOKS_KEY) ?? 0)) || 0)));

export function dress(figure: number): void {
  looks.value = figure;
  keep(LOOKS_KEY, String(figure));
}

/** Makes the page ask for the name again. */
export function forgetName(): void {
  visitorName.value = '';
  keep(NAME_KEY, '');
}

/** Which of the three first steps somebody has taken; remembered in this browser. */
import { signal } from '@preact/signals';

export type Hint = 'watch' | 'talk' | 'change';
export const HINTS: readonly Hint[] = ['watch', 'talk', 'change'];

const KEPT_AS = 'townlet.first-minute';

export const done = signal<ReadonlySet<Hint>>(kept());

export function finish(...hints: Hint[]): void {
  const now = new Set([...done.value, ...hints]);
  if (now.size === done.value.size) return;
  done.value = now;
  try {
    localStorage.setItem(KEPT_AS, [...now].join(' '));
  } catch {
    // A browser that keeps nothing shows them again on the next visit.
  }
}

function kept(): ReadonlySet<Hint> {
  try {
    const words = (localStorage.getItem(KEPT_AS) ?? '').split(' ');
    return new Set(HINTS.filter((hint) => words.includes(hint)));
  } catch {
    return new Set();
  }
}

/** Waiting until one more knows of what is followed just now. */
import type { Followed } from '../spread.ts';
import { A_DAY, heardKey, type Awaited } from './condition.ts';

/** So many may be waited for. */
const MOST = 100;

/** `text`: what it says; `knowers`: how many know of it by now. */
export function oneMoreKnows(followed: Followed, text: string, knowers: number): Awaited {
  const least = String(Math.min(knowers + 1, MOST));
  if ('news' in followed) return { kind: 'knows', values: { news: followed.news, least }, minutes: A_DAY };
  return { kind: 'heard_of', values: { what: heardKey(heard(followed, text)), least }, minutes: A_DAY };
}

function heard(followed: Exclude<Followed, { news: string }>, text: string) {
  if ('memory' in followed) return { of: 'memory', which: followed.memory } as const;
  if ('belief' in followed) return { of: 'belief', which: followed.belief } as const;
  if ('commitment' in followed) return { of: 'commitment', which: followed.commitment } as const;
  return { of: 'announcement', which: text } as const;
}

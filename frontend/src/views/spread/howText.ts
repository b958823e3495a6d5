/** How somebody came to know of something, in words. */
import type { KnowerView, OriginView } from '../../town/generated.ts';
import { words } from '../../words/language.ts';

/** In few words, after the time. */
export function howOf({ told, origin }: KnowerView, name: (id: string) => string): string {
  const says = words().spread;
  if (told !== null) return says.from(name(told.speaker), told.overheard);
  if (origin === null) return says.first;
  const who = origin.who === null ? null : name(origin.who);
  return says.how[origin.how](who);
}

/** In a sentence, with the words or the act that it knows from. */
export function originLine(who: string, origin: OriginView | null, name: (id: string) => string): string {
  const says = words().spread;
  if (origin === null || origin.words === '') return says.firstInWords(who);
  const by = origin.who === null ? null : name(origin.who);
  return says.origin[origin.how]?.(by, origin.words) ?? says.firstInWords(who);
}

/** Who is what to whom. */
import { english } from '../grammar.ts';

const closeness = (value: number) => english.number(value, 2);

export const ties = {
  title: 'Who is what to whom',
  open: 'Who is what to whom',
  web: (people: number, ties: number) =>
    `${english.number(people)} residents and ${english.number(ties)} ties between them; who is close stands near`,
  chooseOne: 'Who is close stands near. Choose somebody to see their ties alone.',
  chosen: 'Choose them again to see everybody.',
  changes: 'How it came to be so',
  none: 'Nothing has changed by this moment.',
  change: (one: string, other: string, was: number, now: number) =>
    `${other} becomes ${now < was ? 'less' : 'more'} to ${one}: ${closeness(was)} → ${closeness(now)}`,
};

/** A replay: a span of a town in a file of its own. */
import { english } from '../grammar.ts';

const names = english.list;

export const replay = {
  title: (town: string) => `${town}: a replay`,
  badge: 'Replay',
  /** From when until when. */
  span: (from: string, upto: string) => `${from} to ${upto}`,
  broken: 'This file is not whole: it was cut off or changed on its way. Ask for it again.',
  unreadable: 'This browser is too old to unpack the file. Open it with a current Firefox, Chrome, Edge or Safari.',
  unpacking: 'Unpacking the town …',
  tabs: { people: 'People', told: 'What happened' },
  town: 'The town',
  controls: 'The replay’s time',
  play: 'Play',
  pause: 'Pause',
  again: 'From the start',
  speed: 'Speed',
  moment: 'Moment',
  momentHint: 'Arrow keys move by a minute, with Shift by ten, Home and End to the start and the end',
  nothingYet: 'Nothing was said or done yet.',
  all: 'Show everybody',
  lines: 'What was said',
  noLines: 'Has not said anything yet.',
  memories: 'What came to be remembered',
  noMemories: 'Nothing yet.',
  follow: 'Follow',
  to: (who: readonly string[]) => `to ${names(who)}`,
};

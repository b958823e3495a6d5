/** Wer wem was ist. */
import type { Words } from '../en/index.ts';
import { german } from '../grammar.ts';

const closeness = (value: number) => german.number(value, 2);

export const ties: Words['ties'] = {
  title: 'Wer wem was ist',
  open: 'Wer wem was ist',
  web: (people, ties) =>
    `${german.number(people)} Leute und ${german.number(ties)} Bande zwischen ihnen; wer sich nah ist, steht nah`,
  chooseOne: 'Wer sich nah ist, steht nah. Wähle jemanden, um nur dessen Bande zu sehen.',
  chosen: 'Noch einmal wählen zeigt wieder alle.',
  changes: 'Wie es dazu kam',
  none: 'Bis zu diesem Moment hat sich nichts verändert.',
  change: (one, other, was, now) =>
    `${other} wird für ${one} ${now < was ? 'weniger' : 'mehr'}: ${closeness(was)} → ${closeness(now)}`,
};

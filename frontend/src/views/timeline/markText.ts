/** What a mark of the timeline says, in one line, and its sign. */
import { placeName } from '../../town/addresses.ts';
import { deedLine } from '../../town/branches/deeds.ts';
import { offered } from '../../town/direct/offered.ts';
import type { MarkKind, MarkView } from '../../town/generated.ts';
import type { Setting } from '../../town/setting.ts';
import type { Placed } from '../../town/timeline/lanes.ts';
import { words } from '../../words/language.ts';
import type { Desk } from '../town/desk.ts';

export const SIGNS: Readonly<Record<MarkKind, string>> = {
  bookmark: '🔖',
  intervention: '🎬',
  fired: '⏰',
  expired: '⌛',
  visitor: '🧳',
  talk: '💬',
  news: '🗞️',
  reflection: '💭',
  made: '🤝',
  kept: '✅',
  broken: '💔',
  refusal: '🚫',
};

export function signOf({ kind, input }: MarkView): string {
  if (kind === 'bookmark' || kind === 'talk' || kind === 'reflection') return '';
  if (kind !== 'intervention') return SIGNS[kind];
  return offered.value?.find(({ id }) => id === input)?.emoji ?? SIGNS.intervention;
}

/** With its time: "Monday 08:12 · Ana and Ben begin to talk". */
export function markLine(mark: MarkView, desk: Desk): string {
  const { calendar, setting, present } = desk.store;
  const known = setting.value;
  if (known === null) return '';
  const when = `${calendar.value.weekday(mark.tick)} ${calendar.value.clock(mark.tick)}`;
  return `${when} · ${markText(mark, known, present.value?.visitors)}`;
}

/** The same of all that stands in one place. */
export function placedLines({ marks }: Placed, desk: Desk): string {
  return marks
    .slice(0, MOST_LINES)
    .map((mark) => markLine(mark, desk))
    .join('\n');
}

const MOST_LINES = 8;

function markText(mark: MarkView, setting: Setting, visitors: Readonly<Record<string, { name: string }>> = {}): string {
  const says = words().timeline.told;
  const what = told(mark, setting, visitors);
  const signed = mark.author === null ? what : says.by(what, mark.author);
  return mark.count > 1 ? says.more(signed, mark.count - 1) : signed;
}

function told(mark: MarkView, setting: Setting, visitors: Readonly<Record<string, { name: string }>>): string {
  const says = words().timeline.told;
  const names = mark.who.map((id) => setting.firstNameOf(id, visitors));
  const [first = '', second = ''] = names;
  switch (mark.kind) {
    case 'talk':
      return says.talk(names, mark.what === '' ? '' : placeName(mark.what));
    case 'news':
      return says.news(first, second, mark.what);
    case 'reflection':
      return says.reflection(first);
    case 'made':
    case 'kept':
    case 'broken':
      return says[mark.kind](first, mark.what);
    case 'refusal':
      return mark.input === null ? says.declined(first, mark.what) : says.refused(sentText(mark, setting));
    case 'visitor':
      return says.visitor(names.at(-1) ?? '', mark.input === 'enter' ? '' : mark.what);
    case 'intervention':
      return mark.input === 'arm' ? says.armed(mark.what) : sentText(mark, setting);
    case 'fired':
      return says.fired(sentText(mark, setting));
    case 'expired':
      return says.expired(sentText(mark, setting));
    case 'bookmark':
      return mark.what;
  }
}

/** What was sent, in one line; of what waited for its moment the kind and the words are told. */
function sentText({ sent, input, what }: MarkView, setting: Setting): string {
  if (sent !== null) return deedLine(sent, setting);
  const titles: Readonly<Record<string, { title: string }>> = words().palette.kinds;
  const title = titles[input ?? '']?.title ?? (input ?? '').replaceAll('_', ' ');
  return [title, what].filter((part) => part !== '').join(' · ');
}

/** A piece of news as one plain sentence. */
import { parentOf, placeName, theThing } from '../../town/addresses.ts';
import type { NewsEvent } from '../../town/feed.ts';
import type { StateDocument } from '../../town/generated.ts';
import type { Setting } from '../../town/setting.ts';
import { visitorId } from '../../town/session.ts';
import { words } from '../../words/language.ts';

export const NEWS_ICONS: Readonly<Record<NewsEvent['kind'], string>> = {
  said: '💬',
  announced: '📣',
  object_changed: '✨',
  day_planned: '🗓️',
  knocked: '🚪',
  let_in: '🏡',
  visitor_entered: '🚪',
  visitor_left: '🚪',
  name_learned: '🤝',
  reflected: '💭',
  offered: '💌',
  offer_answered: '📅',
  commitment_settled: '📅',
  talk_joined: '💬',
  goal_set: '🎯',
  weather_changed: '🌦️',
  mind_set: '🧠',
};

const EVERYBODYS: ReadonlySet<string> = new Set(['sleep', 'wash', 'eat']);

/** Who it is about, and what is to be told of them. */
export function newsParts(
  event: NewsEvent,
  setting: Setting,
  town: StateDocument | null,
): { who: string; what: string } {
  const visitors = town?.visitors ?? {};
  const name = (id: string) =>
    id === visitorId()
      ? 'you'
      : id.startsWith('visitor:') && !(id in visitors)
        ? (nameGiven(id, town) ?? 'a visitor')
        : setting.firstNameOf(id, visitors);
  const start = (id: string) => (id === visitorId() ? 'You' : name(id));
  switch (event.kind) {
    case 'said':
      return { who: start(event.speaker), what: `to ${event.to.map(name).join(', ')}: “${event.text}”` };
    case 'announced':
      return {
        who: 'The director',
        what: `announced ${event.arena === null ? 'all over town' : `at ${placeName(event.arena)}`}: “${event.text}”`,
      };
    case 'object_changed': {
      const place = placeName(parentOf(event.object));
      return { who: capital(theThing(event.object)), what: `(${place}) is now: ${event.state}` };
    }
    case 'day_planned': {
      // Everybody washes, eats and sleeps; what tells one day from another is the rest.
      const told = event.blocks.filter(({ need }) => !EVERYBODYS.has(need)).map(({ activity }) => activity);
      const most = [...new Set(told)].slice(0, 2).join(', ');
      return { who: start(event.resident), what: `has planned the day${most === '' ? '' : `: ${most}, and so on`}` };
    }
    case 'knocked':
      return { who: start(event.resident), what: `knocks at the door of ${placeName(event.home)}` };
    case 'let_in':
      return { who: start(event.resident), what: `lets ${name(event.guest)} in` };
    case 'visitor_entered':
      return { who: event.name, what: 'came to town' };
    case 'visitor_left':
      return { who: start(event.visitor), what: 'left town' };
    case 'name_learned':
      return {
        who: start(event.resident),
        what: `learned the name of ${setting.people.has(event.other) ? name(event.other) : event.name}`,
      };
    case 'reflected':
      return { who: start(event.resident), what: 'thought about what it all means' };
    case 'offered':
      return { who: start(event.resident), what: `asked ${event.to.map(name).join(', ')} to ${event.what}` };
    case 'offer_answered': {
      const what = town?.commitments[event.commitment]?.what ?? 'it';
      const reason = event.reason === '' ? '' : `: “${event.reason}”`;
      return { who: start(event.resident), what: `said ${event.accepted ? 'yes' : 'no'} to ${what}${reason}` };
    }
    case 'commitment_settled': {
      const what = town?.commitments[event.commitment]?.what ?? 'it';
      return {
        who: start(event.resident),
        what: event.how === 'kept' ? `came to ${what}` : `did not come to ${what}: ${event.reason}`,
      };
    }
    case 'talk_joined':
      return { who: start(event.resident), what: 'joined a talk' };
    case 'goal_set':
      return {
        who: start(event.resident),
        what: `${{ open: 'means to', reached: 'has done it', dropped: 'has given up' }[event.status]}: ${event.text}`,
      };
    case 'weather_changed':
      return { who: 'The weather', what: `is now ${words().telling.weather[event.weather]}` };
    case 'mind_set':
      return {
        who: event.resident === null ? 'Everybody' : start(event.resident),
        what: `has another mind now: ${words().telling.minds[event.mind].label.toLowerCase()}`,
      };
  }
}

/** The name that a visitor who only speaks gave to somebody. */
function nameGiven(id: string, town: StateDocument | null): string | null {
  const known = Object.values(town?.residents ?? {}).map(({ relationships }) => relationships[id]?.name ?? null);
  return known.find((name) => name !== null) ?? null;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function newsText(event: NewsEvent, setting: Setting, town: StateDocument | null): string {
  const { who, what } = newsParts(event, setting, town);
  return `${who} ${what}`;
}

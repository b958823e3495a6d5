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
  resident_added: '🧳',
  resident_removed: '👋',
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
  place_closed: '⛔',
  place_opened: '🔓',
  found_shut: '⛔',
  resident_moved: '🫳',
};

const EVERYBODYS: ReadonlySet<string> = new Set(['sleep', 'wash', 'eat']);

/** Who it is about, and what is to be told of them. */
export function newsParts(
  event: NewsEvent,
  setting: Setting,
  town: StateDocument | null,
): { who: string; what: string } {
  const says = words().news;
  const visitors = town?.visitors ?? {};
  const called = (id: string, you: string) =>
    id === visitorId()
      ? you
      : id.startsWith('visitor:') && !(id in visitors)
        ? (nameGiven(id, town) ?? words().telling.somebody)
        : setting.firstNameOf(id, visitors);
  const start = (id: string) => called(id, says.you.subject);
  const name = (id: string) => called(id, says.you.object);
  const toward = (id: string) => called(id, says.you.to);
  const agreed = (commitment: string) => town?.commitments[commitment]?.what ?? says.it;
  switch (event.kind) {
    case 'said':
      return { who: start(event.speaker), what: says.said(event.to.map(toward), event.text) };
    case 'announced': {
      const place = event.arena === null ? null : placeName(event.arena);
      return { who: words().telling.theDirector, what: says.announced(place, event.text) };
    }
    case 'object_changed': {
      const place = placeName(parentOf(event.object));
      return { who: capital(theThing(event.object)), what: says.objectIsNow(place, event.state) };
    }
    case 'day_planned': {
      // Everybody washes, eats and sleeps; what tells one day from another is the rest.
      const told = event.blocks.filter(({ need }) => !EVERYBODYS.has(need)).map(({ activity }) => activity);
      return { who: start(event.resident), what: says.planned([...new Set(told)].slice(0, 2)) };
    }
    case 'knocked':
      return { who: start(event.resident), what: says.knocks(placeName(event.home)) };
    case 'let_in':
      return { who: start(event.resident), what: says.letIn(name(event.guest)) };
    case 'resident_added':
      return { who: event.newcomer.persona.name, what: says.movedIn(placeName(event.newcomer.persona.home)) };
    case 'resident_removed':
      return { who: setting.nameOf(event.resident), what: says.leftForGood };
    case 'visitor_entered':
      return { who: event.name, what: says.came };
    case 'visitor_left':
      return { who: start(event.visitor), what: says.left };
    case 'name_learned': {
      const learned = setting.people.has(event.other) ? name(event.other) : event.name;
      return { who: start(event.resident), what: says.learnedName(learned) };
    }
    case 'reflected':
      return { who: start(event.resident), what: says.reflected };
    case 'offered':
      return { who: start(event.resident), what: says.asked(event.to.map(name), event.what) };
    case 'offer_answered': {
      const what = agreed(event.commitment);
      return { who: start(event.resident), what: says.answered(event.accepted, what, event.reason) };
    }
    case 'commitment_settled': {
      const what = agreed(event.commitment);
      const came = event.how === 'kept';
      return { who: start(event.resident), what: came ? says.cameTo(what) : says.didNotComeTo(what, event.reason) };
    }
    case 'talk_joined':
      return { who: start(event.resident), what: says.joinedTalk };
    case 'goal_set':
      return { who: start(event.resident), what: says.goal[event.status](event.text) };
    case 'weather_changed':
      return { who: says.theWeather, what: says.weatherIsNow(words().telling.weather[event.weather]) };
    case 'place_closed':
      return { who: capital(placeName(event.place)), what: says.closed(event.reason) };
    case 'place_opened':
      return { who: capital(placeName(event.place)), what: says.openAgain };
    case 'found_shut':
      return { who: start(event.resident), what: says.foundShut(placeName(event.place)) };
    case 'resident_moved':
      return { who: start(event.resident), what: says.putElsewhere };
    case 'mind_set': {
      const who = event.resident === null ? says.everybody : start(event.resident);
      return { who, what: says.anotherMind(words().telling.minds[event.mind].label) };
    }
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

/** The feed's filters: what sort of thing, about whom, and where. */
import { bodiesOf, type NewsEvent, type NewsItem } from '../feed.ts';
import { parentOf } from '../addresses.ts';

export const SORTS = ['talk', 'promises', 'thoughts', 'visitors', 'world'] as const;
export type Sort = (typeof SORTS)[number];

export interface Sieve {
  sort: Sort | null;
  person: string | null;
  /** Address of a sector. */
  sector: string | null;
}

export const EVERYTHING: Sieve = { sort: null, person: null, sector: null };

const SORT_OF: Readonly<Record<NewsEvent['kind'], Sort>> = {
  said: 'talk',
  talk_joined: 'talk',
  name_learned: 'talk',
  offered: 'promises',
  offer_answered: 'promises',
  commitment_settled: 'promises',
  day_planned: 'thoughts',
  reflected: 'thoughts',
  goal_set: 'thoughts',
  mind_set: 'thoughts',
  visitor_entered: 'visitors',
  visitor_left: 'visitors',
  resident_added: 'world',
  resident_removed: 'world',
  announced: 'world',
  object_changed: 'world',
  weather_changed: 'world',
  knocked: 'world',
  let_in: 'world',
  place_closed: 'world',
  place_opened: 'world',
  found_shut: 'world',
  resident_moved: 'world',
};

/** The sort of a piece of news; words with a visitor are a visitor's. */
export function sortOf(event: NewsEvent): Sort {
  return bodiesOf(event).some((id) => id.startsWith('visitor:')) ? 'visitors' : SORT_OF[event.kind];
}

/** The address of the place that an item names or happened at; null where it is not known, or on a street. */
function arenaOf({ event, at }: NewsItem, arenaAt: (x: number, y: number) => string | undefined): string | null {
  switch (event.kind) {
    case 'announced':
      return event.arena;
    case 'object_changed':
      return parentOf(event.object);
    case 'knocked':
      return event.home;
    case 'place_closed':
    case 'place_opened':
    case 'found_shut':
      return event.place;
    default:
      return at === undefined ? null : (arenaAt(...at) ?? null);
  }
}

export function passes(sieve: Sieve, item: NewsItem, arenaAt: (x: number, y: number) => string | undefined): boolean {
  const { sort, person, sector } = sieve;
  if (sort !== null && sortOf(item.event) !== sort) return false;
  if (person !== null && !bodiesOf(item.event).includes(person)) return false;
  if (sector === null) return true;
  const arena = arenaOf(item, arenaAt);
  return arena !== null && (arena === sector || arena.startsWith(`${sector}:`));
}

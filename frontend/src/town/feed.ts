/** What of the log is worth telling: the feed of what happened. */
import type { AnyEvent, Recorded, StateDocument, Tile } from './generated.ts';
import { isPersonal } from './player.ts';
import { positionOf } from './reduce.ts';

export type NewsEvent = Extract<
  AnyEvent,
  {
    kind:
      | 'said'
      | 'announced'
      | 'object_changed'
      | 'day_planned'
      | 'knocked'
      | 'let_in'
      | 'resident_added'
      | 'resident_removed'
      | 'visitor_entered'
      | 'visitor_left'
      | 'name_learned'
      | 'reflected'
      | 'offered'
      | 'offer_answered'
      | 'commitment_settled'
      | 'talk_joined'
      | 'goal_set'
      | 'weather_changed'
      | 'mind_set'
      | 'place_closed'
      | 'place_opened'
      | 'found_shut'
      | 'resident_moved';
  }
>;

export interface NewsItem {
  seq: number;
  tick: number;
  event: NewsEvent;
  /** The tile that it happened on; not known of what is older than the page. */
  at?: Tile | undefined;
}

const MOST = 300;

/** The item of an event; null for what only the machinery needs. */
export function newsOf({ seq, tick, event }: Recorded): NewsItem | null {
  switch (event.kind) {
    case 'said':
    case 'announced':
    case 'day_planned':
    case 'knocked':
    case 'let_in':
    case 'resident_added':
    case 'resident_removed':
    case 'visitor_entered':
    case 'visitor_left':
    case 'name_learned':
    case 'reflected':
    case 'offer_answered':
    case 'commitment_settled':
    case 'talk_joined':
    case 'goal_set':
    case 'weather_changed':
    case 'mind_set':
    case 'place_closed':
    case 'place_opened':
    case 'found_shut':
    case 'resident_moved':
      return { seq, tick, event };
    case 'offered':
      // What somebody gives is no news until somebody is asked to it.
      return event.to.length > 0 ? { seq, tick, event } : null;
    case 'object_changed':
      // That a cup is used is seen on the map; what people do to things is news.
      return isPersonal(event) ? { seq, tick, event } : null;
    default:
      return null;
  }
}

/** The feed with `added` at its end; the oldest drop out. Items that are there already are not doubled. */
export function extend(feed: readonly NewsItem[], added: readonly NewsItem[]): NewsItem[] {
  const bySeq = new Map([...feed, ...added].map((item) => [item.seq, item]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq).slice(-MOST);
}

/** Which residents an item is about; the first is the one to fly to. */
export function bodiesOf(event: NewsEvent): string[] {
  switch (event.kind) {
    case 'said':
      return [event.speaker, ...event.to];
    case 'day_planned':
    case 'reflected':
    case 'offer_answered':
    case 'commitment_settled':
    case 'talk_joined':
    case 'goal_set':
    case 'resident_added':
    case 'resident_removed':
    case 'found_shut':
    case 'resident_moved':
      return [event.resident];
    case 'offered':
      return [event.resident, ...event.to];
    case 'mind_set':
      return event.resident === null ? [] : [event.resident];
    case 'knocked':
      return [event.resident];
    case 'let_in':
      return [event.guest, event.resident];
    case 'name_learned':
      return [event.resident, event.other];
    case 'visitor_entered':
    case 'visitor_left':
      return [event.visitor];
    default:
      return [];
  }
}

/** Where something happened: where the first whom it is about was then. */
export function tileOf(event: NewsEvent, town: StateDocument, tick: number): Tile | undefined {
  if (event.kind === 'resident_removed') return event.at;
  for (const id of bodiesOf(event)) {
    const resident = town.residents[id];
    if (resident !== undefined) return positionOf(resident, tick);
    const visitor = town.visitors[id];
    if (visitor !== undefined) return visitor.at;
  }
  return undefined;
}

/** The town goes slowly for 20 s after a visitor's words, at most 10 times as fast as life: a tick a second. */
const TALK_TICKS = 25;

/** Whether a visitor has spoken so lately that the town still goes slowly for them. */
export function talkedToLately(feed: readonly NewsItem[], tick: number): boolean {
  return feed.some(
    ({ tick: said, event }) =>
      event.kind === 'said' && event.speaker.startsWith('visitor:') && said > tick - TALK_TICKS && said <= tick,
  );
}

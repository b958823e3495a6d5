/** Watching: the small map, the director's eye, skipping, searching the roster, sifting the feed. */
import { english } from '../grammar.ts';

const names = english.list;

export const watching = {
  minimap: {
    label: 'Small map: arrow keys move the view, Home shows the middle',
    show: 'Show the small map',
    hide: 'Hide the small map',
  },
  eye: {
    toggle: 'Director’s eye',
    hint: 'Flies by itself to what is most worth seeing, and says why',
    looking: 'Looking around …',
    /** Why it looks where it looks, in one line. */
    why: {
      talk: (who: readonly string[]) => `${names(who)} are talking`,
      news_told: (who: readonly string[]) => `${who[0] ?? ''} passes on news to ${names(who.slice(1))}`,
      quarrel: (who: readonly string[]) => `${names(who)} fall out with each other`,
      with_visitor: (who: readonly string[]) => `${names(who)} are talking: somebody from outside is there`,
      visitor_came: (who: readonly string[]) => `${who[0] ?? ''} has just come to town`,
      newcomer: (who: readonly string[]) => `${who[0] ?? ''} has just moved to town`,
      announced: () => 'The director has announced something',
      changed: (thing: string, state: string) => `The director’s doing: ${thing} is now ${state}`,
      kept: (who: readonly string[]) => `${who[0] ?? ''} has kept a promise`,
      broken: (who: readonly string[]) => `${who[0] ?? ''} has not come as promised`,
      asked: (who: readonly string[]) => `${who[0] ?? ''} invites ${names(who.slice(1))}`,
      agreed: (who: readonly string[]) => `${who[0] ?? ''} has said yes`,
      knocked: (who: readonly string[]) => `${who[0] ?? ''} knocks at a door`,
      reached: (who: readonly string[]) => `${who[0] ?? ''} has reached what ${who[0] ?? ''} wanted`,
      gathering: (count: number, place: string) => `${count} people have come together: ${place}`,
      occasion: (what: string, count: number, place: string) => `${count} are there to ${what}: ${place}`,
      burning: (thing: string, state: string) => `Look out: ${thing} is ${state}`,
      on_the_way: (name: string, what: string) => `${name} is on the way to ${what}`,
      at_work: (name: string, activity: string) => `Nothing special: ${name} is ${activity}`,
      asleep: () => 'Everybody is asleep',
    },
  },
  skip: {
    start: 'Skip to the next thing that happens',
    stop: 'Stop skipping',
    going: 'Fast forward until something happens …',
    found: (what: string) => `Here: ${what}`,
    talkStarted: (who: readonly string[]) => `${names(who)} begin to talk`,
    something: 'something has happened',
    nothing: 'Nothing has happened for long; the time goes as before.',
  },
  night: (pace: string) => `All are asleep: the night passes at ${pace}`,
  roster: {
    search: 'Search the residents',
    placeholder: 'Name, job, place, what they do',
    none: (query: string) => `Nobody fits “${query}”.`,
    found: (count: number, all: number) => `${english.number(count)} of ${english.number(all)}`,
    more: (count: number) =>
      english.count(
        count,
        (n) => `Show ${n} more`,
        (n) => `Show ${n} more`,
      ),
    visitor: 'a visitor from outside',
  },
  feed: {
    filters: 'What to show',
    sort: 'Kind',
    person: 'Person',
    place: 'Place',
    anything: 'Everything',
    anybody: 'Everybody',
    anywhere: 'Everywhere',
    sorts: {
      talk: 'Talks',
      promises: 'Promises',
      thoughts: 'Plans and thoughts',
      visitors: 'Visitors',
      world: 'The town',
    },
    none: 'Nothing of that kind among the last things that happened.',
    clear: 'Show everything',
  },
};

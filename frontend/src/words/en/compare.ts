/** Two towns of one family side by side. */
import { english } from '../grammar.ts';

export const compare = {
  title: (one: string, other: string) => `${one} and ${other}, side by side`,
  maps: 'Which map is shown',
  mapOf: (town: string) => `Map of ${town}; arrow keys move both maps, plus and minus zoom both`,
  goTo: (town: string) => `Go to ${town}`,
  time: 'Time of both',
  moment: 'Moment that both show',
  play: 'Play both from here',
  pause: 'Stop both',
  before: 'Ten minutes before',
  after: 'Ten minutes later',
  pace: 'Pace of both',
  end: 'As far as both have lived',
  liveOn: 'Both live on for an hour',
  livesOn: 'Both live on …',
  differences: 'Differences',
  looking: 'Comparing …',
  upto: (moment: string) => `Up to ${moment}`,
  paused: 'They are compared anew when you stop.',
  same: 'Up to this moment they have lived the same life, event by event.',
  begins: 'Where it begins',
  parts: (moment: string) => `The first difference: ${moment}`,
  partsOf: (moment: string, who: string) => `The first difference: ${moment}, about ${who}`,
  causes: (count: number) =>
    english.count(
      count,
      () => 'All that is otherwise comes from this:',
      (n) => `What is otherwise comes from these ${n}:`,
    ),
  noCause: 'Nobody did anything for it: what minds have answered is not the same.',
  answered: (who: string) => `The mind of ${who} has answered otherwise`,
  memoriesOfIt: (count: number) =>
    english.count(
      count,
      () => 'one memory',
      (n) => `${n} memories`,
    ),
  linesOfIt: (count: number) =>
    english.count(
      count,
      () => 'one line of talk',
      (n) => `${n} lines of talk`,
    ),
  follows: (what: readonly string[]) => `From it: ${english.list(what)}`,
  goToCause: (number: number) => `Show both at cause ${number}, from which this comes`,
  /** Before the number of a cause. */
  because: 'because of',
  probablyBecause: 'probably because of',
  certain: 'The log leads there, or nothing else had been done by then in one of them alone.',
  probable: 'The log does not say; this is the nearest that fits.',
  fitted: 'how it came to this is not in the log',
  further: (count: number) => `… ${count} more …`,
  marked: (town: string) => `not so in ${town}`,
  elsewhere: 'Who is elsewhere, or does something else',
  nobodyElsewhere: 'At this moment all are at the same places and do the same.',
  since: (moment: string) => `Lives otherwise since ${moment}`,
  where: (place: string, what: string) => (what === '' ? place : `${what}, ${place}`),
  outside: 'outside',
  absent: 'does not live here',
  knows: 'Who knows more',
  knowsNothing: 'Nobody remembers anything here alone.',
  memories: (count: number) =>
    english.count(
      count,
      () => 'One memory is here alone.',
      (n) => `${n} memories are here alone.`,
    ),
  said: 'What was said only here',
  saidNothing: 'Nothing was said here alone.',
  lines: (count: number) =>
    english.count(
      count,
      () => 'One line was said here alone.',
      (n) => `${n} lines were said here alone.`,
    ),
  shownOf: (count: number) => `The ${english.number(count)} foremost are listed.`,
  only: (town: string) => `Only in ${town}`,
  flyTo: (who: string, town: string) => `Show both maps where ${who} is in ${town}`,
  goToMoment: (moment: string) => `Show both at ${moment}`,
};

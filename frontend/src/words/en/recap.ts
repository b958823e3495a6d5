/** What one missed, and the town's newspaper. */
import { english } from '../grammar.ts';

export const recap = {
  buttons: 'Read up',
  open: 'What did I miss?',
  paper: 'Gazette',
  away: (hours: number) =>
    `You were away for ${english.count(
      Math.round(hours),
      () => 'an hour',
      (n) => `${n} hours`,
    )} of the town’s time.`,
  notNow: 'Not now',
  title: 'What happened',
  span: (from: string, upto: string) => `From ${from} to ${upto}`,
  spans: 'Since when?',
  since: {
    away: 'Since I was here',
    hour: 'Last hour',
    today: 'Today',
    yesterday: 'Since yesterday',
    start: 'From the start',
  },
  looking: 'Reading up …',
  /** Whose words one reads. */
  written: {
    writing: 'The town’s mind is writing. Meanwhile, in the words of the built-in one:',
    model: 'Written by the town’s mind, from what happened and nothing else.',
    paper:
      'Written by the town’s mind, from what happened and nothing else. What it left out is told by the built-in one.',
    standIn: (why: string) => `In the words of the built-in mind, for the town’s own did not write: ${why}.`,
  },
  quiet: 'Nothing out of the ordinary: everybody went about their day.',
  go: (moment: string) => `Show ${moment}`,
  save: 'Save as a replay to send',
  saving: 'Making the file …',
  saved: (size: number) => `Saved: ${english.number(size / 1e6, 1)} MB. It plays without a network.`,
  issue: (issue: number) => `No. ${english.number(issue)}`,
  asOfNow: 'As of now: the day is not over yet.',
  before: 'The day before',
  after: 'The day after',
  figures: 'The day in numbers',
};

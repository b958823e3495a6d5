/** How news went from mouth to mouth. */
import { english } from '../grammar.ts';

export const spread = {
  title: 'Who knows',
  following: 'Asking around …',
  reach: (knowers: number, residents: number) => `${english.number(knowers)} of ${english.number(residents)} know`,
  before: 'before the first day',
  first: 'knew first',
  from: (speaker: string, overheard: boolean) => (overheard ? `overheard ${speaker}` : `from ${speaker}`),
  firstInWords: (name: string) => `${name} has it from nobody in town.`,
  items: 'What goes around',
  known: (knowers: number) => `${english.number(knowers)} know`,
  who: 'Who else knows?',
};

/** How news went from mouth to mouth. */
import { english } from '../grammar.ts';

export const spread = {
  title: 'Who knows',
  following: 'Asking around …',
  reach: (knowers: number, residents: number) => `${english.number(knowers)} of ${english.number(residents)} know`,
  before: 'before the first day',
  first: 'knew first',
  how: {
    knew: () => 'knew from the start',
    announced: () => 'heard it announced',
    planted: () => 'by a director’s hand',
    saw: (who: string | null) => (who === null ? 'saw it' : `saw ${who}`),
    heard: (who: string | null) => (who === null ? 'heard it' : `heard ${who}`),
    thought: () => 'thought of it',
  },
  /** The words or the act behind it. */
  origin: {
    announced: (_who: string | null, said: string) => `It was announced: “${said}”`,
    heard: (who: string | null, said: string) => `${who ?? 'Somebody'}: “${said}”`,
    saw: (who: string | null, state: string) => (who === null ? `Saw it: ${state}` : `Saw ${who}: ${state}`),
  } as Readonly<Record<string, (who: string | null, said: string) => string>>,
  show: 'Show the moment',
  whenMore: 'Do something when one more knows',
  from: (speaker: string, overheard: boolean) => (overheard ? `overheard ${speaker}` : `from ${speaker}`),
  firstInWords: (name: string) => `${name} has it from nobody in town.`,
  items: 'What goes around',
  known: (knowers: number) => `${english.number(knowers)} know`,
  who: 'Who else knows?',
  whoKnows: 'Who knows of it?',
};

/** What goes on in a resident, and the chain behind what it does. */
import { english } from '../grammar.ts';

const memories = (count: number) =>
  english.count(
    count,
    (n) => `${n} memory`,
    (n) => `${n} memories`,
  );

export const mind = {
  why: 'Why?',
  lookingUp: 'Looking it up …',
  feels: 'How it feels',
  who: 'Who it is',
  aims: 'Aims',
  noAims: 'None of its own yet. They come of reflecting.',
  reached: 'reached',
  givenUp: 'given up',
  beliefs: 'Beliefs',
  noBeliefs: 'None yet. They come of talks and of reflecting.',
  whoThinks: 'Who thinks for it',
  howSure: 'How sure',
  held: (sure: string, from: string | null, since: string) =>
    `${sure}${from === null ? '' : `, from ${from}`}, since ${since}`,
  history: 'History',
  neverChanged: 'Nothing has changed since the beginning.',
  measure: (value: number) => english.number(value, 2),
  agreed: {
    title: 'Agreed on',
    givesIt: 'gives it',
    when: (start: string, end: string, place: string, host: string | null) =>
      `${start} to ${end}, ${place}${host === null ? '' : `, given by ${host}`}`,
    others: (count: number) =>
      english.count(
        count,
        (n) => `${n} other`,
        (n) => `${n} others`,
      ),
  },
  card: {
    parts: { recency: 'recent', importance: 'important', relevance: 'relevant' },
    decided: 'decided it',
    whereFrom: 'Where from?',
    score: (total: number) => `score ${english.number(total, 2)}`,
  },
  recollections: {
    title: 'What comes to mind for …',
    words: 'What the mind is put on',
    example: 'the party, a name, anything',
    look: 'Look',
    looking: 'Looking …',
    none: 'Nothing: it remembers nothing yet.',
    found: 'What comes to mind',
  },
  roots: {
    title: 'Its roots',
    digging: 'Digging …',
    whose: (name: string) => `${name}’s own, `,
    further: '… and further down',
  },
  chain: {
    title: 'Why?',
    back: 'Back',
    following: 'Following it back …',
    saidSo: 'It was said so',
    comesOf: 'It comes of',
    nothing: 'Nothing lies behind it: it was seen, given by the scenario, or done by the town itself.',
    cameToNothing: (choice: string) => `Came to nothing: ${choice}`,
    cameToMind: (count: number) => `${memories(count)} came to mind`,
    ledTo: (count: number) => `What it led to (${english.number(count)})`,
  },
  call: {
    /** How a call ended that brought no answer, with what is known of the fault. */
    failed: (outcome: string, fault: string) => `(${outcome}${fault === '' ? '' : `: ${fault}`})`,
    outcomes: {
      ok: 'ok',
      invalid: 'unfit answer',
      refused: 'refused',
      timeout: 'too slow',
      rate_limited: 'asked too often',
      server_error: 'server error',
      cut: 'cut off',
      empty: 'empty',
      too_long: 'too long',
      bad_request: 'bad request',
    } as Readonly<Record<string, string>>,
    cost: (input: number, cached: number, output: number, cost: number | null, seconds: number) =>
      `${english.number(input)} tokens in, ${english.number(cached)} of them from the cache, ${english.number(output)} out${
        cost === null ? '' : `, cost ${english.number(cost, 4)}`
      }, ${english.number(seconds, 1)} s`,
    promptAndAnswer: 'Prompt and answer',
    answer: 'answer',
  },
};

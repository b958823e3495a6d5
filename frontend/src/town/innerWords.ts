/** What goes on in a resident, in plain words: how it feels, how sure it is, what it has agreed to. */
import type { Body, Commitment, MindChoice, Party, Weather } from './generated.ts';

export interface Feeling {
  key: 'energy' | 'hunger' | 'company' | 'mood';
  label: string;
  icon: string;
  /** 0 to 100, 100 is well. */
  value: number;
  words: string;
}

type Scale = readonly (readonly [number, string])[];

const ENERGY: Scale = [
  [15, 'exhausted'],
  [35, 'tired'],
  [65, 'awake'],
  [101, 'fresh'],
];
const FED: Scale = [
  [20, 'starving'],
  [45, 'hungry'],
  [75, 'content'],
  [101, 'full'],
];
const COMPANY: Scale = [
  [20, 'lonely'],
  [40, 'wants company'],
  [75, 'content'],
  [101, 'sated'],
];
const MOOD: Scale = [
  [20, 'miserable'],
  [40, 'low'],
  [62, 'even'],
  [82, 'cheerful'],
  [101, 'delighted'],
];

const words = (scale: Scale, value: number): string => scale.find(([below]) => value < below)?.[1] ?? '';

/** The four feelings of a body. */
export function feelings({ energy, hunger, company, mood }: Body): Feeling[] {
  const fed = 100 - hunger;
  return [
    { key: 'energy', label: 'Energy', icon: '⚡', value: energy, words: words(ENERGY, energy) },
    { key: 'hunger', label: 'Fed', icon: '🍞', value: fed, words: words(FED, fed) },
    { key: 'company', label: 'Company', icon: '👥', value: company, words: words(COMPANY, company) },
    { key: 'mood', label: 'Mood', icon: '🙂', value: mood, words: words(MOOD, mood) },
  ];
}

const SURE: Scale = [
  [0.25, 'hardly believes it'],
  [0.5, 'half believes it'],
  [0.75, 'believes it'],
  [1.01, 'is sure of it'],
];

export const sureness = (confidence: number): string => words(SURE, confidence);

const STANDING: Readonly<Record<Party['status'], string>> = {
  asked: 'asked, no answer yet',
  accepted: 'said yes',
  declined: 'said no',
  kept: 'was there',
  broken: 'did not come',
};

export const standing = (status: Party['status']): string => STANDING[status];

/** Those that a resident has to do with, the next first, those that are over last. */
export function calendarOf(id: string, commitments: Readonly<Record<string, Commitment>>, now: number): Commitment[] {
  const mine = Object.values(commitments).filter(({ parties }) => id in parties);
  const isOver = ({ end }: Commitment) => end <= now;
  return mine.sort((a, b) => Number(isOver(a)) - Number(isOver(b)) || a.start - b.start);
}

export const MINDS: Readonly<Record<MindChoice, { label: string; words: string }>> = {
  rules: { label: 'Built-in', words: 'Thinks by rules: free, quick, needs no model.' },
  model: { label: 'Model', words: 'Each thought is a call of the model server, and may cost money.' },
  auto: { label: 'Model near people', words: 'The model while visitors are near, the built-in mind otherwise.' },
};

/** Who answered, as `Answered.mind` says it. */
export function mindWords(mind: string | null): string {
  if (mind === null) return 'not answered yet';
  if (mind === 'rules') return 'the built-in mind, free';
  if (mind === 'model') return 'the model';
  const why = mind.split(':')[1] ?? '';
  return `the built-in mind stood in for the model (${STOOD_IN[why] ?? why})`;
}

const STOOD_IN: Readonly<Record<string, string>> = {
  budget: 'the budget is used up',
  away: 'its server could not be reached',
  invalid: 'its answers did not fit',
  refused: 'it refused',
  timeout: 'it took too long',
  off: 'none is set up',
};

export const WEATHER: Readonly<Record<Weather, { icon: string; words: string }>> = {
  clear: { icon: '☀️', words: 'clear' },
  rain: { icon: '🌧️', words: 'rain' },
  storm: { icon: '⛈️', words: 'a storm' },
  snow: { icon: '🌨️', words: 'snow' },
  fog: { icon: '🌫️', words: 'fog' },
  heat: { icon: '🥵', words: 'great heat' },
};

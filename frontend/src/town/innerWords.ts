/** What goes on in a resident, in plain words: how it feels, how sure it is, what it has agreed to. */
import { words } from '../words/language.ts';
import type { Body, Commitment, Party } from './generated.ts';

export interface Feeling {
  key: 'energy' | 'hunger' | 'company' | 'mood';
  label: string;
  icon: string;
  /** 0 to 100, 100 is well. */
  value: number;
  words: string;
}

/** The values below which each word of a scale holds; the last word holds for all above. */
const ENERGY = [15, 35, 65];
const FED = [20, 45, 75];
const COMPANY = [20, 40, 75];
const MOOD = [20, 40, 62, 82];
const SURE = [0.25, 0.5, 0.75];

function wordFor(value: number, steps: readonly number[], scale: readonly string[]): string {
  const step = steps.findIndex((below) => value < below);
  return scale[step === -1 ? steps.length : step] ?? '';
}

/** The four feelings of a body. */
export function feelings({ energy, hunger, company, mood }: Body): Feeling[] {
  const says = words().telling.feelings;
  const feeling = (key: Feeling['key'], icon: string, value: number, steps: readonly number[]) => {
    const { label, words: scale } = says[key];
    return { key, label, icon, value, words: wordFor(value, steps, scale) };
  };
  return [
    feeling('energy', '⚡', energy, ENERGY),
    feeling('hunger', '🍞', 100 - hunger, FED),
    feeling('company', '👥', company, COMPANY),
    feeling('mood', '🙂', mood, MOOD),
  ];
}

export const sureness = (confidence: number): string => wordFor(confidence, SURE, words().telling.sureness);

export const standing = (status: Party['status']): string => words().telling.standing[status];

/** Those that a resident has to do with, the next first, those that are over last. */
export function calendarOf(id: string, commitments: Readonly<Record<string, Commitment>>, now: number): Commitment[] {
  const mine = Object.values(commitments).filter(({ parties }) => id in parties);
  const isOver = ({ end }: Commitment) => end <= now;
  return mine.sort((a, b) => Number(isOver(a)) - Number(isOver(b)) || a.start - b.start);
}

/** Who answered, as `Answered.mind` says it. */
export function mindWords(mind: string | null): string {
  const { answeredBy, stoodIn } = words().telling;
  if (mind === null) return answeredBy.nobody;
  if (mind === 'rules') return answeredBy.rules;
  if (mind === 'model') return answeredBy.model;
  const why = mind.split(':')[1] ?? '';
  return answeredBy.stoodIn(stoodIn[why] ?? why);
}

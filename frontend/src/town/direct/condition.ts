/** What an intervention may wait for: what is filled in, and the condition that it becomes. */
import type { Condition, HeardOf } from '../generated.ts';
import type { Values } from './form.ts';

export type ConditionKind = Condition['condition'];

/** What is waited for, as a form holds it. */
export interface Awaited {
  kind: ConditionKind;
  values: Values;
  /** For how long at most, in simulated minutes. */
  minutes: number;
}

/** In the order in which a form offers them. A time of the day is chosen as a moment. */
export const CONDITIONS = ['arrives', 'talk', 'knows', 'heard_of', 'thing', 'weather', 'commitment'] as const;
export const HOWS = ['made', 'kept', 'broken'] as const;
export const HEARD = ['announcement', 'memory', 'belief', 'commitment'] as const;
/** For how long one may wait, in simulated minutes. */
export const SPANS = [60, 360, 1440, 4320, 10080] as const;
export const A_DAY = 1440;

type Heard = Pick<HeardOf, 'of' | 'which'>;

/** What is waited for to be known, as a list holds it. */
export const heardKey = ({ of, which }: Heard): string => `${of}|${which}`;

export function heardOf(key: string): Heard | null {
  const of = HEARD.find((one) => key.startsWith(`${one}|`));
  return of === undefined ? null : { of, which: key.slice(of.length + 1) };
}

/** Somebody, or so many; null where that is no number. */
function knowersOf(who: string | null, many: string): { who: string } | { least: number } | null {
  if (who !== null) return { who };
  const least = Number(many || '1');
  return Number.isInteger(least) && least >= 1 && least <= 100 ? { least } : null;
}

/** The condition; null while something is missing. */
export function conditionOf(kind: string, values: Values): Condition | null {
  const of = (field: string) => (values[field] ?? '').trim();
  const who = of('who') || null;
  switch (kind) {
    case 'arrives':
      return of('place') === '' ? null : { condition: kind, who, place: of('place') };
    case 'talk': {
      const [one, other] = [of('one'), of('other')];
      return one === '' || other === '' || one === other ? null : { condition: kind, one, other };
    }
    case 'knows': {
      const knowers = knowersOf(who, of('least'));
      return of('news') === '' || knowers === null ? null : { condition: kind, news: of('news'), ...knowers };
    }
    case 'heard_of': {
      const what = heardOf(of('what'));
      const knowers = knowersOf(who, of('least'));
      return what === null || knowers === null ? null : { condition: kind, ...what, ...knowers };
    }
    case 'thing':
      return of('object') === '' || of('state') === ''
        ? null
        : { condition: kind, object: of('object'), state: of('state') };
    case 'weather':
      return of('weather') === '' ? null : ({ condition: kind, weather: of('weather') } as Condition);
    case 'commitment':
      return { condition: kind, how: HOWS.find((how) => how === of('how')) ?? 'kept', who };
    default:
      return null;
  }
}

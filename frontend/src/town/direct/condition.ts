/** What an intervention may wait for: what is filled in, and the condition that it becomes. */
import type { Condition } from '../generated.ts';
import type { Values } from './form.ts';

export type ConditionKind = Condition['condition'];

/** In the order in which a form offers them. A time of the day is chosen as a moment. */
export const CONDITIONS = ['arrives', 'talk', 'knows', 'thing', 'weather', 'commitment'] as const;
export const HOWS = ['made', 'kept', 'broken'] as const;
/** For how long one may wait, in simulated minutes. */
export const SPANS = [60, 360, 1440, 4320, 10080] as const;
export const A_DAY = 1440;

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
      if (of('news') === '') return null;
      const least = Number(of('least') || '1');
      if (who !== null) return { condition: kind, news: of('news'), who };
      return Number.isInteger(least) && least >= 1 && least <= 100
        ? { condition: kind, news: of('news'), least }
        : null;
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

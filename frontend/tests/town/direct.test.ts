import { describe, expect, it } from 'vitest';
import { Calendar } from '../../src/town/calendar.ts';
import { inputOf, isMeant, isWhole } from '../../src/town/direct/form.ts';
import { nextTickAt } from '../../src/town/direct/moment.ts';
import type { InterventionView } from '../../src/town/generated.ts';

const field = (name: string, choice: InterventionView['fields'][number]['choice'], leftOut = '') => ({
  name,
  choice,
  says: name,
  left_out: leftOut,
  most: null,
});

const planting = {
  id: 'plant_memory',
  fields: [field('resident', 'resident'), field('text', 'text'), field('importance', 'importance', 'as rated')],
} as unknown as InterventionView;

describe('a form of an intervention', () => {
  it('is whole when nothing that is needed is missing', () => {
    expect(isWhole(planting, { resident: 'ana' })).toBe(false);
    expect(isWhole(planting, { resident: 'ana', text: '  ' })).toBe(false);
    expect(isWhole(planting, { resident: 'ana', text: 'It was dark.' })).toBe(true);
  });

  it('becomes an input without what was left out, numbers as numbers', () => {
    const values = { resident: 'ana', text: ' It was dark. ', importance: '' };
    expect(inputOf(planting, values)).toEqual({ kind: 'plant_memory', resident: 'ana', text: 'It was dark.' });
    expect(inputOf(planting, { ...values, importance: '7' })).toMatchObject({ importance: 7 });
  });
});

describe('the search', () => {
  it('finds by the beginnings of words, whatever their order and case', () => {
    const said = ['Make the weather', 'Rain over the whole town', 'storm'];
    expect(isMeant('wea', said)).toBe(true);
    expect(isMeant('STORM make', said)).toBe(true);
    expect(isMeant('eather', said)).toBe(false);
  });
});

describe('a time in town', () => {
  const calendar = new Calendar('2025-05-12T07:00:00');

  it('is today, or tomorrow where it has passed', () => {
    expect(nextTickAt(calendar, 0, '07:10')).toBe(60);
    expect(nextTickAt(calendar, 60, '07:10')).toBe(60 + 8640);
    expect(nextTickAt(calendar, 61, '07:00')).toBe(8640);
    expect(calendar.clock(nextTickAt(calendar, 1234, '18:45') ?? 0)).toBe('18:45');
  });

  it('is none where nobody tells the time so', () => {
    expect(nextTickAt(calendar, 0, '')).toBeNull();
    expect(nextTickAt(calendar, 0, '25:00')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { Calendar } from '../../src/town/calendar.ts';

describe('the town’s calendar', () => {
  const calendar = new Calendar('2025-05-12T07:00:00');

  it('counts ten simulated seconds a tick from the town’s start', () => {
    expect(calendar.clock(0)).toBe('07:00');
    expect(calendar.clock(6)).toBe('07:01');
    expect(calendar.clock(360 * 17)).toBe('00:00');
  });

  it('begins a new day at midnight, not a day after the start', () => {
    expect([calendar.dayNumber(0), calendar.weekday(0)]).toEqual([1, 'Monday']);
    expect([calendar.dayNumber(360 * 17), calendar.weekday(360 * 17)]).toEqual([2, 'Tuesday']);
  });

  it('gives the hour of the day with fractions, for the light', () => {
    expect(calendar.hour(180)).toBeCloseTo(7.5);
    expect(calendar.hour(360 * 18)).toBeCloseTo(1);
  });

  it('names the day where it is not today', () => {
    expect(calendar.moment(0, 100)).toBe('07:00');
    expect(calendar.moment(0, 360 * 20)).toBe('Monday 07:00');
    expect(calendar.moment(0, 8640 * 7)).toBe('day 1, 07:00');
  });
});

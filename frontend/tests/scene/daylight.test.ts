import { describe, expect, it } from 'vitest';
import { daylight, lampLight } from '../../src/scene/daylight.ts';

describe('the light of the day', () => {
  it('changes without a jump, also at midnight', () => {
    for (let hour = 0; hour < 24; hour += 0.05) {
      const [before, after] = [daylight(hour), daylight((hour + 0.05) % 24)];
      const change = Math.max(...before.map((part, i) => Math.abs(part - (after[i] ?? 0))));
      expect(change).toBeLessThan(6);
    }
  });

  it('lights the lamps by night alone', () => {
    expect(lampLight(daylight(12))).toBe(0);
    expect(lampLight(daylight(23))).toBe(1);
  });
});

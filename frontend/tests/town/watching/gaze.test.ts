import { describe, expect, it } from 'vitest';
import { Gaze, HOLD_MS, LEAST_MS } from '../../../src/town/watching/gaze.ts';
import type { Sight } from '../../../src/town/watching/sights.ts';

function sight(key: string, score: number, ...who: string[]): Sight {
  return { key, reason: 'talk', score, who: who.length === 0 ? [key] : who, thing: null, about: '' };
}

/** Where the eye is after each of these moments, a second apart. */
function watch(gaze: Gaze, seconds: number, at: (second: number) => Sight[], from = 0): string[] {
  return Array.from({ length: seconds }, (_, n) => gaze.turn(at(from + n), (from + n) * 1000)?.sight.key ?? '-');
}

describe("the director's eye", () => {
  it('looks at the best there is at once, and at nothing where there is nothing', () => {
    const gaze = new Gaze();
    expect(gaze.turn([], 0)).toBeNull();
    expect(gaze.turn([sight('quarrel', 60), sight('talk', 20)], 10)?.sight.key).toBe('quarrel');
  });

  it('does not jump to and fro between two that are about as good', () => {
    const gaze = new Gaze();
    const seen = watch(gaze, 20, (n) => [sight('a', 30 + (n % 2) * 4), sight('b', 34 - (n % 2) * 4)]);
    expect(new Set(seen).size).toBe(1);
  });

  it('holds a look for seconds though something better comes up, but not against a fire', () => {
    const gaze = new Gaze();
    gaze.turn([sight('talk', 20)], 0);
    const better = [sight('party', 40), sight('talk', 20)];
    expect(gaze.turn(better, HOLD_MS - 1)?.sight.key).toBe('talk');
    expect(gaze.turn(better, HOLD_MS + 1)?.sight.key).toBe('party');
    const fire = [sight('fire', 90), ...better];
    expect(gaze.turn(fire, HOLD_MS + LEAST_MS - 1)?.sight.key).toBe('party');
    expect(gaze.turn(fire, HOLD_MS + LEAST_MS + 2)?.sight.key).toBe('fire');
  });

  it('stays a moment to see how something ended', () => {
    const gaze = new Gaze();
    gaze.turn([sight('talk', 40), sight('work', 8)], 0);
    gaze.turn([sight('talk', 40), sight('work', 8)], 10_000);
    expect(gaze.turn([sight('work', 8)], 11_000)?.sight.key).toBe('talk');
    expect(gaze.turn([sight('work', 8)], 14_000)?.sight.key).toBe('work');
  });

  it('grows tired of what never changes, and comes back to it later', () => {
    const gaze = new Gaze();
    const seen = watch(gaze, 120, () => [sight('fire', 40), sight('talk', 24), sight('walk', 12)]);
    expect(seen[0]).toBe('fire');
    expect(seen).toContain('talk');
    expect(seen.slice(60)).toContain('fire');
    const turns = seen.filter((key, n) => n > 0 && key !== seen[n - 1]).length;
    expect(turns).toBeLessThan(10);
  });

  it('goes on following the same of those who talk', () => {
    const gaze = new Gaze();
    gaze.turn([sight('talk', 30, 'ana', 'ben')], 0);
    expect(gaze.turn([sight('talk', 30, 'ben', 'ana')], 1000)?.sight.who).toEqual(['ana', 'ben']);
  });
});

import { describe, expect, it } from 'vitest';
import { isCrowd, MOST_NAMES, namedOf, rankOf, type InCrowd } from '../../src/scene/crowd.ts';

const nobody = new Set<string>();
const body = (id: string, rank = 1, inView = true): InCrowd => ({ id, rank, inView });
const crowd = (count: number): InCrowd[] =>
  Array.from({ length: count }, (_, n) => body(`r${String(n).padStart(4, '0')}`));

describe('names in a crowd', () => {
  it('are a hundred at most, whatever the zoom', () => {
    const { named } = namedOf(crowd(1000), 4, nobody);
    expect(named).toHaveLength(MOST_NAMES);
    expect(namedOf(crowd(1000), 1, nobody).shown).toBeLessThan(namedOf(crowd(1000), 2, nobody).shown);
    expect(namedOf(crowd(1000), 4, nobody).shown).toBe(MOST_NAMES);
  });

  it('are those of whom one looks at, guests and speakers before others', () => {
    const people = [...crowd(300), body('speaker', 2), body('guest', 3), body('chosen', 4)];
    expect(
      namedOf(people, 2, nobody)
        .named.slice(0, 3)
        .map(({ id }) => id),
    ).toEqual(['chosen', 'guest', 'speaker']);
  });

  it('stay on whom they were on, so that they do not flicker', () => {
    const before = new Set(['r0250', 'r0299']);
    const named = namedOf(crowd(300), 4, before).named.map(({ id }) => id);
    expect(named.slice(0, 2)).toEqual(['r0250', 'r0299']);
  });

  it('keep somebody out of sight for the Tab key where all fit, and nobody where they do not', () => {
    const away = body('away', 1, false);
    expect(namedOf([...crowd(20), away], 2, nobody).named).toContain(away);
    expect(namedOf([...crowd(200), away], 2, nobody).named).not.toContain(away);
    expect([isCrowd(MOST_NAMES), isCrowd(MOST_NAMES + 1)]).toEqual([false, true]);
  });

  it('rank the sleeping last', () => {
    const ranks = [
      rankOf({ selected: false, visitor: false, speaks: false, asleep: true }),
      rankOf({ selected: false, visitor: false, speaks: false, asleep: false }),
      rankOf({ selected: false, visitor: false, speaks: true, asleep: false }),
    ];
    expect([...ranks].sort()).toEqual(ranks);
  });
});

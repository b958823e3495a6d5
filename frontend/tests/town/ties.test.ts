import { describe, expect, it } from 'vitest';
import type { StateDocument } from '../../src/town/generated.ts';
import { layOut, tiesOf, type Place } from '../../src/town/ties/web.ts';

const knows = (closeness: number, knows_name = true) => ({ closeness, knows_name, name: null, note: '', talked: null });

/** A town in which each is to the others what `bonds` says. */
const aTown = (bonds: Record<string, Record<string, ReturnType<typeof knows>>>) =>
  ({
    residents: Object.fromEntries(Object.entries(bonds).map(([id, relationships]) => [id, { relationships }])),
  }) as unknown as StateDocument;

const far = (places: ReadonlyMap<string, Place>, one: string, other: string) => {
  const [a, b] = [places.get(one), places.get(other)];
  if (a === undefined || b === undefined) throw new Error('somebody has no place');
  return Math.hypot(a.x - b.x, a.y - b.y);
};

const BONDS = aTown({
  ana: { ben: knows(0.9), cleo: knows(0.1) },
  ben: { ana: knows(0.7) },
  cleo: { dora: knows(0, false) },
  dora: {},
});

describe('the web of a town', () => {
  it('has one tie for two, as close as both are on average', () => {
    const ties = tiesOf(BONDS);
    expect(ties.map(({ one, other, mutual }) => [one, other, mutual])).toEqual([
      ['ana', 'ben', true],
      ['ana', 'cleo', false],
    ]);
    expect(ties[0]?.closeness).toBeCloseTo(0.8);
  });

  it('draws those near each other who are close, and all within the box', () => {
    const people = Object.keys(BONDS.residents);
    const places = layOut(people, tiesOf(BONDS));
    expect(far(places, 'ana', 'ben')).toBeLessThan(far(places, 'ana', 'cleo'));
    for (const { x, y } of places.values()) {
      expect(Math.min(x, y)).toBeGreaterThan(0);
      expect(Math.max(x, y)).toBeLessThan(1);
    }
    expect(layOut(people, tiesOf(BONDS))).toEqual(places);
  });

  it('has nobody in a town without residents', () => {
    expect(layOut([], [])).toEqual(new Map());
  });
});

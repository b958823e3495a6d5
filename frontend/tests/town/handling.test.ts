import { describe, expect, it } from 'vitest';
import type { ThingView, Tile, UseView } from '../../src/town/generated.ts';
import { choicesAt } from '../../src/town/handling.ts';

const use = (id: string, kind: UseView['kind'], state: string): UseView => ({
  id,
  kind,
  activity: id,
  emoji: '',
  state,
  pose: 'standing',
});
const thing = (id: string, at: Tile, ...uses: UseView[]): ThingView => ({
  id,
  name: id,
  kind: 'thing',
  arena: 'Lane:Café:bar',
  footprint: [at],
  state: 'off',
  uses,
});
const lamp = thing('lamp', [3, 3], use('switch_on', 'switch', 'on'), use('switch_off', 'switch', 'off'));
const bench = thing('bench', [5, 3], use('rest', 'use', 'taken'));
const till = thing('till', [4, 4]);
const place = {
  scenario: { objects: [lamp, bench, till] },
  arenaAt: (x: number) => (x < 6 ? 'Lane:Café:bar' : undefined),
};
const state = (now: string) => ({ state: now, by: null, since: 0 });
const at = (tile: Tile) =>
  choicesAt(place, { lamp: state('off'), bench: state('idle'), till: state('idle') }, tile).map(
    ({ thing, use }) => `${thing.id} ${use.id}`,
  );

describe('things to use', () => {
  it('are those within reach, the nearest first, and what would change nothing is left out', () => {
    expect(at([4, 3])).toEqual(['lamp switch_on', 'bench rest']);
    expect(at([5, 2])).toEqual(['bench rest', 'lamp switch_on']);
    expect(at([1, 1])).toEqual(['lamp switch_on']);
    expect(at([0, 0])).toEqual([]);
  });

  it('are not reached through a wall', () => {
    expect(at([6, 3])).toEqual([]);
  });
});

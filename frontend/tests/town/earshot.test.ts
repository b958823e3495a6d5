import { describe, expect, it } from 'vitest';
import { inEarshot, reachOf } from '../../src/town/earshot.ts';
import type { StateDocument, Tile } from '../../src/town/generated.ts';
import { aResident, aTown } from './town.ts';

const me = 'visitor:me';
/** A room left of x = 10, the street right of it. */
const rooms = { arenaAt: (x: number) => (x < 10 ? 'Lane:Café:bar' : undefined) };

function aCafe(): StateDocument {
  const asleep = { asleep: true, begun: 0 } as NonNullable<ReturnType<typeof aResident>['action']>;
  const town = aTown(
    aResident('ana', { at: [5, 5] }),
    aResident('bo', { at: [2, 5] }),
    aResident('cleo', { at: [3, 5], action: asleep }),
    aResident('dov', { at: [10, 5] }),
  );
  return { ...town, visitors: { [me]: aVisitor(me, [4, 5]), 'visitor:ada': aVisitor('visitor:ada', [8, 5]) } };
}

const aVisitor = (id: string, at: Tile) => ({
  ...({} as StateDocument['visitors'][string]),
  id,
  name: id,
  looks: 0,
  at,
});
const names = (town: StateDocument, at: Tile = [4, 5]) => inEarshot(town, rooms, 0, at, me).map(({ id }) => id);

describe('earshot', () => {
  it('holds whoever is near in the same room, nearest first', () => {
    expect(names(aCafe())).toEqual(['ana', 'cleo', 'bo', 'visitor:ada']);
  });

  it('ends at the door, and four tiles away', () => {
    expect(names(aCafe(), [14, 5])).toEqual(['dov']);
    expect(names(aCafe(), [15, 5])).toEqual([]);
  });
});

describe('whom words will reach', () => {
  const near = () => inEarshot(aCafe(), rooms, 0, [4, 5], me);

  it('is the nearest who is awake, and others may overhear it', () => {
    expect(reachOf({ kind: 'nearest' }, near())).toEqual({ kind: 'one', id: 'ana', others: ['bo', 'visitor:ada'] });
  });

  it('is told as nobody where nobody is, or where all are asleep', () => {
    expect(reachOf({ kind: 'all' }, [])).toEqual({ kind: 'nobody' });
    const sleepers = near().filter(({ asleep }) => asleep);
    expect(reachOf({ kind: 'nearest' }, sleepers)).toEqual({ kind: 'asleep', id: 'cleo' });
  });

  it('is all who are awake when one speaks to all', () => {
    expect(reachOf({ kind: 'all' }, near())).toEqual({ kind: 'all', ids: ['ana', 'bo', 'visitor:ada'] });
  });

  it('is told as away for somebody who was chosen and has gone', () => {
    expect(reachOf({ kind: 'one', id: 'dov' }, near())).toEqual({ kind: 'away', id: 'dov' });
    expect(reachOf({ kind: 'one', id: 'cleo' }, near())).toEqual({ kind: 'asleep', id: 'cleo' });
    expect(reachOf({ kind: 'one', id: 'bo' }, near())).toMatchObject({ kind: 'one', id: 'bo' });
  });
});

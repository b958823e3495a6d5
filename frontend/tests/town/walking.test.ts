import { describe, expect, it } from 'vitest';
import type { Tile } from '../../src/town/generated.ts';
import {
  confirmed,
  found,
  ledAlong,
  MOST_TILES,
  refused,
  sentOff,
  standingAt,
  stepped,
  tileOf,
  unsent,
  type Walking,
} from '../../src/town/walking.ts';

const after = (start: Tile, ...tiles: Tile[]): Walking => tiles.reduce(stepped, standingAt(start));

describe('own steps', () => {
  it('are taken at once, before the town has said anything', () => {
    expect(tileOf(after([3, 3], [4, 3], [5, 3]))).toEqual([5, 3]);
  });

  it('are sent once each, so many at a time', () => {
    const tiles = Array.from({ length: MOST_TILES + 2 }, (_, n): Tile => [n + 1, 0]);
    const first = after([0, 0], ...tiles);
    expect(unsent(first)).toHaveLength(MOST_TILES);
    const second = sentOff(first);
    expect(unsent(second)).toEqual([
      [9, 0],
      [10, 0],
    ]);
    expect(unsent(sentOff(second))).toEqual([]);
  });

  it('stay ahead of the town where it knows only of the first ones', () => {
    const walking = confirmed(sentOff(after([0, 0], [1, 0], [2, 0])), [
      [0, 0],
      [1, 0],
    ]);
    expect(walking).toEqual({ told: [1, 0], ahead: [[2, 0]], sent: 1 });
    expect(tileOf(walking)).toEqual([2, 0]);
  });

  it('are given up when the town moved the body elsewhere', () => {
    const walking = confirmed(sentOff(after([0, 0], [1, 0])), [
      [0, 0],
      [0, 1],
    ]);
    expect(walking).toEqual(standingAt([0, 1]));
  });

  it('are given up when the town refuses them', () => {
    const known = confirmed(sentOff(after([0, 0], [1, 0], [2, 0], [3, 0])), [
      [0, 0],
      [1, 0],
    ]);
    expect(refused(known)).toEqual(standingAt([1, 0]));
  });

  it('are those of another tab where this page stood still', () => {
    const path: Tile[] = [
      [0, 0],
      [1, 0],
      [2, 0],
    ];
    expect(ledAlong(standingAt([0, 0]), path)).toEqual([
      [1, 0],
      [2, 0],
    ]);
    expect(ledAlong(after([0, 0], [0, 1]), path)).toEqual([]);
    expect(ledAlong(standingAt([5, 5]), path)).toEqual([]);
  });

  it('go on from where the body is found when the town was read anew', () => {
    const walking = sentOff(after([0, 0], [1, 0], [2, 0]));
    expect(found(walking, [0, 0])).toBe(walking);
    expect(found(walking, [1, 0])).toEqual({ told: [1, 0], ahead: [[2, 0]], sent: 1 });
    expect(found(walking, [7, 7])).toEqual(standingAt([7, 7]));
  });
});

import { describe, expect, it } from 'vitest';
import type { Tile } from '../../src/town/generated.ts';
import { wayTo, type Ground } from '../../src/town/ways.ts';

const groundOf = (...rows: string[]): Ground => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  isFree: (x, y) => rows[y]?.[x] === '.',
});

describe('the way to where one clicked', () => {
  it('leads around what is in the way, tile by tile', () => {
    const ground = groundOf('...', '##.', '...');
    const way = wayTo(ground, [0, 0], [0, 2]);
    expect(way).toEqual([
      [1, 0],
      [2, 0],
      [2, 1],
      [2, 2],
      [1, 2],
      [0, 2],
    ]);
  });

  it('is empty for somebody who stands there already', () => {
    expect(wayTo(groundOf('...'), [1, 0], [1, 0])).toEqual([]);
  });

  it('ends beside a thing that nobody can stand on', () => {
    expect(wayTo(groundOf('...#'), [0, 0], [3, 0])?.at(-1)).toEqual([2, 0]);
  });

  it('ends on this side of a wall that closes all off, if that is near', () => {
    expect(wayTo(groundOf('...##.'), [0, 0], [5, 0])?.at(-1)).toEqual([2, 0]);
    expect(wayTo(groundOf('.#########.'), [0, 0], [10, 0])).toBeNull();
  });

  it('goes around the rooms of others, and through them only where there is no other way', () => {
    const shuns = (_x: number, y: number) => y === 1;
    const around = wayTo(groundOf('.....', '..#..', '.....'), [0, 0], [4, 0], shuns);
    expect(around?.some(([, y]) => y === 1)).toBe(false);
    const through = wayTo(groundOf('.#.', '...'), [0, 0], [2, 0], shuns);
    expect(through?.at(-1)).toEqual([2, 0] satisfies Tile);
  });

  it('stays on the map', () => {
    expect(wayTo(groundOf('..', '..'), [0, 0], [9, 9])).toBeNull();
  });
});

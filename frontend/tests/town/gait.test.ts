import { describe, expect, it } from 'vitest';
import { Gait, STEP_MS } from '../../src/town/gait.ts';
import type { Tile } from '../../src/town/generated.ts';

/** Hands out the tiles of a path, one a call. */
function along(...path: Tile[]): () => Tile | null {
  const rest = [...path];
  return () => rest.shift() ?? null;
}

describe('walking from tile to tile', () => {
  it('begins with the very frame after the key was pressed', () => {
    const gait = new Gait([2, 2]);
    gait.advance(1000, () => null);
    gait.advance(1016, along([3, 2]), 1004);
    expect(gait.drawn[0]).toBeCloseTo(2 + 12 / STEP_MS);
    expect(gait.facing).toBe('right');
    expect(gait.walking).toBe(true);
  });

  it('takes a quarter of a second a tile, however the frames fall', () => {
    const gait = new Gait([0, 0]);
    const next = along([1, 0], [2, 0], [3, 0], [4, 0]);
    gait.advance(0, next);
    for (const now of [90, 240, 270, 433, 610, 760, 999]) gait.advance(now, next);
    expect(gait.drawn[0]).toBeCloseTo(999 / STEP_MS);
    gait.advance(1001, next);
    expect(gait.drawn).toEqual([4, 0]);
    expect(gait.walking).toBe(false);
  });

  it('does not make up for the steps of a page that was asleep', () => {
    const gait = new Gait([0, 0]);
    const next = along([1, 0], [2, 0], [3, 0], [4, 0], [5, 0]);
    gait.advance(0, next);
    gait.advance(60_000, next);
    expect(gait.drawn[0]).toBeCloseTo(1);
  });

  it('glides to where the town says that it is, and jumps if that is far', () => {
    const gait = new Gait([0, 0]);
    gait.advance(0, along([1, 0]));
    gait.advance(STEP_MS / 2, () => null);
    gait.correct([0, 0]);
    expect(gait.drawn[0]).toBeCloseTo(0.5);
    gait.advance(STEP_MS / 2 + 400, () => null);
    expect(gait.drawn[0]).toBeLessThan(0.01);
    gait.correct([30, 0]);
    expect(gait.drawn).toEqual([30, 0]);
  });
});

import { describe, expect, it } from 'vitest';
import { poseOf } from '../../src/scene/pose.ts';
import { aResident } from '../town/town.ts';

const walker = aResident('ana', {
  at: [3, 3],
  walk: {
    path: [
      [3, 3],
      [4, 3],
      [4, 4],
    ],
    start: 10,
  },
});

describe('a walking resident', () => {
  it.each([
    [9, 3, 3, 'right'],
    [10.5, 3.5, 3, 'right'],
    [11, 4, 3, 'down'],
    [11.25, 4, 3.25, 'down'],
  ] as const)('is on its path at tick %d', (tick, x, y, facing) => {
    expect(poseOf(walker, tick, 'up', null)).toEqual({ x, y, facing, walking: true });
  });

  it('stands at the end of its path, looking on', () => {
    expect(poseOf(walker, 12, 'up', null)).toEqual({ x: 4, y: 4, facing: 'down', walking: false });
    expect(poseOf(walker, 500, 'up', null)).toEqual({ x: 4, y: 4, facing: 'down', walking: false });
  });

  it('turns to what it uses or whom it talks to', () => {
    expect(poseOf(walker, 12, 'up', [2, 4]).facing).toBe('left');
    expect(poseOf(aResident('ana'), 0, 'left', [3, 1]).facing).toBe('up');
    expect(poseOf(aResident('ana'), 0, 'left', null).facing).toBe('left');
  });

  it('does not move on a path of one tile', () => {
    const still = aResident('ana', { walk: { path: [[3, 3]], start: 4 } });
    expect(poseOf(still, 4, 'left', null)).toEqual({ x: 3, y: 3, facing: 'left', walking: false });
  });
});

import { describe, expect, it } from 'vitest';
import { Seats } from '../../src/scene/seats.ts';

const bed = { x: 3 * 16 + 8, y: 2 * 16 + 13, z: 32, pose: 'sleep' };
const chair = { x: 6 * 16 + 8, y: 2 * 16 + 12, z: 0, pose: 'sit_left' };
const seats = new Seats([
  { n: 'bed', x: 56, y: 63, z: -22, object: 'bed', people: [bed] },
  { n: 'chair', x: 104, y: 46, z: -8, object: null, people: [chair] },
]);

describe('where bodies sit and lie', () => {
  it('lies on the bed from every tile next to it, unless somebody else does', () => {
    expect(seats.bedOf('bed', 3, 3, new Set())).toBe(bed);
    expect(seats.bedOf('bed', 2, 2, new Set())).toBe(bed);
    expect(seats.bedOf('bed', 3, 3, new Set([bed]))).toBeUndefined();
    expect(seats.bedOf('bed', 9, 9, new Set())).toBeUndefined();
  });

  it('sits on a chair, and on a bed when awake: nobody stands on either', () => {
    expect(seats.chairAt(6, 2)).toBe(chair);
    expect(seats.chairAt(3, 2)?.pose).toBe('sit_down');
    expect(seats.chairAt(3, 3)).toMatchObject({ x: bed.x, y: 3 * 16 + 12 });
    expect(seats.chairAt(3, 4)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { signOf } from '../../src/scene/omens.ts';

describe('what is seen of an object’s state', () => {
  it.each([
    ['burning', 'flame'],
    ['leaking gas', 'gas'],
    ['leaking', 'drip'],
    ['covered in ants', 'bugs'],
    ['smoking', 'smoke'],
    ['polished', 'glow'],
    ['on strike', 'alert'],
  ])('shows %s as %s', (state, sign) => {
    expect(signOf(state, true)).toBe(sign);
  });

  it('makes no fuss about everyday states', () => {
    expect(signOf('somebody sits on it', false)).toBeNull();
    expect(signOf('brewing coffee', false)).toBe('steam');
  });
});

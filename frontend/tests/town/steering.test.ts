import { describe, expect, it } from 'vitest';
import { Steering, type Heading } from '../../src/town/steering.ts';

const open = () => true;
const only = (way: Heading) => (heading: Heading) => heading === way;

describe('keys that lead', () => {
  it('lead the way of the key that was pressed last, and back to the other when it is let go', () => {
    const keys = new Steering();
    keys.press('up');
    keys.press('left');
    expect(keys.next(open).step).toBe('left');
    keys.release('left');
    expect(keys.next(open).step).toBe('up');
  });

  it('slide along a wall', () => {
    const keys = new Steering();
    keys.press('right');
    keys.press('up');
    expect(keys.next(only('right')).step).toBe('right');
  });

  it('take the step of a key that was only tapped', () => {
    const keys = new Steering();
    keys.press('down');
    keys.release('down');
    expect(keys.wanted).toBe(true);
    expect(keys.next(open).step).toBe('down');
    expect(keys.wanted).toBe(false);
    expect(keys.next(open).step).toBeNull();
  });

  it('turn one towards what is in the way', () => {
    const keys = new Steering();
    keys.press('left');
    expect(keys.next(() => false)).toEqual({ step: null, blocked: 'left' });
  });

  it('lead nowhere after a stop, until they are pressed anew', () => {
    const keys = new Steering();
    keys.press('left');
    keys.stop();
    expect(keys.wanted).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { LEAST_MS, shorten, Speech } from '../../src/scene/speech.ts';

describe('speech bubbles', () => {
  it('show each line long enough to be read, one after the other', () => {
    const speech = new Speech();
    speech.say('One', 0);
    speech.say('Two', 10);
    expect(speech.at(20)).toBe('One');
    expect(speech.at(20 + LEAST_MS - 1)).toBe('One');
    expect(speech.at(20 + LEAST_MS)).toBe('Two');
    expect(speech.at(20 + 4 * LEAST_MS)).toBeNull();
  });

  it('leave out lines that a fast town says faster than one can read', () => {
    const speech = new Speech();
    speech.say('One', 0);
    expect(speech.at(0)).toBe('One');
    for (const word of ['Two', 'Three', 'Four', 'Five']) speech.say(word, 100);
    expect(speech.at(LEAST_MS)).toBe('Four');
    expect(speech.at(2 * LEAST_MS)).toBe('Five');
  });

  it('do not repeat what is long past', () => {
    const speech = new Speech();
    speech.say('Old', 0);
    expect(speech.at(60_000)).toBeNull();
  });

  it('cut long lines between two words', () => {
    const long = 'On Saturday evening at eight everybody may set a paper lantern afloat on the pond, '.repeat(3);
    const short = shorten(long);
    expect(short.length).toBeLessThanOrEqual(121);
    expect(long.startsWith(short.slice(0, -1))).toBe(true);
    expect(short.endsWith('…')).toBe(true);
    expect(long[short.length - 1]).toMatch(/[ ,]/);
  });
});

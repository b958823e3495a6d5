import { describe, expect, it } from 'vitest';
import { talkedToLately, type NewsItem } from '../../src/town/feed.ts';

const said = (speaker: string, tick: number): NewsItem => ({
  seq: tick,
  tick,
  event: {
    kind: 'said',
    speaker,
    to: ['ana'],
    text: 'Hello',
    talk: null,
    aloud: false,
    ends: false,
    tells: [],
    cause: null,
  },
});

describe('a town that goes slowly', () => {
  it('does so for a visitor who has just spoken, not for residents or long after', () => {
    expect(talkedToLately([said('visitor:a', 100)], 105)).toBe(true);
    expect(talkedToLately([said('ben', 100)], 105)).toBe(false);
    expect(talkedToLately([said('visitor:a', 100)], 400)).toBe(false);
  });
});

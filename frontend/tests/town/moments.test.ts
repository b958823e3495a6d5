import { describe, expect, it } from 'vitest';
import { ago } from '../../src/views/access/moments.ts';

describe('a moment ago', () => {
  const now = Date.parse('2026-11-21T06:00:00+00:00');

  it.each([
    ['2026-11-21T05:59:30+00:00', 'just now'],
    ['2026-11-21T06:00:05+00:00', 'just now'],
    ['2026-11-21T05:59:00+00:00', '1 minute ago'],
    ['2026-11-21T05:00:01+00:00', '59 minutes ago'],
    ['2026-11-21T03:00:00+00:00', '3 hours ago'],
    ['2026-11-19T05:00:00+00:00', '2 days ago'],
  ])('%s is told as %s', (iso, words) => {
    expect(ago(iso, now)).toBe(words);
  });
});

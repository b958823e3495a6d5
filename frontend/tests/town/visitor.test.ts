import { describe, expect, it } from 'vitest';
import { forgetName, introduce, visitorName } from '../../src/town/visitor.ts';

describe('a visitor', () => {
  it('is called by the name given, without needless blanks', () => {
    expect(introduce('  Zoé   van  Dijk ')).toBe(true);
    expect(visitorName.value).toBe('Zoé van Dijk');
  });

  it('is asked again instead of being stuck with a name that the town refuses', () => {
    forgetName();
    for (const name of ['<b>Zed</b>', '', '   ', 'x'.repeat(41), 'a\u202eb']) {
      expect(introduce(name)).toBe(false);
      expect(visitorName.value).toBe('');
    }
  });
});

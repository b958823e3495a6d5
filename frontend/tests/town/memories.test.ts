import { describe, expect, it } from 'vitest';
import type { AnyEvent } from '../../src/town/generated.ts';
import { EVERYTHING, fits } from '../../src/town/memories.ts';

type Formed = Extract<AnyEvent, { kind: 'remembered' }>;

const told = {
  kind: 'remembered',
  memory: 'observation',
  text: 'The fair comes on Sunday.',
  about: ['ana'],
  source: { by: 'speaker', who: 'ben', talk: null, memories: [], question: null },
} as unknown as Formed;

describe('a memory that was just formed', () => {
  it('is shown where everything is', () => {
    expect(fits(EVERYTHING, told, 5)).toBe(true);
  });

  it.each([
    [{ q: 'fair SUNDAY' }, true],
    [{ q: 'fair monday' }, false],
    [{ kind: 'observation' as const }, true],
    [{ kind: 'plan' as const }, false],
    [{ about: 'ana' }, true],
    [{ about: 'ben' }, true],
    [{ about: 'cleo' }, false],
    [{ from: 5 }, true],
    [{ from: 6 }, false],
  ])('is shown by what is looked for: %o', (wanted, shown) => {
    expect(fits({ ...EVERYTHING, ...wanted }, told, 5)).toBe(shown);
  });
});

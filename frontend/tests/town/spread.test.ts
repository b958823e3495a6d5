import { describe, expect, it } from 'vitest';
import type { KnowerView } from '../../src/town/generated.ts';
import { stepsOf } from '../../src/town/spread.ts';

const knower = (resident: string, tick: number, speaker: string | null): KnowerView => ({
  resident,
  memory: `m-${resident}`,
  seq: tick + 1,
  tick,
  told: speaker === null ? null : { speaker, seq: tick, text: 'Have you heard?', overheard: false },
  origin: speaker === null ? { how: 'knew', seq: null, who: null, words: '' } : null,
  believes: null,
  standing: null,
});

describe('the way of a piece of news', () => {
  it('has a row for each who knows, with a line up to whoever told it', () => {
    const knowers = [knower('ana', 0, null), knower('ben', 50, 'ana'), knower('cleo', 100, 'ana')];
    const steps = stepsOf({ text: 'News', knowers, residents: 5 }, 200);
    expect(steps.map(({ at, up }) => [at, up])).toEqual([
      [0, 0],
      [0.25, 1],
      [0.5, 2],
    ]);
  });

  it('draws no line to somebody from outside', () => {
    const knowers = [knower('ana', 10, 'visitor:vera')];
    expect(stepsOf({ text: 'News', knowers, residents: 5 }, 10)).toMatchObject([{ at: 0, up: 0 }]);
  });

  it('is empty where nobody knows', () => {
    expect(stepsOf({ text: 'News', knowers: [], residents: 5 }, 10)).toEqual([]);
  });
});

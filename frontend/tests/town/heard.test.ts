import { describe, expect, it } from 'vitest';
import { Heard, withTalks } from '../../src/town/heard.ts';
import type { Said } from '../../src/town/generated.ts';
import { aLog, said } from './town.ts';

const me = 'visitor:me';

function hear(heard: Heard, speaker: string, to: string, near: boolean, seq: number): void {
  const [recorded] = aLog([said(speaker, to, 'Hello')], 0, seq);
  if (recorded !== undefined) heard.hear(recorded, recorded.event as Said, near, null);
}

describe('what one hears in town', () => {
  it('is what one says, what one is told, and what is said near one', () => {
    const heard = new Heard(me);
    hear(heard, me, 'ana', false, 1);
    hear(heard, 'ana', me, false, 2);
    hear(heard, 'bo', 'cleo', true, 3);
    hear(heard, 'bo', 'cleo', false, 4);
    hear(heard, 'ana', me, true, 2);
    expect(heard.lines.value.map(({ seq, mine, overheard }) => [seq, mine, overheard])).toEqual([
      [1, true, false],
      [2, false, false],
      [3, false, true],
    ]);
  });

  it('comes back from the own talks to a page that was opened again, but for those of earlier visits', () => {
    const heard = new Heard(me);
    hear(heard, 'ana', me, true, 9);
    const line = (seq: number, tick: number, mine: boolean) => ({ seq, tick, mine, text: 'Hello' });
    const talks = { ana: [line(3, 1, true), line(7, 5, true), line(9, 6, false)], bo: [line(7, 5, true)] };
    expect(withTalks(heard.lines.value, talks, me, 4).map(({ seq, speaker }) => [seq, speaker])).toEqual([
      [7, me],
      [9, 'ana'],
    ]);
  });
});

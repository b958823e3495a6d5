import { describe, expect, it } from 'vitest';
import { Heard } from '../../src/town/heard.ts';
import type { Said } from '../../src/town/generated.ts';
import { aLog, said } from './town.ts';

const me = 'visitor:me';

function hear(heard: Heard, speaker: string, to: string, near: boolean, seq: number): void {
  const [recorded] = aLog([said(speaker, to, 'Hello')], 0, seq);
  if (recorded !== undefined) heard.hear(recorded, recorded.event as Said, near);
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
});

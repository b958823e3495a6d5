import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AftermathLook, countsOf, learningsOf, rowsOf } from '../../src/town/aftermath.ts';
import { curveOf } from '../../src/town/curve.ts';
import type { AftermathView, Recorded, StepView } from '../../src/town/generated.ts';

let seq = 0;

function step(kind: StepView['kind'], resident: string | null, more: Partial<StepView> = {}): StepView {
  seq += 1;
  const rest = { of: null, other: null, words: '', choice: '', line: null, overheard: false, what: '', place: null };
  return { kind, seq, tick: seq * 10, resident, ...rest, ...more };
}

describe('the rows of an aftermath', () => {
  it('tell once who notices the same again, and with it that it goes on', () => {
    const rain = step('did', null);
    const first = step('perceived', 'ana', { of: rain.seq });
    const again = step('perceived', 'ana', { of: rain.seq });
    const ben = step('perceived', 'ben', { of: rain.seq });
    const on = step('reacted', 'ana', { of: again.seq, choice: 'go_on' });
    const away = step('reacted', 'ben', { of: ben.seq, choice: 'leave' });
    const rows = rowsOf([rain, first, again, ben, on, away]);
    expect(rows.map((row) => [row.step.seq, row.wentOn])).toEqual([
      [first.seq, true],
      [ben.seq, false],
      [away.seq, false],
    ]);
    expect([...countsOf(rows)]).toEqual([
      ['noticed', 2],
      ['acted', 1],
    ]);
  });

  it('say who came to know when, each once, and no visitor', () => {
    const heard = step('perceived', 'ana');
    const told = step('told', 'ana', { other: 'ben' });
    const twice = step('told', 'ben', { other: 'ana' });
    const guest = step('told', 'ben', { other: 'visitor:maya' });
    expect(learningsOf([heard, told, twice, guest])).toEqual([
      { who: 'ana', tick: heard.tick },
      { who: 'ben', tick: told.tick },
    ]);
  });
});

describe('the curve of who knows', () => {
  it('goes up by one for each, and on to now', () => {
    const learnings = [
      { who: 'ana', tick: -1 },
      { who: 'ben', tick: 50 },
    ];
    const curve = curveOf(learnings, 100);
    expect(curve.points.map(({ x, y, count }) => [x, y, count])).toEqual([
      [0, 0.2, 1],
      [0.5, 0.4, 2],
    ]);
    expect([curve.from, curve.upto, curve.top]).toEqual([0, 100, 5]);
    expect(curve.outline).toBe('M0 1H0V0.8H0.5V0.6H1');
  });

  it('has room for everybody, and for nobody', () => {
    const many = Array.from({ length: 26 }, (_, n) => ({ who: `r${n}`, tick: 7 }));
    expect(curveOf(many, 7).top).toBe(50);
    expect(curveOf([], 7).points).toEqual([]);
  });
});

describe('following', () => {
  const view = (steps: StepView[]) => ({ steps, memory: null, cut: false }) as unknown as AftermathView;
  const heard = { seq: 1, tick: 1, order: 0, event: { kind: 'said' } } as unknown as Recorded;
  const walked = { seq: 2, tick: 1, order: 1, event: { kind: 'walked' } } as unknown as Recorded;

  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('reads again a little after something happened that may belong to it, however much happens', async () => {
    const read = vi.fn(() => Promise.resolve(view([])));
    const look = new AftermathLook('t-1', read);
    look.follow(3);
    await vi.advanceTimersByTimeAsync(0);
    look.hear(walked);
    await vi.advanceTimersByTimeAsync(5000);
    expect(read).toHaveBeenCalledTimes(1);
    for (let n = 0; n < 50; n++) look.hear(heard);
    await vi.advanceTimersByTimeAsync(5000);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('shows nothing of what was followed before', async () => {
    const answers: ((found: AftermathView) => void)[] = [];
    const look = new AftermathLook('t-1', () => new Promise((resolve) => answers.push(resolve)));
    look.follow(3);
    look.follow(4);
    const [ofThree, ofFour] = [view([step('did', null)]), view([])];
    answers[1]?.(ofFour);
    answers[0]?.(ofThree);
    await vi.advanceTimersByTimeAsync(0);
    expect(look.view.value).toBe(ofFour);
    look.close();
    expect([look.followed.value, look.view.value]).toEqual([null, null]);
  });
});

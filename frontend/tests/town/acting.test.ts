import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Acting, FAR, TAP_MS, type Stage } from '../../src/town/acting.ts';
import type { Outcome } from '../../src/town/actions.ts';
import type { Tile } from '../../src/town/generated.ts';
import { aResident, aTown } from './town.ts';

const ME = 'visitor:maya';
const DONE: Outcome = { done: true };

/** A lane 40 tiles long and 3 wide, in which one acts for Ana. */
function lane(at: Tile = [20, 1], answer: () => Promise<Outcome> = () => Promise.resolve(DONE)) {
  const sent: Tile[] = [];
  const ana = aResident('ana', { at, stand_in: { visitor: ME, name: 'Maya', since: 0 } });
  const town = aTown(ana, aResident('ben', { at: [1, 1] }));
  const stage: Stage = {
    visitor: ME,
    town: () => town,
    tick: () => 0,
    ground: () => ({ width: 40, height: 3, isFree: (x, y) => x >= 0 && x < 40 && y >= 0 && y < 3 }),
    go: (_resident, tile) => {
      sent.push(tile);
      return answer();
    },
  };
  return { acting: new Acting(stage), sent };
}

describe('acting for a resident', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('takes a tap as one step, and taps in a row as so many', async () => {
    const { acting, sent } = lane();
    for (let n = 0; n < 3; n++) {
      acting.press('right');
      acting.release('right');
      await Promise.resolve();
    }
    expect(sent.at(-1)).toEqual([23, 1]);
    expect(acting.goal.value).toEqual([23, 1]);
    await vi.advanceTimersByTimeAsync(10 * TAP_MS);
    expect(sent.at(-1)).toEqual([23, 1]);
  });

  it('leads straight on as long as a key is held, and stops with the next step', async () => {
    const { acting, sent } = lane();
    acting.press('left');
    await vi.advanceTimersByTimeAsync(TAP_MS);
    expect(sent).toEqual([[20 - FAR, 1]]);
    acting.release('left');
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.at(-1)).toEqual([19, 1]);
  });

  it('stands still before a wall', async () => {
    const { acting, sent } = lane([0, 0]);
    acting.press('up');
    await vi.advanceTimersByTimeAsync(TAP_MS);
    acting.release('up');
    acting.press('left');
    acting.release('left');
    await vi.advanceTimersByTimeAsync(TAP_MS);
    expect(sent).toEqual([]);
  });

  it('goes back to the other key where two were held', async () => {
    const { acting, sent } = lane();
    acting.press('left');
    await vi.advanceTimersByTimeAsync(TAP_MS);
    acting.press('down');
    await vi.advanceTimersByTimeAsync(TAP_MS);
    expect(sent.at(-1)).toEqual([20, 2]);
    acting.release('down');
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.at(-1)).toEqual([20 - FAR, 1]);
  });

  it('keeps but the newest way while the town takes one in', async () => {
    let answer: (outcome: Outcome) => void = () => undefined;
    const { acting, sent } = lane([20, 1], () => new Promise((done) => (answer = done)));
    acting.walkTo([3, 1]);
    acting.walkTo([4, 1]);
    acting.walkTo([5, 1]);
    expect(sent).toEqual([[3, 1]]);
    answer(DONE);
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual([
      [3, 1],
      [5, 1],
    ]);
  });

  it('says why a step was refused', async () => {
    const { acting } = lane([20, 1], () => Promise.resolve({ done: false, reason: 'It is a private home.' }));
    acting.walkTo([3, 1]);
    await vi.advanceTimersByTimeAsync(0);
    expect(acting.refusal.value).toBe('It is a private home.');
    expect(acting.goal.value).toBeNull();
  });

  it('does nothing for whom nobody acts', () => {
    const { acting, sent } = lane();
    const idle = new Acting({ ...Reflect.get(acting, 'stage'), visitor: 'visitor:nobody' } as Stage);
    idle.press('up');
    idle.walkTo([1, 1]);
    idle.halt();
    expect(idle.me.value).toBeNull();
    expect(sent).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Clock, ClockWish, Recorded } from '../../../src/town/generated.ts';
import { Skip } from '../../../src/town/watching/skip.ts';
import { announced, aLog, aSnapshot, aTown } from '../town.ts';

const READING: Recorded = { seq: 7, tick: 7, order: 0, event: { kind: 'met', resident: 'ana', other: 'ben' } };
const [NEWS] = aLog([announced('Cake!')], 8, 8) as [Recorded];

/** A simulated day, in ticks. */
const DAY = 8640;

/** A clock that does what it is told, and the wishes it got. */
function aClock(changes: Partial<Clock> = {}, reason = '') {
  let clock: Clock = { ...aSnapshot(aTown()).town.clock, speed: 30, paused: false, ...changes };
  const wishes: ClockWish[] = [];
  const skip = new Skip({
    clock: () => clock,
    setClock: async (wish) => {
      wishes.push(wish);
      if (reason !== '') return { done: false, reason };
      clock = { ...clock, speed: wish.speed ?? clock.speed, paused: wish.pause ?? clock.paused };
      skip.see(clock);
      return Promise.resolve({ done: true });
    },
  });
  return { skip, wishes };
}

describe('skipping to the next thing that happens', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('goes fast until something happens, and then as before', async () => {
    const { skip, wishes } = aClock();
    await skip.start();
    skip.hear(READING);
    expect(skip.now.value).toEqual({ at: 'going' });
    skip.hear(NEWS);
    expect(wishes).toEqual([
      { speed: 300, pause: false, until: DAY },
      { speed: 30, pause: false, until: null },
    ]);
    expect(skip.now.value).toEqual({ at: 'found', what: NEWS });
  });

  it('pauses a town again that was paused, and gives a fast one all it has', async () => {
    const paused = aClock({ paused: true, speed: 10 });
    await paused.skip.start();
    paused.skip.hear(NEWS);
    expect(paused.wishes.at(-1)).toEqual({ speed: 10, pause: true, until: null });
    const fast = aClock({ speed: 300 });
    await fast.skip.start();
    expect(fast.wishes).toEqual([{ speed: 'max', pause: false, until: DAY }]);
  });

  it('gives way to whoever sets the clock meanwhile', async () => {
    const { skip, wishes } = aClock();
    await skip.start();
    skip.see({ ...aSnapshot(aTown()).town.clock, speed: 60 });
    expect(skip.now.value).toEqual({ at: 'rest' });
    skip.hear(NEWS);
    expect(wishes).toHaveLength(1);
  });

  it('gives up where nothing happens, and says so', async () => {
    const { skip, wishes } = aClock();
    await skip.start();
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(skip.now.value).toEqual({ at: 'nothing' });
    expect(wishes.at(-1)).toEqual({ speed: 30, pause: false, until: null });
  });

  it('keeps to the hour at which the town was to pause, and goes on for a day at most should the page be gone', async () => {
    const { skip, wishes } = aClock({ pause_at: 500 });
    await skip.start();
    skip.hear(NEWS);
    expect(wishes.map(({ until }) => until)).toEqual([500, 500]);
    const long = aClock();
    await long.skip.start();
    long.skip.see({ ...aSnapshot(aTown()).town.clock, speed: 300, paused: true, tick: DAY });
    expect(long.skip.now.value).toEqual({ at: 'nothing' });
    expect(long.wishes.at(-1)).toEqual({ speed: 30, pause: false, until: null });
  });

  it('says why it may not', async () => {
    const { skip } = aClock({}, 'Only a director may.');
    await skip.start();
    expect(skip.now.value).toEqual({ at: 'refused', reason: 'Only a director may.' });
  });
});

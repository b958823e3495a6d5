import { describe, expect, it } from 'vitest';
import type { EventPage, Recorded, StateDocument } from '../../../src/town/generated.ts';
import { reduce } from '../../../src/town/reduce.ts';
import { Past, type Archive } from '../../../src/town/timeline/past.ts';
import { aLog, announced, aResident, aTown } from '../town.ts';

/** A town that announced something at each of so many ticks, from 1 on. */
function aLife(ticks: number): Recorded[] {
  return Array.from({ length: ticks }, (_, n) => aLog([announced(`at ${n + 1}`)], n + 1)[0])
    .filter((recorded) => recorded !== undefined)
    .map((recorded, n) => ({ ...recorded, seq: n + 1 }));
}

interface Library extends Archive {
  asked: number[];
  /** Answers what was asked of it. */
  answer: () => Promise<void>;
}

function aLibrary(log: readonly Recorded[], page = 1000): Library {
  const waiting: (() => void)[] = [];
  const later = <T>(value: T) => new Promise<T>((resolve) => waiting.push(() => resolve(value)));
  const horizon = log.at(-1)?.tick ?? 0;
  const asked: number[] = [];
  return {
    asked,
    stateAt: (tick) => {
      asked.push(tick);
      const state = log
        .filter((recorded) => recorded.tick <= tick)
        .reduce<StateDocument>(reduce, aTown(aResident('ana')));
      return later(state);
    },
    events: (after) => {
      const events = log.filter(({ seq }) => seq > after).slice(0, page);
      const last = events.at(-1)?.seq ?? after;
      const next = last < log.length ? last : null;
      return later<EventPage>({ events: [...events], next, horizon: { tick: horizon, order: 0, seq: log.length } });
    },
    answer: async () => {
      for (const go of waiting.splice(0)) go();
      for (let n = 0; n < 10; n++) await Promise.resolve();
    },
  };
}

function looking(library: Library, present = Infinity) {
  const told: string[] = [];
  const past = new Past(library, {
    jumped: (state) => told.push(`jumped to ${state.tick}`),
    played: ({ tick }) => told.push(`played ${tick}`),
    caughtUp: () => told.push('caught up'),
    present: () => present,
  });
  return { past, told };
}

/** Draws frames for so many real milliseconds, the library answering in between. */
async function watch(past: Past, library: Library, from: number, ms: number): Promise<number> {
  for (let now = from; now <= from + ms; now += 20) {
    past.advance(now);
    await library.answer();
  }
  return from + ms;
}

describe('looking back', () => {
  it('shows the moment that was sought last, whatever was sought on the way', async () => {
    const library = aLibrary(aLife(60));
    const { past, told } = looking(library);
    const there = past.seek(10);
    void past.seek(20);
    void past.seek(33);
    await library.answer();
    await library.answer();
    await there;
    expect(library.asked).toEqual([10, 33]);
    expect(told).toEqual(['jumped to 10', 'jumped to 33']);
    expect([past.tick, past.state?.seq]).toEqual([33, 33]);
  });

  it('stands still until it is to play, and then plays what was, each event once and in its order', async () => {
    const library = aLibrary(aLife(60), 7);
    const { past, told } = looking(library);
    void past.seek(10);
    await library.answer();
    const now = await watch(past, library, 0, 500);
    expect([past.tick, told]).toEqual([10, ['jumped to 10']]);
    past.pace.value = 60;
    past.playing.value = true;
    await watch(past, library, now, 5100);
    expect(told.slice(1)).toEqual(Array.from({ length: 30 }, (_, n) => `played ${11 + n}`));
    expect(past.state?.seq).toBe(40);
  });

  it('never shows what has not been read', async () => {
    const library = aLibrary(aLife(60));
    const { past } = looking(library);
    void past.seek(10);
    await library.answer();
    past.pace.value = 300;
    past.playing.value = true;
    for (let now = 0; now < 3000; now += 20) past.advance(now);
    expect(past.tick).toBeLessThan(11);
    expect(past.waiting.value).toBe(true);
  });

  it('says so when it has come to the present', async () => {
    const library = aLibrary(aLife(60));
    const { past, told } = looking(library, 60);
    void past.seek(55);
    await library.answer();
    past.pace.value = 300;
    past.playing.value = true;
    await watch(past, library, 0, 1000);
    expect(told).toContain('caught up');
    expect(told).toContain('played 60');
  });

  it('tells why a moment cannot be shown, and goes on from the one before', async () => {
    const library = aLibrary(aLife(60));
    const { past, told } = looking(library);
    void past.seek(10);
    await library.answer();
    const { stateAt } = library;
    library.stateAt = () => Promise.reject(new Error('The server is away.'));
    await past.seek(30);
    expect([past.problem.value, past.tick]).toEqual(['The server is away.', 10]);
    library.stateAt = stateAt;
    const again = past.seek(30);
    await library.answer();
    await again;
    expect([past.problem.value, told.at(-1)]).toEqual(['', 'jumped to 30']);
  });
});

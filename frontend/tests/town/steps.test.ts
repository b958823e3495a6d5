import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Tile } from '../../src/town/generated.ts';
import { Steps, type Refused } from '../../src/town/steps.ts';

/** A town that takes every step and tells the fates that it is given. */
class Town {
  readonly walked: Tile[][] = [];
  fates: Record<number, { status: string; error: string; reason: string }> = {};

  answer(path: string, init?: RequestInit): unknown {
    if (init?.method === 'POST') {
      this.walked.push((JSON.parse(init.body as string) as { input: { path: Tile[] } }).input.path);
      return { id: this.walked.length, status: 'waiting' };
    }
    return this.fates[Number(path.split('/').at(-1))] ?? { status: 'waiting', error: '', reason: '' };
  }
}

let town: Town;
let refusals: Refused[];
let waiting: Tile[];
let steps: Steps;

beforeEach(() => {
  vi.useFakeTimers();
  town = new Town();
  refusals = [];
  waiting = [];
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => Promise.resolve(Response.json(town.answer(path, init))));
  steps = new Steps('t-1', 'visitor:me', {
    takeUnsent: () => waiting.splice(0),
    refused: (why) => refusals.push(why),
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function take(...tiles: Tile[]): Promise<void> {
  waiting.push(...tiles);
  steps.flush();
  await vi.advanceTimersByTimeAsync(0);
}

describe('telling the town of steps', () => {
  it('sends what was walked while a message was under way all at once', async () => {
    waiting.push([1, 0]);
    steps.flush();
    waiting.push([2, 0], [3, 0]);
    steps.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(town.walked).toEqual([
      [[1, 0]],
      [
        [2, 0],
        [3, 0],
      ],
    ]);
  });

  it('asks nothing about steps that the town has spoken of, even before it answered', async () => {
    waiting.push([1, 0]);
    steps.flush();
    steps.heard(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(refusals).toEqual([]);
  });

  it('is told why by the first step that was refused, not by those after it', async () => {
    await take([1, 0]);
    await take([2, 0]);
    town.fates = {
      1: { status: 'refused', error: 'PlaceClosed', reason: 'closed' },
      2: { status: 'refused', error: 'StepBlocked', reason: 'not next to it' },
    };
    await vi.advanceTimersByTimeAsync(1000);
    expect(refusals).toEqual([{ error: 'PlaceClosed', reason: 'closed' }]);
  });

  it('takes no step back that has happened, where the page has not heard of it', async () => {
    await take([1, 0]);
    await take([2, 0]);
    const taken = { status: 'applied', error: '', reason: '' };
    town.fates = { 1: taken, 2: taken };
    await vi.advanceTimersByTimeAsync(20_000);
    expect(refusals).toEqual([]);
    // Nor does it go on asking.
    const ask = vi.spyOn(globalThis, 'fetch');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ask).not.toHaveBeenCalled();
  });

  it('asks for its own steps also after the town spoke of those of another page', async () => {
    steps.heard(3);
    await take([1, 0]);
    town.fates = { 1: { status: 'refused', error: 'PlaceClosed', reason: 'closed' } };
    await vi.advanceTimersByTimeAsync(1000);
    expect(refusals).toHaveLength(1);
  });

  it('gives up steps that the town never speaks of', async () => {
    await take([1, 0]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(refusals).toEqual([{ error: 'Late', reason: '' }]);
  });
});

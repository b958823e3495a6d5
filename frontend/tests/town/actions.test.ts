import { signal } from '@preact/signals';
import { afterEach, expect, it, vi } from 'vitest';
import { TownActions } from '../../src/town/actions.ts';
import type { TownStore } from '../../src/town/store.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('does once what is sent again because nobody could say what had become of it', async () => {
  vi.useFakeTimers();
  const keys: string[] = [];
  let away = true;
  const view = (status: string) => Response.json({ id: 1, status, error: '', reason: '', stamp: null });
  vi.stubGlobal('fetch', (_path: string, init?: RequestInit) => {
    if (init?.method === 'POST') {
      keys.push((JSON.parse(init.body as string) as { key: string }).key);
      return Promise.resolve(view(away ? 'waiting' : 'applied'));
    }
    return Promise.reject(new TypeError('the connection was cut'));
  });
  const store = { id: 't-1', past: signal(null), tick: signal(0) };
  const actions = new TownActions(store as unknown as TownStore);
  const rain = async () => {
    const raining = actions.setWeather('rain');
    await vi.advanceTimersByTimeAsync(1000);
    return raining;
  };
  expect((await rain()).done).toBe(false);
  away = false;
  expect((await rain()).done).toBe(true);
  expect((await rain()).done).toBe(true);
  expect(new Set(keys).size).toBe(2);
  expect(keys[0]).toBe(keys[1]);
});

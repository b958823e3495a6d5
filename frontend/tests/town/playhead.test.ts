import { describe, expect, it } from 'vitest';
import { Playhead } from '../../src/town/playhead.ts';

const FRAME_MS = 1000 / 60;

interface Run {
  /** Simulated seconds per real second. */
  speed: number | 'max';
  /** Ticks per real second that the town really makes. */
  pace: number;
  seconds: number;
  /** Real milliseconds between two clock frames. */
  every?: number;
  /** How late a frame comes, in milliseconds. */
  late?: (n: number) => number;
}

/** A town whose clock runs evenly, watched through frames that come in bursts. Returns what was shown, frame by frame. */
function watch(head: Playhead, start: number, from: number, run: Run): { shown: number[]; town: number[] } {
  const every = run.every ?? 200;
  const late = run.late ?? (() => 15);
  const arrivals: { at: number; tick: number }[] = [];
  for (let n = 0; n * every < run.seconds * 1000; n++) {
    arrivals.push({ at: from + n * every + late(n), tick: start + (n * every * run.pace) / 1000 });
  }
  const shown: number[] = [];
  const town: number[] = [];
  for (let now = from; now < from + run.seconds * 1000; now += FRAME_MS) {
    while (arrivals[0] !== undefined && arrivals[0].at <= now) {
      const { at, tick } = arrivals.shift() ?? { at: 0, tick: 0 };
      head.extend(Math.floor(tick));
      head.read({ tick, paused: false, speed: run.speed }, at);
    }
    shown.push(head.advance(now));
    town.push(start + ((now - from) * run.pace) / 1000);
  }
  return { shown, town };
}

function steps(shown: readonly number[]): number[] {
  return shown.slice(1).map((tick, i) => tick - (shown[i] ?? tick));
}

describe('a town that is watched', () => {
  it.each([
    [1, 0.1],
    [10, 1],
    [30, 3],
    [60, 6],
    [300, 30],
  ])('moves evenly at %d×', (speed, pace) => {
    const head = new Playhead(500, 0);
    const { shown } = watch(head, 500, 0, { speed, pace, seconds: 8, late: (n) => 10 + ((n * 37) % 40) });
    const even = steps(shown.slice(3 * 60)).map((step) => step / (pace / 60));
    expect(Math.min(...even)).toBeGreaterThan(0.5);
    expect(Math.max(...even)).toBeLessThan(1.7);
  });

  it.each([
    [10, 1],
    [30, 3],
    [300, 30],
  ])('is shown less than half a second late at %d×', (speed, pace) => {
    const head = new Playhead(0, 0);
    const { shown, town } = watch(head, 0, 0, { speed, pace, seconds: 10 });
    const lags = shown.map((tick, i) => ((town[i] ?? 0) - tick) / pace).slice(120);
    expect(Math.max(...lags)).toBeLessThan(0.5);
    expect(Math.min(...lags)).toBeGreaterThan(-0.1);
  });

  it('is shown less than half a second late at max, whatever its pace', () => {
    const head = new Playhead(0, 0);
    const { shown, town } = watch(head, 0, 0, { speed: 'max', pace: 1500, seconds: 6 });
    const lags = shown.map((tick, i) => ((town[i] ?? 0) - tick) / 1500).slice(60);
    expect(Math.max(...lags)).toBeLessThan(0.5);
  });

  it('moves evenly at max, too, while somebody talks in it and it goes slowly', () => {
    const head = new Playhead(0, 0);
    const { shown } = watch(head, 0, 0, {
      speed: 'max',
      pace: 1,
      seconds: 8,
      every: 250,
      late: (n) => 10 + ((n * 37) % 40),
    });
    const even = steps(shown.slice(4 * 60)).map((step) => step * 60);
    expect(Math.min(...even)).toBeGreaterThan(0.4);
    expect(Math.max(...even)).toBeLessThan(1.8);
  });

  it('is never shown past what is final, nor backwards', () => {
    const head = new Playhead(0, 0);
    const shown: number[] = [];
    let horizon = 0;
    for (let now = 0; now < 20_000; now += FRAME_MS) {
      const tick = now < 6000 ? now / 333 : 18.4;
      if (Math.round(now / FRAME_MS) % 15 === 0) {
        horizon = Math.floor(tick);
        head.extend(horizon);
        head.read({ tick, paused: now > 12_000, speed: 30 }, now);
      }
      shown.push(head.advance(now));
      expect(shown.at(-1)).toBeLessThanOrEqual(horizon + 0.999);
    }
    expect(Math.min(...steps(shown))).toBeGreaterThanOrEqual(0);
    expect(shown.at(-1)).toBeGreaterThan(18.3);
  });

  it('waits at the end of a tick while a mind thinks, then goes on without a jump', () => {
    const head = new Playhead(100, 0);
    watch(head, 100, 0, { speed: 30, pace: 3, seconds: 3 });
    const stalled = watch(head, 109, 3000, { speed: 30, pace: 0.0001, seconds: 4 });
    expect(stalled.shown.at(-1)).toBeLessThan(110);
    const resumed = watch(head, 109, 7000, { speed: 30, pace: 3, seconds: 3 });
    expect(Math.max(...steps([stalled.shown.at(-1) ?? 0, ...resumed.shown]))).toBeLessThan(0.2);
  });

  it('stands still while paused, and goes on from there', () => {
    const head = new Playhead(0, 0);
    watch(head, 0, 0, { speed: 30, pace: 3, seconds: 3 });
    head.extend(9);
    head.read({ tick: 9.1, paused: true, speed: 30 }, 3000);
    const paused = [];
    for (let now = 3000; now < 8000; now += FRAME_MS) paused.push(head.advance(now));
    expect(Math.max(...steps(paused))).toBeLessThan(0.15);
    expect(paused.at(-1)).toBeCloseTo(9.1, 1);
    expect(new Set(paused.slice(-60)).size).toBe(1);
    const resumed = watch(head, 9.1, 8000, { speed: 30, pace: 3, seconds: 3 });
    expect(Math.max(...steps([paused.at(-1) ?? 0, ...resumed.shown]))).toBeLessThan(0.12);
    expect(resumed.shown[0]).toBeCloseTo(9.1, 1);
  });

  it('steps on when the director steps', () => {
    const head = new Playhead(40, 0);
    head.read({ tick: 40, paused: true, speed: 30 }, 0);
    head.extend(46);
    head.read({ tick: 46, paused: true, speed: 30 }, 100);
    for (let now = 100; now < 1500; now += FRAME_MS) head.advance(now);
    expect(head.tick).toBe(46);
  });

  it('shows what a person did within a tenth of a second, and keeps its pace afterwards', () => {
    const head = new Playhead(0, 0);
    const before = watch(head, 0, 0, { speed: 10, pace: 1, seconds: 4.2, every: 250 });
    const due = Math.floor(before.town.at(-1) ?? 0) + 1;
    head.extend(due);
    head.hurryTo(due);
    const shown = [];
    for (let now = 4200; now < 4300; now += FRAME_MS) shown.push(head.advance(now));
    expect(shown.at(-1)).toBeGreaterThanOrEqual(due);
    const after = watch(head, 4.3, 4300, { speed: 10, pace: 1, seconds: 4, every: 250 });
    expect(Math.min(...steps(after.shown).slice(1))).toBeGreaterThan(0.4 / 60);
  });

  it('catches up quickly after the server was away, and leaps after an hour', () => {
    const head = new Playhead(0, 0);
    watch(head, 0, 0, { speed: 30, pace: 3, seconds: 2 });
    const away = watch(head, 66, 22_000, { speed: 30, pace: 3, seconds: 4 });
    expect((away.town.at(-1) ?? 0) - (away.shown.at(-1) ?? 0)).toBeLessThan(2);
    head.extend(10_000);
    head.read({ tick: 10_000, paused: false, speed: 30 }, 60_000);
    expect(head.leap(60_000)).toBeGreaterThan(9990);
  });
});

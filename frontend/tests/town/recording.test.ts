import { describe, expect, it } from 'vitest';
import type { AnyEvent, Tile } from '../../src/town/generated.ts';
import { Projector } from '../../src/town/projector.ts';
import { Recording } from '../../src/town/recording.ts';
import { aLog, announced, aResident, aTown } from './town.ts';

const STEPS = 1000;

/** Ana goes a tile east at every tick from 1 on. */
function aStroll(): Recording {
  const step = (n: number): AnyEvent => ({ kind: 'halted', resident: 'ana', at: [n, 0] });
  const events = aLog(
    Array.from({ length: STEPS }, (_, n) => step(n + 1)),
    1,
  );
  return new Recording({ from: 0, upto: STEPS + 10 }, aTown(aResident('ana', { at: [0, 0] })), events);
}

const ana = (state: { residents: Record<string, { at: Tile }> }) => state.residents.ana?.at[0];

describe('a recording', () => {
  it('knows the town at every moment, from wherever one comes', () => {
    const recording = aStroll();
    for (const tick of [0, 1, 199, 200, 201, 640, STEPS]) {
      expect(ana(recording.after(recording.playedBy(tick)))).toBe(tick);
    }
    const known = { state: recording.after(210), played: 210 };
    expect(ana(recording.after(230, known))).toBe(230);
    expect(ana(recording.after(205, known))).toBe(205);
  });

  it('shows each event once, with the town after it', () => {
    const seen: (number | undefined)[] = [];
    const events = aLog([{ kind: 'halted', resident: 'ana', at: [7, 0] }, announced('Hello!')]);
    new Recording({ from: 0, upto: 5 }, aTown(aResident('ana')), events, (_, town) => seen.push(ana(town)));
    expect(seen).toEqual([7, 7]);
  });
});

describe('a projector', () => {
  it('goes at its pace, tells what happens, and stops at the end', () => {
    const projector = new Projector(aStroll());
    const told: number[] = [];
    projector.watch(({ tick }) => told.push(tick));
    projector.speed.value = 60;
    projector.play();
    projector.advance(0);
    for (let now = 100; now <= 1000; now += 100) projector.advance(now);
    expect(projector.now).toBeCloseTo(6);
    expect(ana(projector.state.value)).toBe(Math.floor(projector.now));
    expect(told).toEqual(Array.from({ length: projector.tick.value }, (_, n) => n + 1));
    projector.turn(STEPS + 9.5);
    for (let now = 1100; projector.playing.value && now < 5000; now += 100) projector.advance(now);
    expect(projector.playing.value).toBe(false);
    expect(projector.tick.value).toBe(STEPS + 10);
  });

  it('turns to any moment and back, without telling what lies between', () => {
    const projector = new Projector(aStroll());
    const told: number[] = [];
    projector.watch(({ tick }) => told.push(tick));
    projector.turn(500);
    expect(ana(projector.state.value)).toBe(500);
    projector.turn(20);
    expect(ana(projector.state.value)).toBe(20);
    projector.turn(-3);
    expect(ana(projector.state.value)).toBe(0);
    expect(told).toEqual([]);
  });

  it('begins again when it is played after its end', () => {
    const projector = new Projector(aStroll());
    projector.turn(Infinity);
    projector.play();
    expect(projector.tick.value).toBe(0);
  });
});

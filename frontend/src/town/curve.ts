/** The curve of who knows of something over time: an outline of steps, each somebody who came to know. */
import type { Learning } from './aftermath.ts';

/** A point of the curve, 0 to 1 from the left and from below. */
export interface Point extends Learning {
  x: number;
  y: number;
  /** How many know by then. */
  count: number;
}

export interface Curve {
  points: readonly Point[];
  /** Ticks at its left and right end. */
  from: number;
  upto: number;
  /** People at its top. */
  top: number;
  /** As an SVG path in a box of 1 by 1, from below on the left to the right end. */
  outline: string;
}

const TOPS = [5, 10, 15, 25, 50, 100, 250, 500, 1000];

/** `learnings` by their ticks; `now` in ticks. What was known before the town began counts from its first tick. */
export function curveOf(learnings: readonly Learning[], now: number): Curve {
  const ordered = learnings.map(({ who, tick }) => ({ who, tick: Math.max(0, tick) })).sort((a, b) => a.tick - b.tick);
  const from = ordered[0]?.tick ?? 0;
  const upto = Math.max(now, ordered.at(-1)?.tick ?? 0, from + 1);
  const top = TOPS.find((one) => one >= ordered.length) ?? ordered.length;
  const points = ordered.map(({ who, tick }, before) => {
    const count = before + 1;
    return { who, tick, count, x: (tick - from) / (upto - from), y: count / top };
  });
  const steps = points.map(({ x, y }) => `H${round(x)}V${round(1 - y)}`).join('');
  return { points, from, upto, top, outline: `M0 1${steps}H1` };
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** The strip's scale: from ticks to parts of its width and back, and what is written along it. */
import { TICKS_PER_HOUR, type Calendar } from '../calendar.ts';

export class Scale {
  readonly from: number;
  readonly upto: number;

  constructor(from: number, upto: number) {
    this.from = from;
    this.upto = Math.max(from + 1, upto);
  }

  /** 0 at its left end, 1 at its right. */
  part(tick: number): number {
    return Math.min(1, Math.max(0, (tick - this.from) / (this.upto - this.from)));
  }

  tick(part: number): number {
    return Math.round(this.from + Math.min(1, Math.max(0, part)) * (this.upto - this.from));
  }
}

export interface Label {
  tick: number;
  text: string;
  /** Whether a day begins there. */
  day: boolean;
}

const STEPS_H = [1, 2, 3, 6, 12, 24, 48, 96] as const;
/** Between two labels, in CSS pixels. */
const ROOM = 76;

/** Full hours and days, as many as there is room for in `width` CSS pixels. */
export function labelsOf(scale: Scale, calendar: Calendar, width: number): Label[] {
  const hours = (scale.upto - scale.from) / TICKS_PER_HOUR;
  const step = STEPS_H.find((one) => (width * one) / hours >= ROOM) ?? STEPS_H[STEPS_H.length - 1] ?? 96;
  const found: Label[] = [];
  const first = Math.ceil(calendar.hour(scale.from));
  const start = scale.from + Math.round((first - calendar.hour(scale.from)) * TICKS_PER_HOUR);
  for (let tick = start; tick <= scale.upto; tick += TICKS_PER_HOUR) {
    const hour = Math.round(calendar.hour(tick)) % 24;
    const day = hour === 0;
    const number = calendar.dayNumber(tick) * 24 + hour;
    if (number % step !== 0) continue;
    found.push({ tick, text: day ? calendar.weekday(tick).slice(0, 3) : calendar.clock(tick), day });
  }
  return found;
}

/** The sky by the hour of the day: light enough that marks are read on it. */
const SKY: readonly (readonly [hour: number, colour: string])[] = [
  [0, '#b4abd4'],
  [5, '#b9afd6'],
  [6.5, '#f3d5b5'],
  [8, '#dceff4'],
  [17, '#dceff4'],
  [19, '#f5cfa6'],
  [20.5, '#bdb2d8'],
];

/** The sky over the strip as the value of `background-image`. */
export function skyOf(scale: Scale, calendar: Calendar): string {
  const stops: string[] = [];
  const midnight = scale.from - calendar.hour(scale.from) * TICKS_PER_HOUR;
  for (let day = midnight; day <= scale.upto; day += 24 * TICKS_PER_HOUR) {
    for (const [hour, colour] of SKY) {
      const part = (day + hour * TICKS_PER_HOUR - scale.from) / (scale.upto - scale.from);
      stops.push(`${colour} ${(part * 100).toFixed(2)}%`);
    }
  }
  return `linear-gradient(to right, ${stops.join(', ')})`;
}

/** The outline of how much happened, as an SVG path in a box of 1 by 1; the most of it fills the box. */
export function outlineOf(density: readonly number[], from: number, size: number, scale: Scale): string {
  const most = Math.max(1, ...density.map(Math.sqrt));
  const steps = density.map((count, bin) => {
    const [left, right] = [scale.part(from + bin * size), scale.part(from + (bin + 1) * size)];
    const y = (1 - Math.sqrt(count) / most).toFixed(3);
    return `L${left.toFixed(4)} ${y}L${right.toFixed(4)} ${y}`;
  });
  const end = scale.part(from + density.length * size).toFixed(4);
  return `M0 1${steps.join('')}L${end} 1Z`;
}

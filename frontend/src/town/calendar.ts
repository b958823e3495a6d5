/** Town-local time, as `backend/domain/calendar.py` counts it: a tick is 10 simulated seconds. */
import { words } from '../words/language.ts';

export const SECONDS_PER_TICK = 10;
export const TICKS_PER_MINUTE = 6;
export const TICKS_PER_HOUR = 360;

const MS_PER_TICK = SECONDS_PER_TICK * 1000;
const MS_PER_DAY = 86_400_000;

export class Calendar {
  /** Town-local start, in milliseconds as if it were UTC: the browser's own time zone has no say. */
  private readonly start: number;

  /** `start`: town-local date and time of tick 0, ISO 8601. */
  constructor(start: string) {
    this.start = Date.parse(`${start.slice(0, 19)}Z`);
    if (Number.isNaN(this.start)) throw new RangeError(`${start} is no town-local date and time; use ISO 8601`);
  }

  private at(tick: number): Date {
    return new Date(this.start + Math.floor(tick) * MS_PER_TICK);
  }

  /** HH:MM. */
  clock(tick: number): string {
    return this.at(tick).toISOString().slice(11, 16);
  }

  weekday(tick: number): string {
    return words().telling.weekdays[this.at(tick).getUTCDay()] ?? '';
  }

  /** Number of the local day, 1 on the day the town starts. */
  dayNumber(tick: number): number {
    return Math.floor(this.at(tick).getTime() / MS_PER_DAY) - Math.floor(this.start / MS_PER_DAY) + 1;
  }

  /** Hours since local midnight, 0 to 24, with fractions of the tick. */
  hour(tick: number): number {
    return (((this.start + tick * MS_PER_TICK) % MS_PER_DAY) / MS_PER_DAY) * 24;
  }

  /** The first tick of the local day that `tick` lies in, at least 0. */
  startOfDay(tick: number): number {
    const midnight = Math.floor((this.start + tick * MS_PER_TICK) / MS_PER_DAY) * MS_PER_DAY;
    return Math.max(0, Math.ceil((midnight - this.start) / MS_PER_TICK));
  }

  /** "Tuesday · day 2", in the page's language. */
  day(tick: number): string {
    return words().telling.day(this.weekday(tick), this.dayNumber(tick));
  }

  /** "09:20" today, "Tuesday 09:20" in the last days, "day 3, 09:20" before that, as seen from `now`. */
  moment(tick: number, now: number): string {
    const day = this.dayNumber(tick);
    const ago = Math.abs(this.dayNumber(now) - day);
    if (ago === 0) return this.clock(tick);
    if (ago < 7) return `${this.weekday(tick)} ${this.clock(tick)}`;
    return words().telling.dayAndClock(day, this.clock(tick));
  }
}

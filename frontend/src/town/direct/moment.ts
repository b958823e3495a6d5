/** Moments of the town as people name them. */
import { TICKS_PER_HOUR, TICKS_PER_MINUTE, type Calendar } from '../calendar.ts';

const TICKS_PER_DAY = 24 * TICKS_PER_HOUR;

/** The next tick after `now` at which the town's clocks show "HH:MM"; null where that is no time. */
export function nextTickAt(calendar: Calendar, now: number, time: string): number | null {
  const read = /^([01]\d|2[0-3]):([0-5]\d)/.exec(time);
  if (read === null) return null;
  const wanted = Number(read[1]) * TICKS_PER_HOUR + Number(read[2]) * TICKS_PER_MINUTE;
  const today = Math.round(calendar.hour(now) * TICKS_PER_HOUR);
  const ahead = (((wanted - today) % TICKS_PER_DAY) + TICKS_PER_DAY) % TICKS_PER_DAY;
  return now + (ahead === 0 ? TICKS_PER_DAY : ahead);
}

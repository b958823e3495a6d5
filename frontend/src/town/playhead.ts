/**
 * The time that the page shows, in fractional ticks. It follows the town's clock smoothly from one clock frame to the
 * next, never past what is final, never backwards.
 *
 * All moments (`now`) are real milliseconds of one monotonic clock.
 */

/** What a clock frame tells. */
export interface ClockReading {
  /** Where the town's clock stands, in ticks. */
  tick: number;
  paused: boolean;
  /** Simulated seconds per real second, or as fast as it goes. */
  speed: number | 'max';
}

const SECONDS_PER_TICK = 10;
/** An open tick is shown almost to its end: the next one begins only when it is known. */
const ALMOST_A_TICK = 0.999;
/** How fast a difference to the town's clock is made up for, in milliseconds. */
const EASE = 400;
/** The same where the pace is unknown (at max) or the clock stands still. */
const EASE_FREE = 140;
/** A person's effect is due: the rest of the way to it takes about so long, in milliseconds. */
const EASE_TO_PERSON = 25;
/** and at least so many ticks a millisecond, */
const LAST_OF_HURRY = 0.01;
/** where it is no more than so many milliseconds of the town's pace away. */
const MOST_HURRY = 2500;
/** Farther behind than so many real milliseconds (at max: so many ticks), playing all of it shows nothing. */
const LOST = 60_000;
const LOST_TICKS = 4000;
/** The least part of its pace that the shown time keeps while the town's clock catches up with it. */
const SLOWEST = 0.5;
/** A town at max may be slower than that for a while, in ticks per millisecond: then it is shown like any other. */
const FASTEST_EVEN = 0.06;
/** Ticks too few to see. */
const NOTHING = 1e-3;
/** The longest and the shortest that the page stays behind so that it never waits for a frame, in milliseconds. */
const MOST_DELAY = 600;
const LEAST_DELAY = 20;

export class Playhead {
  private shown: number;
  private at: number;
  private horizon: number;
  private reading: ClockReading;
  private readAt: number;
  /** Ticks per real millisecond, as the last frames show. */
  private pace = 0;
  /** How late frames tend to come, in milliseconds: the page stays so far behind. */
  private delay = 150;
  private due = -Infinity;
  private readings = 0;

  constructor(tick: number, now: number) {
    this.shown = tick;
    this.horizon = Math.floor(tick);
    this.at = now;
    this.reading = { tick, paused: true, speed: 'max' };
    this.readAt = now;
  }

  /** Shown time, in fractional ticks. */
  get tick(): number {
    return this.shown;
  }

  /** Ticks per real second that the town makes just now; 0 while it stands. */
  get ticksPerSecond(): number {
    return this.reading.paused ? 0 : this.pace * 1000;
  }

  /** All events up to and of this tick are known. */
  extend(horizon: number): void {
    this.horizon = Math.max(this.horizon, horizon);
  }

  /** A person did something at `tick`: it is shown without the usual delay. */
  hurryTo(tick: number): void {
    if (tick - this.shown <= Math.max(2, this.pace * MOST_HURRY)) this.due = Math.max(this.due, tick);
  }

  /** A clock frame came in. */
  read(reading: ClockReading, now: number): void {
    const before = this.reading;
    const elapsed = now - this.readAt;
    const asked = askedPace(reading);
    if (reading.paused) {
      this.pace = 0;
    } else if (before.paused || reading.speed !== before.speed) {
      this.pace = asked ?? 0;
    } else if (elapsed > 0) {
      const measured = Math.min(Math.max(0, reading.tick - before.tick) / elapsed, (asked ?? Infinity) * 1.2);
      const weight = Math.min(1, elapsed / 700);
      const pace = this.pace + (measured - this.pace) * weight;
      // A measured pace trembles with the network; the asked one is truer while the town keeps it.
      this.pace = asked !== null && Math.abs(pace - asked) < 0.15 * asked ? asked : pace;
    }
    if (!reading.paused && !before.paused && elapsed < 2000) {
      const late = Math.min(MOST_DELAY, Math.max(LEAST_DELAY, elapsed * 1.15));
      this.delay += (late - this.delay) * (late > this.delay ? 0.5 : 0.02);
    }
    this.reading = reading;
    this.readAt = now;
    this.readings += 1;
    // The first is the snapshot's, which may be seconds old; a page that has just opened has nothing to be smooth about.
    if (this.readings === 2) this.leap(now);
  }

  /** Moves on to the moment `now`. Returns the shown time. */
  advance(now: number): number {
    const elapsed = Math.max(0, now - this.at);
    this.at = now;
    const limit = this.horizon + ALMOST_A_TICK;
    const goal = Math.min(this.goal(now), limit);
    const gap = goal - this.shown;
    if (gap > this.lost()) {
      this.shown = goal;
    } else {
      const step = Math.max(this.step(gap, elapsed), this.hurry(elapsed));
      this.shown = Math.max(this.shown, Math.min(this.shown + step, limit));
    }
    return this.shown;
  }

  private step(gap: number, elapsed: number): number {
    if (this.reading.speed === 'max' || this.reading.paused)
      return gap < NOTHING ? gap : gap * eased(elapsed, EASE_FREE);
    const even = this.pace * elapsed;
    return Math.max(even * SLOWEST, even + (gap - even) * eased(elapsed, EASE));
  }

  /** The step towards something that a person did; never past it. */
  private hurry(elapsed: number): number {
    const rest = this.due - this.shown;
    if (rest <= 0 || this.due > this.horizon) return 0;
    return Math.max(rest * eased(elapsed, EASE_TO_PERSON), Math.min(rest, elapsed * LAST_OF_HURRY));
  }

  /** Shows the newest at once, as after the page was out of sight. */
  leap(now: number): number {
    this.at = now;
    this.shown = Math.max(this.shown, Math.min(this.goal(now), this.horizon + ALMOST_A_TICK));
    return this.shown;
  }

  private goal(now: number): number {
    const { tick, paused, speed } = this.reading;
    if (paused) return tick;
    if (speed === 'max' && this.free) return Math.max(tick, this.horizon);
    const since = Math.min(now - this.readAt, MOST_DELAY);
    return tick + this.pace * (since - this.delay);
  }

  /** Whether there is no even pace to keep: it stands, or makes more ticks than can be seen one by one. */
  private get free(): boolean {
    const { paused, speed } = this.reading;
    return paused || (speed === 'max' && (this.pace === 0 || this.pace > FASTEST_EVEN));
  }

  private lost(): number {
    return this.reading.speed === 'max' ? LOST_TICKS : Math.max(60, this.pace * LOST);
  }
}

/** Ticks per real millisecond; null at max. */
function askedPace({ paused, speed }: ClockReading): number | null {
  if (paused) return 0;
  return speed === 'max' ? null : speed / SECONDS_PER_TICK / 1000;
}

/** The part of a difference that is made up for in `elapsed`, where `ease` is the time constant. */
function eased(elapsed: number, ease: number): number {
  return 1 - Math.exp(-elapsed / ease);
}

/**
 * The town as it was: a moment read from the server, and played on from there out of the log.
 *
 * All moments (`now`) are real milliseconds of one monotonic clock.
 */
import { signal } from '@preact/signals';
import { SECONDS_PER_TICK } from '../calendar.ts';
import type { EventPage, Recorded, StateDocument } from '../generated.ts';
import { EventLog } from '../log.ts';
import { reduce } from '../reduce.ts';

/** Simulated seconds per real second. */
export const PACES: readonly number[] = [1, 10, 30, 60, 300, 900];

/** Where the past is kept. */
export interface Archive {
  stateAt: (tick: number) => Promise<StateDocument>;
  events: (after: number, limit: number) => Promise<EventPage>;
}

/** Where it is shown. */
export interface Screen {
  /** Another moment is shown than the one after the last. */
  jumped(state: StateDocument): void;
  played(recorded: Recorded, state: StateDocument): void;
  /** It is no past any more: the present is reached. */
  caughtUp(): void;
  /** Where the live town is, in ticks. */
  present(): number;
}

const PAGE = 1000;
/** So many events are kept ahead of the shown moment, or so many real seconds of them. */
const AHEAD = { events: 500, seconds: 4 };
/** Between two looks for what has happened since, and after a failure. */
const AGAIN_MS = 600;
/** A tick is shown almost to its end: the next one begins only when it is known. */
const ALMOST_A_TICK = 0.999;

export class Past {
  /** The moment that was sought last, in ticks. */
  readonly sought = signal(0);
  readonly seeking = signal(false);
  readonly playing = signal(false);
  readonly pace = signal(30);
  /** It plays, and what comes next has not been read yet. */
  readonly waiting = signal(false);
  /** Why the moment that was sought is not to be seen; empty while all is well. */
  readonly problem = signal('');
  state: StateDocument | null = null;
  private readonly archive: Archive;
  private readonly screen: Screen;
  private log = new EventLog(0);
  private shown = 0;
  /** All events up to and of this tick are here. */
  private known = 0;
  /** Whether the end of the log has been read. */
  private ended = false;
  private reading = false;
  private readAt = -Infinity;
  private at = 0;
  private closed = false;

  constructor(archive: Archive, screen: Screen) {
    this.archive = archive;
    this.screen = screen;
  }

  /** Shown time, in fractional ticks. */
  get tick(): number {
    return this.shown;
  }

  /** Ticks per real second that it makes just now. */
  get ticksPerSecond(): number {
    return this.playing.peek() ? this.pace.peek() / SECONDS_PER_TICK : 0;
  }

  close(): void {
    this.closed = true;
  }

  /** Shows the town as it was after all events up to `tick`. Sought again meanwhile, the last one counts. */
  async seek(tick: number): Promise<void> {
    this.sought.value = Math.max(0, Math.floor(tick));
    if (this.seeking.peek()) return;
    this.seeking.value = true;
    let goal: number;
    do {
      goal = this.sought.peek();
      await this.show(goal);
    } while (!this.closed && goal !== this.sought.peek());
    this.seeking.value = false;
  }

  /** Moves on to the moment `now` and plays what is due by then. Returns how many events that were. */
  advance(now: number): number {
    const elapsed = Math.min(250, Math.max(0, now - this.at));
    this.at = now;
    if (this.state === null || this.seeking.peek()) return 0;
    if (this.playing.peek()) this.moveOn((this.ticksPerSecond * elapsed) / 1000);
    if (this.isShort() && (this.playing.peek() || !this.ended)) void this.readOn(now);
    const due = this.log.take(this.shown);
    for (const recorded of due) {
      this.state = reduce(this.state, recorded);
      this.screen.played(recorded, this.state);
    }
    if (this.playing.peek() && this.shown >= this.screen.present()) this.screen.caughtUp();
    return due.length;
  }

  private moveOn(ticks: number): void {
    const limit = this.known + ALMOST_A_TICK;
    const goal = this.shown + ticks;
    this.shown = Math.max(this.shown, Math.min(goal, limit));
    const waiting = goal > limit && !this.ended;
    if (waiting !== this.waiting.peek()) this.waiting.value = waiting;
  }

  private isShort(): boolean {
    const seconds = (this.known - this.shown) / (this.pace.peek() / SECONDS_PER_TICK);
    return this.log.waiting < AHEAD.events && seconds < AHEAD.seconds;
  }

  private async show(goal: number): Promise<void> {
    try {
      const state = await this.archive.stateAt(goal);
      if (this.closed) return;
      this.state = state;
      this.log = new EventLog(state.seq);
      this.shown = this.known = goal;
      this.ended = false;
      this.readAt = -Infinity;
      this.problem.value = '';
      this.screen.jumped(state);
    } catch (error) {
      this.problem.value = error instanceof Error ? error.message : String(error);
    }
  }

  private async readOn(now: number): Promise<void> {
    const unheard = this.ended || this.problem.peek() !== '';
    if (this.reading || (unheard && now - this.readAt < AGAIN_MS)) return;
    this.reading = true;
    this.readAt = now;
    const { log } = this;
    try {
      const page = await this.archive.events(log.last, PAGE);
      if (log === this.log && !this.closed) this.take(page);
    } catch (error) {
      if (log === this.log) this.problem.value = error instanceof Error ? error.message : String(error);
    }
    this.reading = false;
  }

  private take({ events, next, horizon }: EventPage): void {
    this.log.receive(events);
    this.ended = next === null;
    // The last tick of a page may go on in the next one.
    const upto = next === null ? horizon.tick : (events.at(-1)?.tick ?? 0) - 1;
    this.known = Math.max(this.known, upto);
    this.problem.value = '';
  }
}

/** Shows a recording: its time goes by itself, or to wherever it is turned. Read by views through signals. */
import { batch, signal, type Signal } from '@preact/signals';
import { SECONDS_PER_TICK } from './calendar.ts';
import type { Recorded, StateDocument } from './generated.ts';
import type { Recording } from './recording.ts';

/** Simulated seconds in a real one. */
export const SPEEDS = [10, 30, 60, 300, 1200] as const;
/** What happens faster than this is not told event by event: a leap, in events. */
const LEAP = 400;

export class Projector {
  readonly recording: Recording;
  /** The town at the shown moment. */
  readonly state: Signal<StateDocument>;
  /** The shown moment in whole ticks. */
  readonly tick: Signal<number>;
  /** Counts how often it was turned to another moment. */
  readonly jumps = signal(0);
  readonly playing = signal(false);
  readonly speed = signal<number>(30);
  /** How many events have happened by the shown moment. */
  readonly played = signal(0);
  private shown: number;
  private at: number | null = null;
  private readonly watchers = new Set<(recorded: Recorded) => void>();

  constructor(recording: Recording) {
    this.recording = recording;
    this.shown = recording.from;
    this.tick = signal(recording.from);
    this.state = signal(recording.after(0));
  }

  /** The shown moment in fractional ticks. */
  get now(): number {
    return this.shown;
  }

  /** How many ticks a real second holds just now. */
  get ticksPerSecond(): number {
    return this.playing.value ? this.speed.value / SECONDS_PER_TICK : 0;
  }

  get ended(): boolean {
    return this.shown >= this.recording.upto + 1;
  }

  /** Calls `watcher` for every event that is played, not for what is leapt over. Returns what ends it. */
  watch(watcher: (recorded: Recorded) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  play(): void {
    if (this.ended) this.turn(this.recording.from);
    this.at = null;
    this.playing.value = true;
  }

  pause(): void {
    this.playing.value = false;
  }

  /** Moves on to the real moment `now`, in milliseconds of one monotonic clock. */
  advance(now: number): void {
    const elapsed = this.at === null ? 0 : Math.min(250, Math.max(0, now - this.at));
    this.at = now;
    if (!this.playing.value || elapsed === 0) return;
    this.show(this.shown + (elapsed / 1000) * this.ticksPerSecond, true);
    if (this.ended) this.pause();
  }

  /** Shows the moment `tick`, in ticks; the nearest one of the recording. */
  turn(tick: number): void {
    this.show(tick, false);
    this.jumps.value += 1;
  }

  private show(tick: number, told: boolean): void {
    const { recording } = this;
    // The last tick is shown to its end.
    this.shown = Math.min(Math.max(tick, recording.from), recording.upto + 1);
    const whole = Math.min(Math.floor(this.shown), recording.upto);
    const played = recording.playedBy(whole);
    const before = this.played.value;
    batch(() => {
      this.tick.value = whole;
      if (played === before) return;
      this.state.value = recording.after(played, { state: this.state.value, played: before });
      this.played.value = played;
    });
    if (!told || played - before > LEAP) return;
    for (const recorded of recording.events.slice(before, played)) {
      for (const watcher of this.watchers) watcher(recorded);
    }
  }
}

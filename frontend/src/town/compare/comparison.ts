/**
 * Two towns of one family at one shown time: what both have lived is played side by side out of their logs.
 *
 * All moments (`now`) are real milliseconds of one monotonic clock.
 */
import { batch, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { TownActions } from '../actions.ts';
import { api } from '../api.ts';
import { TICKS_PER_HOUR } from '../calendar.ts';
import type { CompareView } from '../generated.ts';
import { TownStore } from '../store.ts';
import { Comparing } from './comparing.ts';

/** A moment that is shown for so long, in real milliseconds, is compared. */
const SETTLED_MS = 300;
/** Between two moments that are shown of towns that live on, in real milliseconds. */
const ON_MS = 700;
/** Who is so far ahead of the other, in ticks, waits for it. */
const AHEAD = 1;

export class Comparison {
  readonly one: TownStore;
  readonly other: TownStore;
  /** The shown time in whole ticks. */
  readonly tick = signal(0);
  /** As far as both have lived, in whole ticks. */
  readonly upto = signal(0);
  readonly playing = signal(false);
  /** Simulated seconds per real second. */
  readonly pace = signal(60);
  private readonly comparing: Comparing;
  private begun = false;
  /** Whether the newest moment is shown, and so the next one as soon as both have lived it. */
  private atEnd = true;
  private soughtAt = -Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(one: string, other: string) {
    this.one = new TownStore(one);
    this.other = new TownStore(other);
    this.comparing = new Comparing((tick) => api.compare(one, other, tick));
  }

  /** What is otherwise at the moment of its `at`; null until it is known. */
  get view(): ReadonlySignal<CompareView | null> {
    return this.comparing.view;
  }

  get looking(): ReadonlySignal<boolean> {
    return this.comparing.looking;
  }

  /** Why the towns could not be compared, or did not live on; in words. */
  get problem(): Signal<string> {
    return this.comparing.problem;
  }

  get stores(): readonly [TownStore, TownStore] {
    return [this.one, this.other];
  }

  open(): void {
    for (const store of this.stores) store.open();
  }

  close(): void {
    clearTimeout(this.timer);
    this.comparing.close();
    for (const store of this.stores) store.close();
  }

  /**
   * Shows both after all events up to a tick, and stops there. `anew`: whether they are compared up to there, too; else
   * what was found stays, for whoever goes through it.
   */
  seek(tick: number, anew = true): void {
    const at = Math.max(0, Math.min(Math.floor(tick), this.upto.peek()));
    this.atEnd = at >= this.upto.peek();
    batch(() => {
      this.playing.value = false;
      this.tick.value = at;
    });
    for (const store of this.stores) {
      const past = store.past.peek();
      if (past !== null) past.playing.value = false;
      void store.rewind(at);
    }
    if (anew) this.compareSoon();
  }

  play(): void {
    if (this.tick.peek() >= this.upto.peek()) return;
    this.atEnd = false;
    this.playing.value = true;
  }

  pause(): void {
    this.playing.value = false;
    this.compareSoon();
  }

  /** Has both live to an hour after the moment up to which both have lived. */
  async liveOn(): Promise<void> {
    const until = this.upto.peek() + TICKS_PER_HOUR;
    const behind = this.stores.filter(({ presentTick }) => presentTick.peek() < until);
    const wish = { pause: false, speed: 'max', until } as const;
    const outcomes = await Promise.all(behind.map((store) => new TownActions(store).setClock(wish)));
    const reasons = outcomes.flatMap((outcome) => (outcome.done ? [] : [outcome.reason]));
    this.problem.value = [...new Set(reasons)].join(' ');
  }

  /** Moves both on to the moment `now`. */
  advance(now: number): void {
    if (this.begun) this.steer();
    for (const store of this.stores) store.advance(now);
    const lived = this.stores.map(({ presentTick }) => presentTick.peek());
    this.upto.value = Math.min(...lived);
    this.begun ||= this.stores.every(({ present }) => present.peek() !== null);
    const isNewer = this.upto.peek() > this.tick.peek() || this.one.past.peek() === null;
    if (this.begun && this.atEnd && isNewer && now - this.soughtAt > ON_MS) {
      this.soughtAt = now;
      // Nobody is moving the clock by hand: there is nothing to wait for.
      this.seek(this.upto.peek(), false);
      this.compareSoon(0);
    }
  }

  /** Lets both play at one pace, and neither run ahead. */
  private steer(): void {
    const pasts = this.stores.map(({ past }) => past.peek());
    const [one, other] = pasts;
    if (one == null || other == null) {
      // One has caught up with its town.
      if (this.soughtAt > -Infinity) this.seek(this.upto.peek());
      return;
    }
    if (one.seeking.peek() || other.seeking.peek() || one.state === null || other.state === null) return;
    const shown = Math.min(one.tick, other.tick);
    if (!this.playing.peek()) {
      one.playing.value = other.playing.value = false;
      return;
    }
    this.tick.value = Math.floor(shown);
    if (this.tick.peek() >= this.upto.peek()) {
      this.seek(this.upto.peek());
      return;
    }
    for (const past of [one, other]) {
      past.pace.value = this.pace.peek();
      past.playing.value = past.tick <= shown + AHEAD;
    }
  }

  private compareSoon(after = SETTLED_MS): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.comparing.upTo(this.tick.peek()), after);
  }
}

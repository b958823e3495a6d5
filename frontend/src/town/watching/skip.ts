/** 'Skip to the next thing that happens': fast until something is worth a look, then as before. */
import { signal } from '@preact/signals';
import type { Outcome } from '../actions.ts';
import { TICKS_PER_HOUR } from '../calendar.ts';
import type { AnyEvent, Clock, ClockWish, Recorded, Speed } from '../generated.ts';

/** How fast it goes: quick, and yet slow enough to stop at what comes. */
const FAST = 300;
/** After so many real milliseconds without anything, the town has nothing to show. */
const GIVE_UP_MS = 180_000;
/** Where the town pauses by itself should the page be gone before it could slow it down again, in ticks from here. */
const AT_MOST = 24 * TICKS_PER_HOUR;

export type Skipping =
  | { at: 'rest' }
  | { at: 'going' }
  | { at: 'found'; what: Recorded }
  | { at: 'nothing' }
  | { at: 'refused'; reason: string };

export interface Clockwork {
  clock(): Clock | null;
  setClock(wish: ClockWish): Promise<Outcome>;
}

export class Skip {
  readonly now = signal<Skipping>({ at: 'rest' });
  private readonly town: Clockwork;
  private before: Pick<Clock, 'paused' | 'speed' | 'pause_at'> | null = null;
  private pace: Speed = FAST;
  private latest = 0;
  /** Whether the clock has been seen going fast since. */
  private taken = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(town: Clockwork) {
    this.town = town;
  }

  async start(): Promise<void> {
    const clock = this.town.clock();
    if (clock === null || this.before !== null) return;
    const { paused, speed, pause_at } = clock;
    this.before = { paused, speed, pause_at };
    this.latest = Math.min(pause_at ?? Infinity, Math.floor(clock.tick) + AT_MOST);
    this.pace = speed === 'max' || speed >= FAST ? 'max' : FAST;
    this.taken = false;
    this.now.value = { at: 'going' };
    this.timer = setTimeout(() => void this.end({ at: 'nothing' }), GIVE_UP_MS);
    const outcome = await this.town.setClock({ speed: this.pace, pause: false, until: this.latest });
    this.taken = true;
    if (!outcome.done) {
      this.forget();
      this.now.value = { at: 'refused', reason: outcome.reason };
    }
  }

  /** Says no more of what was found. */
  rest(): void {
    if (this.before === null) this.now.value = { at: 'rest' };
  }

  /** Ends it as if it had not begun. */
  stop(): void {
    if (this.before !== null) void this.end({ at: 'rest' });
  }

  /** Takes in an event of the log as soon as it is known. */
  hear(recorded: Recorded): void {
    if (this.before !== null && isNoteworthy(recorded.event)) void this.end({ at: 'found', what: recorded });
  }

  /** Takes in the clock: whoever sets it meanwhile has the last word. */
  see(clock: Clock): void {
    if (this.before === null || !this.taken) return;
    if (clock.speed === this.pace && !clock.paused) return;
    if (clock.paused && clock.tick >= this.latest) {
      void this.end({ at: 'nothing' });
      return;
    }
    this.forget();
    this.now.value = { at: 'rest' };
  }

  private async end(as: Skipping): Promise<void> {
    const { before } = this;
    if (before === null) return;
    this.forget();
    this.now.value = as;
    const { speed, paused, pause_at } = before;
    const due = pause_at !== null && pause_at > (this.town.clock()?.tick ?? 0) + 1;
    const outcome = await this.town.setClock({ speed, pause: paused, until: due ? pause_at : null });
    if (!outcome.done) this.now.value = { at: 'refused', reason: outcome.reason };
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.before = null;
  }
}

/** Whether something has happened that one skips to. */
function isNoteworthy(event: AnyEvent): boolean {
  switch (event.kind) {
    case 'talk_started':
    case 'announced':
    case 'visitor_entered':
    case 'resident_added':
    case 'resident_removed':
    case 'knocked':
    case 'commitment_settled':
    case 'weather_changed':
    case 'place_closed':
    case 'place_opened':
    case 'resident_moved':
      return true;
    case 'said':
      return event.talk === null;
    case 'offered':
      return event.to.length > 0;
    case 'object_changed':
      return event.by === null || event.by.startsWith('visitor:');
    case 'goal_set':
      return event.status === 'reached';
    default:
      return false;
  }
}

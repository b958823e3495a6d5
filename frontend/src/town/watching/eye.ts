/** The director's eye: while it is on, it chooses whom or what the view is on, and says why. */
import { computed, signal } from '@preact/signals';
import type { TownStore } from '../store.ts';
import { Gaze, type Look } from './gaze.ts';
import { fresh, markOf, type Mark } from './marks.ts';
import { sightsOf, type Sight } from './sights.ts';

/** Real milliseconds between two looks around. */
const EVERY_MS = 400;
/** With more marks than these, those that are no longer fresh are let go of. */
const MOST_MARKS = 200;

export class Eye {
  readonly on = signal(false);
  /** What it looks at; null while it is off. */
  readonly sight = signal<Sight | null>(null);
  /** Whom the camera goes along with for it. */
  readonly followed = computed(() => (this.on.value ? (this.sight.value?.who[0] ?? null) : null));
  private readonly store: TownStore;
  private readonly gaze = new Gaze();
  private marks: Mark[] = [];
  private looked = -Infinity;

  constructor(store: TownStore) {
    this.store = store;
  }

  /** Takes in what happens, also while it is off: it knows at once where to look. Returns what ends it. */
  open(): () => void {
    const { store } = this;
    return store.watch((recorded) => {
      const before = store.state.peek();
      const mark = before === null ? null : markOf(recorded, before);
      if (mark === null) return;
      this.marks.push(mark);
      // Nobody looks around while it is off; what is long over would pile up.
      if (this.marks.length > MOST_MARKS) this.marks = fresh(this.marks, mark.tick);
    });
  }

  start(): void {
    this.looked = -Infinity;
    this.on.value = true;
  }

  stop(): void {
    this.on.value = false;
    this.sight.value = null;
    this.gaze.close();
  }

  /** Looks around at the moment `now`. Returns the look if it has turned to something else. */
  advance(now: number): Look | null {
    const { store } = this;
    const [town, setting] = [store.state.peek(), store.setting.peek()];
    if (!this.on.peek() || now - this.looked < EVERY_MS || town === null || setting === null) return null;
    this.looked = now;
    const tick = Math.floor(store.now);
    this.marks = fresh(this.marks, tick);
    const before = this.gaze.look;
    const look = this.gaze.turn(sightsOf(town, tick, this.marks, setting), now);
    this.sight.value = look?.sight ?? null;
    return look !== null && look.since !== before?.since ? look : null;
  }
}

/** A town's life at a glance, read from the server now and again: how much happened when, and what is marked. */
import { computed, signal } from '@preact/signals';
import type { MarkKind, MarkView, TimelineView } from '../generated.ts';

export const KINDS: readonly MarkKind[] = [
  'bookmark',
  'intervention',
  'visitor',
  'talk',
  'news',
  'reflection',
  'made',
  'kept',
  'broken',
  'refusal',
];
/** Shown from the first; the others are many, and say less. */
const AT_FIRST: readonly MarkKind[] = [
  'bookmark',
  'intervention',
  'visitor',
  'talk',
  'news',
  'reflection',
  'kept',
  'broken',
];
const KEPT_AS = 'townlet.timeline.marks';
const BINS = 160;
const AGAIN_MS = 4000;
/** A life is shown as at least so long, in ticks: the first minutes would fill the strip else. */
export const SHORTEST = 360;

export type Scope = 'life' | 'day' | 'hour';

export interface LifeReader {
  timeline(query: { from: number; upto: number; bins: number }): Promise<TimelineView>;
}

export class TimelineLook {
  readonly view = signal<TimelineView | null>(null);
  readonly problem = signal('');
  readonly shown = signal<ReadonlySet<MarkKind>>(kept());
  /** The marks that are wanted, by their ticks. */
  readonly marks = computed<readonly MarkView[]>(() => {
    const { value } = this.shown;
    return (this.view.value?.marks ?? []).filter(({ kind }) => value.has(kind));
  });
  private readonly reader: LifeReader;
  private readonly upto: () => number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  private open_ = false;

  /** `upto` tells how far the town has lived. */
  constructor(reader: LifeReader, upto: () => number) {
    this.reader = reader;
    this.upto = upto;
  }

  /** Looks now, and again as the town lives on. Returns what ends it. */
  open(): () => void {
    this.open_ = true;
    void this.lookOn();
    return () => {
      this.open_ = false;
      clearTimeout(this.timer);
    };
  }

  choose(kind: MarkKind, wanted: boolean): void {
    const chosen = new Set(this.shown.value);
    if (wanted) chosen.add(kind);
    else chosen.delete(kind);
    this.shown.value = chosen;
    keep(chosen);
  }

  /** The next wanted mark after a tick, or the last one before it. */
  next(tick: number, forward: boolean): MarkView | null {
    const { value } = this.marks;
    const found = forward ? value.find((mark) => mark.tick > tick) : value.findLast((mark) => mark.tick < tick);
    return found ?? null;
  }

  async look(): Promise<void> {
    const number = ++this.asked;
    try {
      const view = await this.reader.timeline({ from: 0, upto: Math.max(0, Math.floor(this.upto())), bins: BINS });
      if (number === this.asked) [this.view.value, this.problem.value] = [view, ''];
    } catch (error) {
      if (number === this.asked) this.problem.value = error instanceof Error ? error.message : String(error);
    }
  }

  private async lookOn(): Promise<void> {
    const known = this.view.peek()?.upto_tick;
    if (!document.hidden && known !== Math.floor(this.upto())) await this.look();
    if (this.open_) this.timer = setTimeout(() => void this.lookOn(), AGAIN_MS);
  }
}

function kept(): ReadonlySet<MarkKind> {
  try {
    const told = localStorage.getItem(KEPT_AS);
    if (told !== null) return new Set(KINDS.filter((kind) => told.split(' ').includes(kind)));
  } catch {
    // A browser that keeps nothing shows what is shown at first.
  }
  return new Set(AT_FIRST);
}

function keep(chosen: ReadonlySet<MarkKind>): void {
  try {
    localStorage.setItem(KEPT_AS, [...chosen].join(' '));
  } catch {
    // It holds for as long as the page is open.
  }
}

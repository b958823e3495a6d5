/** A town's life at a glance, read from the server now and again: how much happened when, and what is marked. */
import { computed, signal } from '@preact/signals';
import { TICKS_PER_HOUR, type Calendar } from '../calendar.ts';
import type { MarkKind, MarkView, TimelineView } from '../generated.ts';

export const KINDS: readonly MarkKind[] = [
  'bookmark',
  'intervention',
  'fired',
  'visitor',
  'talk',
  'news',
  'reflection',
  'made',
  'kept',
  'broken',
  'refusal',
  'expired',
];
/** Shown from the first; the others are many, and say less. */
const AT_FIRST: readonly MarkKind[] = [
  'bookmark',
  'intervention',
  'fired',
  'visitor',
  'talk',
  'news',
  'reflection',
  'kept',
  'broken',
  'expired',
];
const KEPT_AS = 'townlet.timeline.marks';
const BINS = 160;
const AGAIN_MS = 4000;
/** A life is shown as at least so long, in ticks: the first minutes would fill the strip else. */
export const SHORTEST = 360;

/** How much of a life is shown at once. */
export type Scope = 'life' | 'day' | 'hours';
export const SCOPES: readonly Scope[] = ['life', 'day', 'hours'];
const HOURS = 3;

/** Ticks, both included. */
export interface Range {
  from: number;
  upto: number;
}

export interface LifeReader {
  timeline(query: { from: number; upto: number; bins: number }): Promise<TimelineView>;
}

export class TimelineLook {
  /** What was read last of the part that is shown. */
  readonly view = signal<TimelineView | null>(null);
  readonly scope = signal<Scope>('life');
  /** The part that is shown; null is the whole life. */
  readonly range = signal<Range | null>(null);
  readonly problem = signal('');
  readonly shown = signal<ReadonlySet<MarkKind>>(kept());
  /** The marks that are wanted, by their ticks. */
  readonly marks = computed<readonly MarkView[]>(() => {
    const { value } = this.shown;
    return (this.view.value?.marks ?? []).filter(({ kind }) => value.has(kind));
  });
  /** The whole life as it was read last, so that one gets from mark to mark beyond the part that is shown. */
  private life: TimelineView | null = null;
  /** Somebody drags along the strip: the part that is shown stays. */
  readonly held = signal(false);
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
    const { value } = this.shown;
    const marks = [...(this.life?.marks ?? []), ...(this.view.value?.marks ?? [])]
      .filter((mark) => value.has(mark.kind) && (forward ? mark.tick > tick : mark.tick < tick))
      .sort((a, b) => a.tick - b.tick);
    return (forward ? marks[0] : marks.at(-1)) ?? null;
  }

  /** Shows more or less of the life at once, around a tick. */
  zoom(scope: Scope, tick: number, calendar: Calendar): void {
    this.scope.value = scope;
    this.range.value = null;
    if (scope === 'life') void this.look();
    else this.keepInSight(tick, calendar);
  }

  /** Shows the part that a tick lies in, if it has left the one that is shown. */
  keepInSight(tick: number, calendar: Calendar): void {
    const { value } = this.range;
    if (this.scope.value === 'life' || (value !== null && tick >= value.from && tick <= value.upto)) return;
    this.range.value = this.scope.value === 'day' ? dayOf(tick, calendar) : hoursOf(tick);
    this.view.value = null;
    void this.look();
  }

  async look(): Promise<void> {
    const number = ++this.asked;
    try {
      const range = this.range.peek();
      const lived = Math.max(0, Math.floor(this.upto()));
      const from = Math.min(range?.from ?? 0, lived);
      const view = await this.reader.timeline({ from, upto: Math.min(range?.upto ?? lived, lived), bins: BINS });
      if (number !== this.asked) return;
      if (range === null) this.life = view;
      [this.view.value, this.problem.value] = [view, ''];
    } catch (error) {
      if (number === this.asked) this.problem.value = error instanceof Error ? error.message : String(error);
    }
  }

  private async lookOn(): Promise<void> {
    const known = this.view.peek()?.horizon.tick;
    const isNew = known === Math.floor(this.upto()) && this.problem.peek() === '';
    if (!document.hidden && !isNew) await this.look();
    if (this.open_) this.timer = setTimeout(() => void this.lookOn(), AGAIN_MS);
  }
}

/** From midnight to midnight; the first day begins when the town does. */
function dayOf(tick: number, calendar: Calendar): Range {
  const from = calendar.startOfDay(tick);
  return { from, upto: from + Math.round((24 - calendar.hour(from)) * TICKS_PER_HOUR) - 1 };
}

function hoursOf(tick: number): Range {
  const from = Math.max(0, Math.floor(tick / TICKS_PER_HOUR) - 1) * TICKS_PER_HOUR;
  return { from, upto: from + HOURS * TICKS_PER_HOUR };
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

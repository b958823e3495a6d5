/** What somebody missed who was away, and the town's newspaper: asked for, and how long somebody was away. */
import { signal } from '@preact/signals';
import { api } from './api.ts';
import { TICKS_PER_HOUR } from './calendar.ts';
import type { PaperView, RecapView, WrittenView } from './generated.ts';
import { may } from './session.ts';

/** Away for less than so many ticks, one has missed nothing that is worth asking. */
export const WORTH_ASKING = 2 * TICKS_PER_HOUR;
/** How often it is noted that somebody is there, in real milliseconds. */
const NOTED_MS = 2000;
/** How often it is looked whether the town's mind has written, in real milliseconds. */
const WRITTEN_MS = 1500;
const KEPT_AS = 'townlet.seen';
/** Of so many towns it is known when somebody was there last. */
const MOST_TOWNS = 30;

export interface Span {
  from: number;
  upto: number;
}

export class RecapLook {
  /** The tick at which somebody was here last, while they are asked whether they want to hear what happened since. */
  readonly missedSince = signal<number | null>(null);
  /** The same for as long as the page is open, to go back to. */
  readonly lastSeen = signal<number | null>(null);
  /** What is recapped; null while the dialog is closed. */
  readonly span = signal<Span | null>(null);
  readonly view = signal<RecapView | null>(null);
  /** The day whose paper is read; null while it is closed. */
  readonly day = signal<number | null>(null);
  readonly paper = signal<PaperView | null>(null);
  readonly problem = signal('');
  /** Bytes of the replay that was saved last; null before, NaN while one is made. */
  readonly saved = signal<number | null>(null);
  private readonly town: string;
  private readonly present: () => number | null;
  private asked = 0;

  /** `present`: the tick of the town's present; null until it is known. */
  constructor(town: string, present: () => number | null) {
    this.town = town;
    this.present = present;
  }

  /** Notes that somebody is here, from now on, and asks who comes back after a while. Returns what ends it. */
  open(): () => void {
    let seen = noted()[this.town] ?? null;
    /** Whether the page was closed or out of sight; who watches a fast town has not been away. */
    let away = true;
    const look = () => {
      if (document.hidden) away = true;
      const now = this.present();
      if (now === null || document.hidden) return;
      if (away && seen !== null && now - seen >= WORTH_ASKING) {
        // In the tick that was open then, more may have happened since.
        this.missedSince.value = Math.max(0, seen - 1);
        this.lastSeen.value = this.missedSince.value;
      }
      away = false;
      seen = now;
      note(this.town, now);
    };
    const timer = setInterval(look, NOTED_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }

  /** Opens the recap of a span. */
  async tell(span: Span): Promise<void> {
    this.missedSince.value = null;
    this.day.value = null;
    this.span.value = span;
    this.saved.value = null;
    await this.ask(
      () => api.recap(this.town, span),
      () => api.haveRecapWritten(this.town, span),
      this.view,
    );
  }

  /** Opens the paper of a day. */
  async read(day: number): Promise<void> {
    this.span.value = null;
    this.day.value = day;
    await this.ask(
      () => api.gazette(this.town, day),
      () => api.haveGazetteWritten(this.town, day),
      this.paper,
    );
  }

  /** The span as a file to send; null where it could not be made. */
  async replay(): Promise<Blob | null> {
    const span = this.span.peek();
    if (span === null) return null;
    this.saved.value = NaN;
    try {
      const file = await api.replay(this.town, span);
      this.saved.value = file.size;
      return file;
    } catch (error) {
      this.saved.value = null;
      this.problem.value = error instanceof Error ? error.message : String(error);
      return null;
    }
  }

  close(): void {
    this.asked += 1;
    this.span.value = null;
    this.day.value = null;
    this.view.value = null;
    this.paper.value = null;
    this.problem.value = '';
  }

  /** Shows what is told, has the town's mind write it, too, and shows that as soon as it is there. */
  private async ask<T extends { written: WrittenView }>(
    read: () => Promise<T>,
    haveWritten: () => Promise<T>,
    shown: { value: T | null },
  ): Promise<void> {
    const mine = ++this.asked;
    shown.value = null;
    this.problem.value = '';
    try {
      let told = await read();
      if (mine !== this.asked) return;
      shown.value = told;
      if (told.written.by === 'unasked' && may('visitor')) told = await haveWritten();
      while (mine === this.asked) {
        shown.value = told;
        if (told.written.by !== 'writing') return;
        await new Promise((resolve) => setTimeout(resolve, WRITTEN_MS));
        if (mine === this.asked) told = await read();
      }
    } catch (error) {
      if (mine === this.asked) this.problem.value = error instanceof Error ? error.message : String(error);
    }
  }
}

function noted(): Record<string, number> {
  try {
    return JSON.parse(localStorage.getItem(KEPT_AS) ?? '{}') as Record<string, number>;
  } catch {
    return {}; // A browser that keeps nothing never was anywhere.
  }
}

function note(town: string, tick: number): void {
  const { [town]: _before, ...others } = noted();
  const kept = Object.entries(others).slice(-MOST_TOWNS + 1);
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(Object.fromEntries([...kept, [town, tick]])));
  } catch {
    // The next visit asks nothing then.
  }
}

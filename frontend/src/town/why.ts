/** What somebody asks "why?" about, and the trail of what was asked before: each step can be followed further. */
import { signal } from '@preact/signals';
import { api } from './api.ts';
import type { WhyView } from './generated.ts';

/** An event of the log, or what a resident does or believes at a moment, in ticks. */
export type Subject = { seq: number } | { resident: string; tick: number; belief?: string };

export class WhyTrail {
  /** Oldest first; the last is shown. Empty: nothing is asked. */
  readonly trail = signal<readonly Subject[]>([]);
  readonly view = signal<WhyView | null>(null);
  readonly problem = signal('');
  private readonly town: string;
  private asked = 0;

  constructor(town: string) {
    this.town = town;
  }

  /** Asks about something else, from where one is. */
  ask(subject: Subject): void {
    this.trail.value = [...this.trail.value, subject];
    void this.look();
  }

  back(): void {
    this.trail.value = this.trail.value.slice(0, -1);
    void this.look();
  }

  close(): void {
    this.trail.value = [];
    this.view.value = null;
    this.problem.value = '';
  }

  async look(): Promise<void> {
    const subject = this.trail.value.at(-1);
    const number = ++this.asked;
    if (subject === undefined) {
      this.close();
      return;
    }
    this.problem.value = '';
    this.view.value = null;
    try {
      const view = await read(this.town, subject);
      if (number === this.asked) this.view.value = view;
    } catch (error) {
      if (number === this.asked) this.problem.value = error instanceof Error ? error.message : String(error);
    }
  }
}

function read(town: string, subject: Subject): Promise<WhyView> {
  if ('seq' in subject) return api.why(town, subject.seq);
  const { resident, tick, belief } = subject;
  return api.whyNow(town, resident, { upto_tick: Math.floor(tick), ...(belief === undefined ? {} : { belief }) });
}

/** A town's visitors as its director sees them, looked up for as long as somebody looks at them. */
import { signal } from '@preact/signals';
import type { Outcome } from './actions.ts';
import { api } from './api.ts';
import type { ModerationWish, VisitorView } from './generated.ts';

const EVERY_MS = 3000;

export class Guests {
  /** Who sent something last comes first; null until they are known. */
  readonly all = signal<readonly VisitorView[] | null>(null);
  /** Why the newest look did not succeed, in words. */
  readonly problem = signal<string | null>(null);
  private readonly town: string;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  constructor(town: string) {
    this.town = town;
  }

  /** Looks now, and again every few seconds until `close`. */
  open(): void {
    void this.look();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  async decide(visitor: string, wish: ModerationWish): Promise<Outcome> {
    try {
      const decided = await api.moderate(this.town, visitor, wish);
      this.all.value = this.all.value?.map((one) => (one.visitor === visitor ? decided : one)) ?? null;
      return { done: true };
    } catch (error) {
      return { done: false, reason: error instanceof Error ? error.message : String(error) };
    }
  }

  private async look(): Promise<void> {
    try {
      this.all.value = await api.visitors(this.town);
      this.problem.value = null;
    } catch (error) {
      this.problem.value = error instanceof Error ? error.message : String(error);
    }
    if (!this.closed) this.timer = setTimeout(() => void this.look(), EVERY_MS);
  }
}

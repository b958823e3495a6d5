/** Asks how two towns differ, one moment at a time: of those wanted meanwhile the last is next. */
import { signal } from '@preact/signals';
import type { CompareView } from '../generated.ts';

export class Comparing {
  /** What is otherwise at the moment of its `at`; null until it is known. */
  readonly view = signal<CompareView | null>(null);
  readonly looking = signal(false);
  /** Why the towns could not be compared, in words. */
  readonly problem = signal('');
  private readonly ask: (tick: number) => Promise<CompareView>;
  private wanted: number | null = null;
  private closed = false;

  constructor(ask: (tick: number) => Promise<CompareView>) {
    this.ask = ask;
  }

  close(): void {
    this.closed = true;
  }

  /**
   * Compares the towns up to `tick`. What is asked for is shown even if towns that live on have gone further: on a
   * busy server nothing would ever be shown else.
   */
  async upTo(tick: number): Promise<void> {
    this.wanted = tick;
    if (this.looking.peek()) return;
    this.looking.value = true;
    while (this.wanted !== null) {
      const at = this.wanted;
      this.wanted = null;
      await this.show(at);
    }
    this.looking.value = false;
  }

  private async show(at: number): Promise<void> {
    try {
      const view = await this.ask(at);
      if (!this.closed) [this.view.value, this.problem.value] = [view, ''];
    } catch (error) {
      if (!this.closed) this.problem.value = error instanceof Error ? error.message : String(error);
    }
  }
}

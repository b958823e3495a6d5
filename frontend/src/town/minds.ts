/** What the minds of a town ask of the model server, what that costs, and how the server is set up. */
import { signal } from '@preact/signals';
import type { Outcome } from './actions.ts';
import { api } from './api.ts';
import type { CallSummary, ModelsCheck, ModelsView, ModelsWish } from './generated.ts';

const EVERY_MS = 4000;

export class MindsLedger {
  readonly summary = signal<CallSummary | null>(null);
  readonly models = signal<ModelsView | null>(null);
  readonly problem = signal('');
  private readonly town: string;
  private readonly isDirector: boolean;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  /** Only a director may see how the server is set up. */
  constructor(town: string, isDirector: boolean) {
    this.town = town;
    this.isDirector = isDirector;
  }

  /** Looks now, and again every few seconds until `close`. */
  open(): void {
    void this.look();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  async save(wish: ModelsWish): Promise<Outcome> {
    return this.change(() => api.setModels(wish));
  }

  async forget(): Promise<Outcome> {
    return this.change(() => api.forgetModels());
  }

  check(): Promise<ModelsCheck> {
    return api.checkModels();
  }

  private async look(): Promise<void> {
    clearTimeout(this.timer);
    try {
      this.summary.value = await api.callSummary(this.town);
      if (this.isDirector) this.models.value = await api.models();
      this.problem.value = '';
    } catch (error) {
      this.problem.value = reasonOf(error);
    }
    if (!this.closed) this.timer = setTimeout(() => void this.look(), EVERY_MS);
  }

  private async change(ask: () => Promise<ModelsView>): Promise<Outcome> {
    try {
      this.models.value = await ask();
      return { done: true };
    } catch (error) {
      return { done: false, reason: reasonOf(error) };
    }
  }
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

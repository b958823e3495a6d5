/** What the first screen shows: all towns, and the scenarios that new ones are founded on. */
import { signal } from '@preact/signals';
import { api } from './api.ts';
import type { Outcome } from './actions.ts';
import type { ScenarioSummary, ScenarioView, Town } from './generated.ts';

const EVERY_MS = 3000;

export class Catalogue {
  /** Newest first; null until they are known. */
  readonly towns = signal<readonly Town[] | null>(null);
  readonly scenarios = signal<readonly ScenarioSummary[] | null>(null);
  /** People and places of the sound scenarios, by id. */
  readonly details = signal<Readonly<Record<string, ScenarioView>>>({});
  /** Why the newest look did not succeed, in words. */
  readonly problem = signal<string | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  /** Looks now, and again every few seconds until `close`. */
  open(): void {
    void this.look();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  async look(): Promise<void> {
    clearTimeout(this.timer);
    try {
      const [towns, scenarios] = await Promise.all([api.towns(), api.scenarios()]);
      this.towns.value = towns;
      this.scenarios.value = scenarios;
      this.problem.value = null;
      await this.readDetails(scenarios);
    } catch (error) {
      this.problem.value = error instanceof Error ? error.message : String(error);
    }
    if (!this.closed) this.timer = setTimeout(() => void this.look(), EVERY_MS);
  }

  async remove(town: string): Promise<Outcome> {
    try {
      await api.remove(town);
      this.towns.value = this.towns.value?.filter((one) => one.id !== town) ?? null;
      return { done: true };
    } catch (error) {
      return { done: false, reason: error instanceof Error ? error.message : String(error) };
    }
  }

  private async readDetails(scenarios: readonly ScenarioSummary[]): Promise<void> {
    for (const { id, faults } of scenarios) {
      if (faults.length > 0 || id in this.details.value) continue;
      this.details.value = { ...this.details.value, [id]: await api.scenario(id) };
    }
  }
}

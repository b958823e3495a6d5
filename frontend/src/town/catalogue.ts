/** What the first screen shows: all towns, and the scenarios that new ones are founded on. */
import { signal } from '@preact/signals';
import { api } from './api.ts';
import type { Outcome } from './actions.ts';
import { descendantsOf } from './branches/family.ts';
import type { ScenarioSummary, ScenarioView, Town } from './generated.ts';

const EVERY_MS = 3000;

export class Catalogue {
  /** Newest first; null until they are known. */
  readonly towns = signal<readonly Town[] | null>(null);
  readonly scenarios = signal<readonly ScenarioSummary[] | null>(null);
  /** People and places of the sound scenarios, as they are now and as towns were founded on them, by hash. */
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
      await this.readDetails(scenarios, towns);
    } catch (error) {
      this.problem.value = error instanceof Error ? error.message : String(error);
    }
    if (!this.closed) this.timer = setTimeout(() => void this.look(), EVERY_MS);
  }

  /** Deletes a town; with all that branch off from it, where there are any. */
  async remove(town: string): Promise<Outcome> {
    const branches = descendantsOf(town, this.towns.peek() ?? []);
    const gone = new Set([town, ...branches.map(({ id }) => id)]);
    try {
      await (branches.length === 0 ? api.remove(town) : api.removeWithBranches(town));
      this.towns.value = this.towns.value?.filter(({ id }) => !gone.has(id)) ?? null;
      return { done: true };
    } catch (error) {
      return { done: false, reason: error instanceof Error ? error.message : String(error) };
    }
  }

  private async readDetails(scenarios: readonly ScenarioSummary[], towns: readonly Town[]): Promise<void> {
    for (const { id, hash } of scenarios) {
      if (hash !== null && !(hash in this.details.value)) this.keep(await api.scenario(id));
    }
    for (const { id, scenario_hash } of towns) {
      if (!(scenario_hash in this.details.value)) this.keep(await api.scenarioOf(id));
    }
  }

  private keep(scenario: ScenarioView): void {
    this.details.value = { ...this.details.value, [scenario.hash]: scenario };
  }
}

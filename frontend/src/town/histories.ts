/** How something in a resident's mind has come to be what it is, from the log. */
import { api } from './api.ts';
import type { AnyEvent, Recorded } from './generated.ts';

export interface Step {
  seq: number;
  tick: number;
  /** How close, -1 to 1; how sure, 0 to 1. */
  measure: number;
  words: string;
}

const PAGE = 1000;

/** How what `other` is to a resident has changed, newest first. */
export function historyOfRelationship(town: string, resident: string, other: string): Promise<Step[]> {
  return stepsOf(town, resident, 'relationship_changed', (event) =>
    event.kind === 'relationship_changed' && event.other === other
      ? { measure: event.closeness, words: event.reason }
      : null,
  );
}

/** How sure a resident was of a belief, newest first. */
export function historyOfBelief(town: string, resident: string, belief: string): Promise<Step[]> {
  return stepsOf(town, resident, 'believed', (event) =>
    event.kind === 'believed' && event.belief === belief ? { measure: event.confidence, words: event.statement } : null,
  );
}

async function stepsOf(
  town: string,
  resident: string,
  kind: Recorded['event']['kind'],
  read: (event: AnyEvent) => Pick<Step, 'measure' | 'words'> | null,
): Promise<Step[]> {
  const found: Step[] = [];
  let after: number | null = 0;
  while (after !== null) {
    const page: Awaited<ReturnType<typeof api.events>> = await api.events(town, { resident, kind, after, limit: PAGE });
    for (const { seq, tick, event } of page.events) {
      const step = read(event);
      if (step !== null) found.push({ seq, tick, ...step });
    }
    after = page.next;
  }
  return found.reverse();
}

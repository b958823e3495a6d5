/** How what somebody is to a resident has changed, from the log. */
import { api } from './api.ts';

export interface Change {
  seq: number;
  tick: number;
  closeness: number;
  reason: string;
}

const PAGE = 1000;

/** Newest first. */
export async function changesBetween(town: string, resident: string, other: string): Promise<Change[]> {
  const found: Change[] = [];
  let after: number | null = 0;
  while (after !== null) {
    const page: Awaited<ReturnType<typeof api.events>> = await api.events(town, {
      resident,
      kind: 'relationship_changed',
      after,
      limit: PAGE,
    });
    for (const { seq, tick, event } of page.events)
      if (event.kind === 'relationship_changed' && event.other === other)
        found.push({ seq, tick, closeness: event.closeness, reason: event.reason });
    after = page.next;
  }
  return found.reverse();
}

/** What became of an intervention: the memory that it first left in somebody, from which its way can be followed. */
import { api } from '../api.ts';

const MOST = 500;

/** Id of the first memory after event `after` that an intervention left, and that has the words; null: none yet. */
export async function firstMemory(town: string, after: number, needle: string): Promise<string | null> {
  const { events } = await api.events(town, { after, kind: 'remembered', limit: MOST });
  for (const { event } of events) {
    if (event.kind === 'remembered' && event.source.by === 'intervention' && event.text.includes(needle)) {
      return event.id;
    }
  }
  return null;
}

/** All that a director can do, as the server tells it: read once, it never changes while the server runs. */
import { signal } from '@preact/signals';
import { api } from '../api.ts';
import type { InterventionKind, InterventionView } from '../generated.ts';

export type Offered = InterventionView & { id: InterventionKind };

export const offered = signal<readonly Offered[] | null>(null);
export const notOffered = signal('');

export async function lookWhatIsOffered(): Promise<void> {
  if (offered.value !== null) return;
  try {
    offered.value = (await api.interventions()) as Offered[];
    notOffered.value = '';
  } catch (error) {
    notOffered.value = error instanceof Error ? error.message : String(error);
  }
}

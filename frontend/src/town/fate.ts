/** An input of this page's visitor, handed in, and what became of it. */
import { api } from './api.ts';
import type { AnyInput } from './generated.ts';
import { refusedBy, type Refused } from './steps.ts';

const FIRST_LOOK_MS = 60;
const PATIENCE_MS = 15_000;

export type Fate = { done: true } | ({ done: false } & Refused);

/** Hands an input in under its key and waits for its fate; whatever goes wrong on the way is a refusal, too. */
export async function fateOf(town: string, input: AnyInput, key: string): Promise<Fate> {
  try {
    let view = await api.give(town, key, input);
    const since = performance.now();
    for (let wait = FIRST_LOOK_MS; view.status === 'waiting'; wait *= 1.6) {
      if (performance.now() - since > PATIENCE_MS) return { done: false, error: 'Late', reason: '' };
      await new Promise((go) => setTimeout(go, wait));
      view = await api.fate(town, view.id);
    }
    return view.status === 'applied' ? { done: true } : { done: false, error: view.error, reason: view.reason };
  } catch (error) {
    return { done: false, ...refusedBy(error) };
  }
}

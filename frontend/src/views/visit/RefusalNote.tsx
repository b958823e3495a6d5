/** Why the last thing that one tried in town did not happen. */
import { useEffect } from 'preact/hooks';
import type { Refused } from '../../town/steps.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';

const SHOWN_MS = 8000;

export function RefusalNote() {
  const { visitor } = useDesk();
  const refusal = visitor.refusal.value;
  useEffect(() => {
    if (refusal === null) return;
    const timer = setTimeout(() => (visitor.refusal.value = null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [refusal, visitor]);
  if (refusal === null) return null;
  return (
    <p class="notice visit-note" role="alert">
      {refusalWords(refusal)}
    </p>
  );
}

export function refusalWords({ error, reason }: Refused): string {
  const told = words().refusals.names[error] ?? reason;
  // The server speaks in half sentences, for programs too.
  const sentence = `${told.charAt(0).toUpperCase()}${told.slice(1)}`;
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

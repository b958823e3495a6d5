/** Sends something, and says why where it is refused. */
import { useState } from 'preact/hooks';
import type { Outcome } from '../../town/actions.ts';

export function useSending() {
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const send = async (doing: Promise<Outcome>): Promise<boolean> => {
    setBusy(true);
    setReason('');
    const outcome = await doing;
    setBusy(false);
    if (!outcome.done) setReason(outcome.reason);
    return outcome.done;
  };
  const fault = reason !== '' && (
    <p class="wrong" role="alert">
      {reason}
    </p>
  );
  return { send, busy, fault };
}

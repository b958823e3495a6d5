/** A call of the model server: what it cost, and, for directors, what was asked and what came back. */
import { useState } from 'preact/hooks';
import { api } from '../../town/api.ts';
import type { CallDetail, CallView } from '../../town/generated.ts';
import { reasonOf } from '../../town/minds.ts';
import { may } from '../../town/session.ts';
import { useDesk } from '../town/desk.ts';

export function CallStep({ call }: { call: CallView }) {
  const { id: town } = useDesk().store;
  const [detail, setDetail] = useState<CallDetail | string | null>(null);
  const read = async () => {
    try {
      setDetail(await api.call(town, call.id));
    } catch (error) {
      setDetail(reasonOf(error));
    }
  };
  return (
    <div class="call">
      <p>
        <b>{call.model}</b>
        {call.outcome === 'ok'
          ? ''
          : ` (${call.outcome.replaceAll('_', ' ')}${call.fault === '' ? '' : `: ${call.fault}`})`}
        : {call.input_tokens} tokens in, {call.cached_tokens} of them from the cache, {call.output_tokens} out
        {call.cost === null ? '' : `, cost ${call.cost.toFixed(4)}`}, {(call.latency_ms / 1000).toFixed(1)} s
      </p>
      {may('director') && (
        <details onToggle={(event) => event.currentTarget.open && void read()}>
          <summary>Prompt and answer</summary>
          {detail === null && <p class="quiet">Looking it up …</p>}
          {typeof detail === 'string' && <p class="wrong">{detail}</p>}
          {detail !== null && typeof detail !== 'string' && (
            <>
              {detail.prompt.map(({ role, text }, number) => (
                <pre key={number} aria-label={role}>
                  {text}
                </pre>
              ))}
              <pre class="answer" aria-label="answer">
                {detail.answer}
              </pre>
            </>
          )}
        </details>
      )}
    </div>
  );
}

/** A call of the model server: what it cost, and, for directors, what was asked and what came back. */
import { useState } from 'preact/hooks';
import { api } from '../../town/api.ts';
import type { CallDetail, CallView } from '../../town/generated.ts';
import { reasonOf } from '../../town/minds.ts';
import { may } from '../../town/session.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';

export function CallStep({ call }: { call: CallView }) {
  const { id: town } = useDesk().store;
  const says = words().mind.call;
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
        {call.outcome === 'ok' ? '' : ` ${says.failed(says.outcomes[call.outcome] ?? call.outcome, call.fault)}`}:{' '}
        {says.cost(call.input_tokens, call.cached_tokens, call.output_tokens, call.cost, call.latency_ms / 1000)}
      </p>
      {may('director') && (
        <details onToggle={(event) => event.currentTarget.open && void read()}>
          <summary>{says.promptAndAnswer}</summary>
          {detail === null && <p class="quiet">{words().mind.lookingUp}</p>}
          {typeof detail === 'string' && <p class="wrong">{detail}</p>}
          {detail !== null && typeof detail !== 'string' && (
            <>
              {detail.prompt.map(({ role, text }, number) => (
                <pre key={number} aria-label={role}>
                  {text}
                </pre>
              ))}
              <pre class="answer" aria-label={says.answer}>
                {detail.answer}
              </pre>
            </>
          )}
        </details>
      )}
    </div>
  );
}

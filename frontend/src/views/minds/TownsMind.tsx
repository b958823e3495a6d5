/** Which mind answers for everybody who has none of its own; a director chooses. */
import { useState } from 'preact/hooks';
import type { MindChoice } from '../../town/generated.ts';
import { may } from '../../town/session.ts';
import { words } from '../../words/language.ts';
import { Field } from '../Field.tsx';
import { useDesk } from '../town/desk.ts';

export function TownsMind() {
  const { store, actions } = useDesk();
  const [reason, setReason] = useState('');
  if (!may('director')) return null;
  const choose = async (mind: MindChoice) => {
    setReason('');
    const outcome = await actions.setMind(null, mind);
    if (!outcome.done) setReason(outcome.reason);
  };
  return (
    <>
      <Field label={words().minds.forEverybody}>
        {(id) => (
          <select
            id={id}
            value={store.state.value?.mind ?? 'rules'}
            onChange={(event) => void choose(event.currentTarget.value as MindChoice)}
          >
            {Object.entries(words().telling.minds).map(([mind, { label }]) => (
              <option key={mind} value={mind}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {reason !== '' && (
        <p class="wrong" role="alert">
          {reason}
        </p>
      )}
    </>
  );
}

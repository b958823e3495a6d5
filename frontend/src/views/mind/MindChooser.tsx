/** Which mind answers for a resident; a director chooses there and then. */
import { useState } from 'preact/hooks';
import type { MindChoice } from '../../town/generated.ts';
import { may } from '../../town/session.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';

const CHOICES: readonly MindChoice[] = ['rules', 'model', 'auto'];

export function MindChooser({ id }: { id: string }) {
  const { store, actions } = useDesk();
  const [reason, setReason] = useState('');
  const town = store.state.value;
  const resident = town?.residents[id];
  if (town === null || resident === undefined) return null;
  const chosen = resident.mind ?? town.mind;
  const choose = async (mind: MindChoice) => {
    setReason('');
    const outcome = await actions.setMind(id, mind);
    if (!outcome.done) setReason(outcome.reason);
  };
  return (
    <fieldset class="mind-chooser" disabled={!may('director')}>
      <legend class="unseen">{words().mind.whoThinks}</legend>
      {CHOICES.map((mind) => (
        <label key={mind}>
          <input type="radio" name={`mind-${id}`} checked={mind === chosen} onChange={() => void choose(mind)} />
          <span>
            <b>{words().telling.minds[mind].label}</b>
            <small>{words().telling.minds[mind].words}</small>
          </span>
        </label>
      ))}
      {reason !== '' && (
        <p class="wrong" role="alert">
          {reason}
        </p>
      )}
    </fieldset>
  );
}

/** Who walks in: a name and a figure. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { dress, introduce, LOOKS, looks, MOST_LETTERS, visitorName } from '../../town/visitor.ts';
import { words } from '../../words/language.ts';
import { Field } from '../Field.tsx';
import { useDesk } from '../town/desk.ts';
import { Figure } from './Figure.tsx';
import { refusalWords } from './RefusalNote.tsx';

const FIGURES = Array.from({ length: LOOKS }, (_, number) => number);

export function EnterForm({ close }: { close: () => void }) {
  const { visitor } = useDesk();
  const [name, setName] = useState(visitorName.value);
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const field = useRef<HTMLFormElement>(null);
  useEffect(() => field.current?.querySelector('input')?.focus(), []);
  const said = words().visit.form;
  const enter = async () => {
    if (!introduce(name)) {
      setReason(said.badName);
      return;
    }
    setBusy(true);
    setReason('');
    const fate = await visitor.enter();
    setBusy(false);
    // Once in, the town's own word on it puts other things in this form's place.
    if (!fate.done) setReason(refusalWords(fate));
  };
  return (
    <div class="visit-dock">
      <form
        ref={field}
        class="visit-card enter-form"
        aria-label={said.title}
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          close();
        }}
      >
        <h2>{said.title}</h2>
        <Field label={said.name}>
          {(id) => (
            <input
              id={id}
              value={name}
              maxLength={MOST_LETTERS}
              required
              autoComplete="given-name"
              placeholder={said.namePlaceholder}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <fieldset class="looks">
          <legend>{said.looks}</legend>
          {FIGURES.map((number) => (
            <label key={number} class={looks.value === number ? 'chosen' : ''}>
              <input
                class="unseen"
                type="radio"
                name="looks"
                checked={looks.value === number}
                aria-label={said.look(number + 1)}
                onChange={() => dress(number)}
              />
              <Figure looks={number} scale={3} />
            </label>
          ))}
        </fieldset>
        {reason !== '' && (
          <p class="wrong" role="alert">
            {reason}
          </p>
        )}
        <div class="enter-deeds">
          <button class="cta" disabled={busy || name.trim() === ''}>
            {busy ? said.entering : said.enter}
          </button>
          <button class="plain" type="button" onClick={close}>
            {said.cancel}
          </button>
        </div>
      </form>
    </div>
  );
}

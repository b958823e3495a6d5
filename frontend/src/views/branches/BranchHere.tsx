/** Makes a branch: from now, or from the moment of the past that is shown. */
import { useState } from 'preact/hooks';
import { LONGEST_NAME } from '../../town/branches/deeds.ts';
import { words } from '../../words/language.ts';
import { Field } from '../Field.tsx';
import { useDesk } from '../town/desk.ts';
import { momentOf } from './Branches.tsx';
import type { News } from './BranchesDialog.tsx';

export function BranchHere({ tell }: { tell: (news: News | null) => void }) {
  const desk = useDesk();
  const { family, store } = desk;
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const says = words().branches;
  const past = store.past.value !== null;
  const tick = store.tick.value;
  const moment = momentOf(desk)(tick);
  const make = async () => {
    setBusy(true);
    const outcome = await family.branch(past ? tick : null, name.trim());
    setBusy(false);
    setReason(outcome.done ? '' : outcome.reason);
    if (!outcome.done) return;
    setName('');
    tell({ branch: outcome.branch, text: says.made(outcome.branch.name) });
  };
  return (
    <form
      class="branch-form branch-here"
      aria-label={says.branchHere}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <h3>{says.branchHere}</h3>
      <p>{past ? says.from(moment) : says.fromNow(moment)}</p>
      <Field label={says.name}>
        {(id) => (
          <input
            id={id}
            value={name}
            maxLength={LONGEST_NAME}
            placeholder={says.example(moment)}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <button class="cta" type="submit" disabled={busy}>
        {busy ? says.making : says.make}
      </button>
      {reason !== '' && (
        <p class="wrong" role="alert">
          {reason}
        </p>
      )}
    </form>
  );
}

/** What directors did to the town, each to be undone in a branch. */
import { useState } from 'preact/hooks';
import { deedLine, nameWithout } from '../../town/branches/deeds.ts';
import type { InputView } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';
import { momentOf } from './Branches.tsx';
import type { News } from './BranchesDialog.tsx';

/** So many are shown at first. */
const FEW = 6;

export function Deeds({ tell }: { tell: (news: News | null) => void }) {
  const { family } = useDesk();
  const [all, setAll] = useState(false);
  const says = words().branches;
  const deeds = family.deeds.value;
  if (deeds === null) return null;
  const shown = all ? deeds : deeds.slice(0, FEW);
  return (
    <section class="deeds" aria-label={says.undoTitle}>
      <h3>{says.undoTitle}</h3>
      <p class="quiet">{deeds.length === 0 ? says.nothingDone : says.undoAbout}</p>
      <ul>
        {shown.map((deed) => (
          <Deed key={deed.id} deed={deed} tell={tell} />
        ))}
      </ul>
      {deeds.length > shown.length && (
        <button class="plain" type="button" onClick={() => setAll(true)}>
          {says.more(deeds.length - shown.length)}
        </button>
      )}
    </section>
  );
}

function Deed({ deed, tell }: { deed: InputView; tell: (news: News | null) => void }) {
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const says = words().branches;
  const setting = desk.store.setting.value;
  if (setting === null || deed.stamp === null) return null;
  const line = deedLine(deed.input, setting);
  const moment = momentOf(desk)(deed.stamp.tick);
  const undo = async () => {
    setBusy(true);
    const outcome = await desk.family.undo(deed.id, nameWithout(deed.input, moment));
    setBusy(false);
    setReason(outcome.done ? '' : outcome.reason);
    if (outcome.done) tell({ branch: outcome.branch, text: says.unmade(outcome.branch.name) });
  };
  return (
    <li>
      <time>{moment}</time>
      <span class="what" title={line}>
        {line}
      </span>
      <button
        class="chip"
        type="button"
        disabled={busy}
        aria-label={says.undoOf(`${moment}, ${line}`)}
        onClick={() => void undo()}
      >
        {busy ? says.making : says.undo}
      </button>
      {reason !== '' && (
        <p class="wrong" role="alert">
          {reason}
        </p>
      )}
    </li>
  );
}

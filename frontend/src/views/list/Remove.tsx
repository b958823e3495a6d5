/** Deleting a town is asked for twice: its past goes with it, and so do its branches. */
import { useState } from 'preact/hooks';
import { descendantsOf } from '../../town/branches/family.ts';
import type { Catalogue } from '../../town/catalogue.ts';
import type { Town } from '../../town/generated.ts';
import { words } from '../../words/language.ts';

export function Remove({ town, catalogue }: { town: Town; catalogue: Catalogue }) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { branches, lobby } = words();
  const gone = descendantsOf(town.id, catalogue.towns.value ?? []).length;
  const remove = async () => {
    const outcome = await catalogue.remove(town.id);
    if (!outcome.done) setReason(outcome.reason);
  };
  if (!asking) {
    return (
      <button class="plain" type="button" aria-label={lobby.deleteOf(town.name)} onClick={() => setAsking(true)}>
        {lobby.delete}
      </button>
    );
  }
  return (
    <span class="sure" role="group" aria-label={lobby.deleteSure(town.name)}>
      {reason !== '' && <span class="wrong">{reason}</span>}
      {gone === 0 ? lobby.withItsPast : branches.dropMany(gone)}
      <button class="danger" type="button" onClick={() => void remove()}>
        {lobby.delete}
      </button>
      <button class="plain" type="button" onClick={() => setAsking(false)}>
        {lobby.keep}
      </button>
    </span>
  );
}

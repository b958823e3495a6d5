/** One town of the list: its people, its time, and how it goes. */
import { useState } from 'preact/hooks';
import { shorten } from '../../scene/speech.ts';
import type { Catalogue } from '../../town/catalogue.ts';
import { Calendar } from '../../town/calendar.ts';
import { may } from '../../town/session.ts';
import { clockWords } from '../../town/words.ts';
import type { Town } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { Picture } from '../Picture.tsx';
import { Portrait } from '../Portrait.tsx';
import { follow, pathOf } from '../routes.ts';

const FACES = 6;

export function TownCard({ town, catalogue }: { town: Town; catalogue: Catalogue }) {
  const people = catalogue.details.value[town.scenario_hash]?.residents ?? [];
  const calendar = new Calendar(town.start);
  const tick = Math.floor(town.clock.tick);
  return (
    <li class="town-card">
      <a class="town-link" href={pathOf(town.id)} onClick={follow}>
        <Picture hash={town.scenario_hash} hour={calendar.hour(tick)} />
        <strong>{town.name}</strong>
        <span class="faces">
          {people.slice(0, FACES).map((person) => (
            <Portrait key={person.id} hash={town.scenario_hash} resident={person.id} size={36} />
          ))}
        </span>
        <span>{words().lobby.when(calendar.weekday(tick), calendar.dayNumber(tick), calendar.clock(tick))}</span>
        <span class={`state s-${town.clock.status}`}>{clockWords(town.clock, null)}</span>
        {town.trouble !== null && <span class="state s-trouble">{shorten(town.trouble.split('\n')[0] ?? '')}</span>}
      </a>
      {may('director') && <Remove town={town} catalogue={catalogue} />}
    </li>
  );
}

/** Deleting a town is asked for twice: its past goes with it. */
function Remove({ town, catalogue }: { town: Town; catalogue: Catalogue }) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { lobby } = words();
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
      {lobby.withItsPast}
      <button class="danger" type="button" onClick={() => void remove()}>
        {lobby.delete}
      </button>
      <button class="plain" type="button" onClick={() => setAsking(false)}>
        {lobby.keep}
      </button>
    </span>
  );
}

/** One town of the list: its people, its time, and how it goes; with its branches, where it has any. */
import { shorten } from '../../scene/speech.ts';
import type { Catalogue } from '../../town/catalogue.ts';
import { Calendar } from '../../town/calendar.ts';
import { may } from '../../town/session.ts';
import { clockWords } from '../../town/words.ts';
import type { ListedFamily } from '../../town/branches/families.ts';
import type { Town } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { Picture } from '../Picture.tsx';
import { Portrait } from '../Portrait.tsx';
import { follow, pathOf } from '../routes.ts';
import { FamilyTree } from './FamilyTree.tsx';
import { Remove } from './Remove.tsx';

const FACES = 6;

export function TownCard({ family, catalogue }: { family: ListedFamily; catalogue: Catalogue }) {
  const { main, members } = family;
  if (members.length > 1) {
    return (
      <li class="town-card town-family">
        <Face town={main} catalogue={catalogue} />
        <FamilyTree family={family} catalogue={catalogue} />
      </li>
    );
  }
  return (
    <li class="town-card">
      <Face town={main} catalogue={catalogue} />
      {may('director') && <Remove town={main} catalogue={catalogue} />}
    </li>
  );
}

function Face({ town, catalogue }: { town: Town; catalogue: Catalogue }) {
  const people = catalogue.details.value[town.scenario_hash]?.residents ?? [];
  const calendar = new Calendar(town.start);
  const tick = Math.floor(town.clock.tick);
  return (
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
  );
}

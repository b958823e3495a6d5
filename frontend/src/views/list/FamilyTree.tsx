/** A town's family on the list: which branched off from which, where, and how each goes. */
import type { ListedFamily } from '../../town/branches/families.ts';
import { treeOf, type Node } from '../../town/branches/family.ts';
import { Calendar } from '../../town/calendar.ts';
import type { Catalogue } from '../../town/catalogue.ts';
import type { Town } from '../../town/generated.ts';
import { may } from '../../town/session.ts';
import { words } from '../../words/language.ts';
import { follow, pathOf } from '../routes.ts';
import { Remove } from './Remove.tsx';

interface Props {
  family: ListedFamily;
  catalogue: Catalogue;
}

export function FamilyTree({ family, catalogue }: Props) {
  const says = words().lobby;
  return (
    <section class="listed-family" aria-label={says.familyOf(family.main.name)}>
      <h3>{says.family}</h3>
      <Twigs nodes={treeOf(family.members)} family={family} catalogue={catalogue} />
    </section>
  );
}

function Twigs({ nodes, ...of }: Props & { nodes: readonly Node<Town>[] }) {
  if (nodes.length === 0) return null;
  return (
    <ul class="family">
      {nodes.map(({ town, children }) => (
        <li key={town.id}>
          <Twig town={town} {...of} />
          <Twigs nodes={children} {...of} />
        </li>
      ))}
    </ul>
  );
}

function Twig({ town, family, catalogue }: Props & { town: Town }) {
  const { branches: says } = words();
  return (
    <div class={`branch ${town === family.main ? 'here' : ''}`}>
      <p class="branch-name">
        <a href={pathOf(town.id)} onClick={follow} aria-label={says.goTo(town.name)}>
          {town.name}
        </a>
        {town === family.main && (
          <span class="badge-main" title={says.mainHelp}>
            ★ {says.main}
          </span>
        )}
        {may('director') && <Remove town={town} catalogue={catalogue} />}
      </p>
      <p class="branch-facts">{factsOf(town).join(' · ')}</p>
    </div>
  );
}

/** Where it left, and how it goes. */
function factsOf({ clock, start, fork_tick: fork }: Town): string[] {
  const says = words().branches;
  const calendar = new Calendar(start);
  const moment = (tick: number) => `${calendar.weekday(tick)} ${calendar.clock(tick)}`;
  const left = fork === null ? says.founded : fork < 0 ? says.forkedFirst : says.forked(moment(fork));
  const now = moment(Math.floor(clock.tick));
  return [left, clock.status === 'paused' ? says.paused(now) : says.running(now)];
}

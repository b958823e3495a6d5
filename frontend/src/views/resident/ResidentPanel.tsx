/** One resident: who it is, what it does and why, its day, what it remembers, whom it knows, and a word with it. */
import { useEffect, useState } from 'preact/hooks';
import { personAt } from '../../town/persona.ts';
import { words } from '../../words/language.ts';
import { Commitments } from '../mind/Commitments.tsx';
import { Convictions } from '../mind/Convictions.tsx';
import { Portrait } from '../Portrait.tsx';
import { OnlyLive } from '../timeline/PastNote.tsx';
import { useDesk } from '../town/desk.ts';
import { Tabs } from '../town/Tabs.tsx';
import { Acquaintances } from './Acquaintances.tsx';
import { Gone } from './Gone.tsx';
import { Memories } from './Memories.tsx';
import { Now } from './Now.tsx';
import { PlanOfDay } from './PlanOfDay.tsx';
import { TalkBox } from './TalkBox.tsx';

type Page = 'day' | 'mind' | 'memories' | 'people';

const PAGES: readonly Page[] = ['day', 'mind', 'memories', 'people'];

export function ResidentPanel({ id }: { id: string }) {
  const desk = useDesk();
  const says = words().resident;
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      // What lies above the panel is closed first.
      const covered = document.querySelector('dialog[open], :popover-open') !== null;
      if (event.key === 'Escape' && !event.isComposing && !covered) desk.select(null);
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [desk]);
  const setting = desk.store.setting.value;
  const town = desk.store.state.value;
  const known = setting?.people.get(id);
  if (setting === null || known === undefined) return <p class="quiet">{says.nobody}</p>;
  const person = personAt(known, town);
  const departed = town?.departed[id];
  return (
    <section class="resident" aria-label={person.name} data-testid="resident-panel">
      <header>
        <Portrait hash={setting.scenario.hash} resident={id} size={72} />
        <div>
          <h2>{person.name}</h2>
          <p>{says.jobAndAge(person.job ?? says.atLeisure, person.age)}</p>
          {departed === undefined && <FollowButton />}
        </div>
        <button class="close" type="button" aria-label={words().access.close} onClick={() => desk.select(null)}>
          ×
        </button>
      </header>
      <div class="resident-body scrolls">
        {departed === undefined ? <Life id={id} name={person.name} /> : <Gone person={person} departed={departed} />}
      </div>
      {departed === undefined &&
        (desk.store.past.value === null ? <TalkBox key={id} id={id} person={person} /> : <OnlyLive />)}
    </section>
  );
}

/** Takes the camera along. */
function FollowButton() {
  const { following } = useDesk();
  const says = words().resident;
  return (
    <button
      class="chip"
      type="button"
      aria-pressed={following.value}
      onClick={() => (following.value = !following.value)}
    >
      🎥 {following.value ? says.following : says.follow}
    </button>
  );
}

/** What it does now, and under tabs its day, its mind, its memories and whom it knows. */
function Life({ id, name }: { id: string; name: string }) {
  const says = words().resident;
  const [page, setPage] = useState<Page>('day');
  return (
    <>
      <Now id={id} />
      <Tabs
        tabs={PAGES.map((one) => ({ id: one, label: says.pages[one] }))}
        chosen={page}
        choose={setPage}
        label={name}
      />
      <div role="tabpanel" aria-label={says.pages[page]}>
        {page === 'day' && (
          <>
            <Commitments id={id} />
            <PlanOfDay id={id} />
          </>
        )}
        {page === 'mind' && <Convictions id={id} />}
        {page === 'memories' && <Memories id={id} />}
        {page === 'people' && <Acquaintances id={id} />}
      </div>
    </>
  );
}

/** One resident: who it is, what it does and why, its day, what it remembers, whom it knows, and a word with it. */
import { useEffect, useState } from 'preact/hooks';
import { words } from '../../words/language.ts';
import { Commitments } from '../mind/Commitments.tsx';
import { Convictions } from '../mind/Convictions.tsx';
import { Portrait } from '../Portrait.tsx';
import { OnlyLive } from '../timeline/PastNote.tsx';
import { useDesk } from '../town/desk.ts';
import { Tabs } from '../town/Tabs.tsx';
import { Acquaintances } from './Acquaintances.tsx';
import { Memories } from './Memories.tsx';
import { Now } from './Now.tsx';
import { PlanOfDay } from './PlanOfDay.tsx';
import { TalkBox } from './TalkBox.tsx';

type Page = 'day' | 'mind' | 'memories' | 'people';

const PAGES: readonly Page[] = ['day', 'mind', 'memories', 'people'];

export function ResidentPanel({ id }: { id: string }) {
  const desk = useDesk();
  const says = words().resident;
  const [page, setPage] = useState<Page>('day');
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
  const person = setting?.people.get(id);
  if (setting === null || person === undefined) return <p class="quiet">{says.nobody}</p>;
  return (
    <section class="resident" aria-label={person.name} data-testid="resident-panel">
      <header>
        <Portrait hash={setting.scenario.hash} resident={id} size={72} />
        <div>
          <h2>{person.name}</h2>
          <p>{says.jobAndAge(person.job ?? says.atLeisure, person.age)}</p>
          <button
            class="chip"
            type="button"
            aria-pressed={desk.following.value}
            onClick={() => (desk.following.value = !desk.following.value)}
          >
            🎥 {desk.following.value ? says.following : says.follow}
          </button>
        </div>
        <button class="close" type="button" aria-label={words().access.close} onClick={() => desk.select(null)}>
          ×
        </button>
      </header>
      <div class="resident-body scrolls">
        <Now id={id} />
        <Tabs
          tabs={PAGES.map((one) => ({ id: one, label: says.pages[one] }))}
          chosen={page}
          choose={setPage}
          label={person.name}
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
      </div>
      {desk.store.past.value === null ? <TalkBox key={id} id={id} person={person} /> : <OnlyLive />}
    </section>
  );
}

/** One resident: who it is, what it does and why, its day, what it remembers, whom it knows, and a word with it. */
import { useEffect, useState } from 'preact/hooks';
import { Commitments } from '../mind/Commitments.tsx';
import { Convictions } from '../mind/Convictions.tsx';
import { Portrait } from '../Portrait.tsx';
import { useDesk } from '../town/desk.ts';
import { Tabs } from '../town/Tabs.tsx';
import { Acquaintances } from './Acquaintances.tsx';
import { Memories } from './Memories.tsx';
import { Now } from './Now.tsx';
import { PlanOfDay } from './PlanOfDay.tsx';
import { TalkBox } from './TalkBox.tsx';

type Page = 'day' | 'mind' | 'memories' | 'people';

const PAGES: readonly { id: Page; label: string }[] = [
  { id: 'day', label: 'Today' },
  { id: 'mind', label: 'Mind' },
  { id: 'memories', label: 'Memories' },
  { id: 'people', label: 'Knows' },
];

export function ResidentPanel({ id }: { id: string }) {
  const desk = useDesk();
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
  if (setting === null || person === undefined) return <p class="quiet">Nobody of this name lives here.</p>;
  return (
    <section class="resident" aria-label={person.name} data-testid="resident-panel">
      <header>
        <Portrait hash={setting.scenario.hash} resident={id} size={72} />
        <div>
          <h2>{person.name}</h2>
          <p>
            {person.job ?? 'at leisure'}, {person.age}
          </p>
          <button
            class="chip"
            type="button"
            aria-pressed={desk.following.value}
            onClick={() => (desk.following.value = !desk.following.value)}
          >
            {desk.following.value ? '🎥 Following' : '🎥 Follow'}
          </button>
        </div>
        <button class="close" type="button" aria-label="Close" onClick={() => desk.select(null)}>
          ×
        </button>
      </header>
      <div class="resident-body scrolls">
        <Now id={id} />
        <Tabs tabs={PAGES} chosen={page} choose={setPage} label={person.name} />
        <div role="tabpanel" aria-label={PAGES.find((one) => one.id === page)?.label ?? ''}>
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
      <TalkBox key={id} id={id} person={person} />
    </section>
  );
}

/** The panel beside the map: a resident, or one of the lists. On a small screen a sheet from below. */
import { may } from '../../town/session.ts';
import { Minds } from '../minds/Minds.tsx';
import { ResidentPanel } from '../resident/ResidentPanel.tsx';
import { Director } from './Director.tsx';
import { useDesk, type Tab } from './desk.ts';
import { Feed } from './Feed.tsx';
import { Roster } from './Roster.tsx';
import { Tabs } from './Tabs.tsx';
import { Visitors } from './Visitors.tsx';

const RESIDENTS: { id: Tab; label: string } = { id: 'residents', label: 'Residents' };
const TABS: readonly { id: Tab; label: string }[] = [
  RESIDENTS,
  { id: 'news', label: 'What happens' },
  { id: 'minds', label: 'Minds' },
];
const DIRECTORS_TABS: typeof TABS = [...TABS, { id: 'direct', label: 'Direct' }, { id: 'visitors', label: 'Visitors' }];

export function SidePanel() {
  const desk = useDesk();
  const selected = desk.selected.value;
  const tabs = may('director') ? DIRECTORS_TABS : TABS;
  const { id: tab, label } = tabs.find(({ id }) => id === desk.tab.value) ?? RESIDENTS;
  return (
    <aside class="panel" aria-label="Panel">
      <button
        class="grip"
        type="button"
        aria-expanded={desk.sheetOpen.value}
        aria-label={desk.sheetOpen.value ? 'Lower the panel' : 'Raise the panel'}
        onClick={() => (desk.sheetOpen.value = !desk.sheetOpen.value)}
      />
      {selected !== null ? (
        <ResidentPanel key={selected} id={selected} />
      ) : (
        <>
          <Tabs tabs={tabs} chosen={tab} choose={(id) => desk.show(id)} label="Town" />
          <div class="tab-body scrolls" role="tabpanel" aria-label={label}>
            {tab === 'residents' && <Roster />}
            {tab === 'news' && <Feed />}
            {tab === 'minds' && <Minds />}
            {tab === 'direct' && <Director />}
            {tab === 'visitors' && <Visitors />}
          </div>
        </>
      )}
    </aside>
  );
}

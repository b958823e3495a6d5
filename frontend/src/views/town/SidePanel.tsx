/** The panel beside the map: a resident, or one of three lists. On a small screen a sheet from below. */
import { may } from '../../town/session.ts';
import { ResidentPanel } from '../resident/ResidentPanel.tsx';
import { Director } from './Director.tsx';
import { useDesk, type Tab } from './desk.ts';
import { Feed } from './Feed.tsx';
import { Roster } from './Roster.tsx';
import { Tabs } from './Tabs.tsx';

const TABS: readonly { id: Tab; label: string }[] = [
  { id: 'residents', label: 'Residents' },
  { id: 'news', label: 'What happens' },
  { id: 'direct', label: 'Direct' },
];

export function SidePanel() {
  const desk = useDesk();
  const selected = desk.selected.value;
  const tabs = may('director') ? TABS : TABS.filter(({ id }) => id !== 'direct');
  const tab = desk.tab.value;
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
          <div class="tab-body scrolls" role="tabpanel" aria-label={TABS.find(({ id }) => id === tab)?.label ?? ''}>
            {tab === 'residents' && <Roster />}
            {tab === 'news' && <Feed />}
            {tab === 'direct' && <Director />}
          </div>
        </>
      )}
    </aside>
  );
}

/** The panel beside the map: a resident, or one of the lists. On a small screen a sheet from below. */
import { may } from '../../town/session.ts';
import { words } from '../../words/language.ts';
import { FollowPanel } from '../aftermath/FollowPanel.tsx';
import { Minds } from '../minds/Minds.tsx';
import { MoveIn } from '../own/MoveIn.tsx';
import { Palette } from '../direct/Palette.tsx';
import { ReadUp } from '../recap/ReadUp.tsx';
import { NewsItems } from '../spread/NewsItems.tsx';
import { ResidentPanel } from '../resident/ResidentPanel.tsx';
import { OnlyLive } from '../timeline/PastNote.tsx';
import { TiesPanel } from '../ties/TiesPanel.tsx';
import { useDesk, type Tab } from './desk.ts';
import { Feed } from './Feed.tsx';
import { Roster } from './Roster.tsx';
import { useSheet } from './sheet.ts';
import { Tabs } from './Tabs.tsx';
import { Visitors } from './Visitors.tsx';

const TABS: readonly Tab[] = ['residents', 'news', 'minds'];
const DIRECTORS_TABS: readonly Tab[] = [...TABS, 'direct', 'visitors'];

export function SidePanel() {
  const desk = useDesk();
  const grip = useSheet();
  const selected = desk.selected.value;
  const live = desk.store.past.value === null;
  const says = words().town.panel;
  const tabs = may('director') ? DIRECTORS_TABS : TABS;
  const tab = tabs.find((id) => id === desk.tab.value) ?? 'residents';
  return (
    <aside class="panel" aria-label={says.label}>
      <button
        class="grip"
        type="button"
        aria-expanded={desk.sheetOpen.value}
        aria-label={desk.sheetOpen.value ? says.lower : says.raise}
        {...grip}
      />
      {selected !== null ? (
        <ResidentPanel key={selected} id={selected} />
      ) : desk.aftermath.followed.value !== null ? (
        <FollowPanel key={desk.aftermath.followed.value} />
      ) : desk.tiesOpen.value ? (
        <TiesPanel />
      ) : (
        <>
          <Tabs
            tabs={tabs.map((id) => ({ id, label: says.tabs[id] }))}
            chosen={tab}
            choose={(id) => desk.show(id)}
            label={says.town}
          />
          <div class="tab-body scrolls" role="tabpanel" aria-label={says.tabs[tab]}>
            {tab === 'residents' && (
              <button class="key ties-open" type="button" onClick={() => (desk.tiesOpen.value = true)}>
                <span aria-hidden="true">🕸️</span> {words().ties.open}
              </button>
            )}
            {tab === 'residents' && <Roster />}
            {tab === 'residents' && may('director') && live && <MoveIn />}
            {tab === 'news' && <ReadUp />}
            {tab === 'news' && <NewsItems />}
            {tab === 'news' && <Feed />}
            {tab === 'minds' && <Minds />}
            {tab === 'direct' && (live ? <Palette /> : <OnlyLive />)}
            {tab === 'visitors' && <Visitors />}
          </div>
        </>
      )}
    </aside>
  );
}

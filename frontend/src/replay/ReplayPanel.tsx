/** Beside the map of a replay: everybody, what happened so far, or one resident. */
import { words } from '../words/language.ts';
import { Tabs } from '../views/town/Tabs.tsx';
import { People } from './People.tsx';
import { Person } from './Person.tsx';
import { useShowing } from './showing.ts';
import { ToldList } from './ToldList.tsx';

export function ReplayPanel() {
  const showing = useShowing();
  const says = words().replay;
  const { selected, tab, sheetOpen } = showing;
  const raise = words().town.panel;
  return (
    <aside class="panel" aria-label={raise.label}>
      <button
        class="grip"
        type="button"
        aria-expanded={sheetOpen.value}
        aria-label={sheetOpen.value ? raise.lower : raise.raise}
        onClick={() => (sheetOpen.value = !sheetOpen.value)}
      />
      {selected.value !== null ? (
        <Person key={selected.value} id={selected.value} />
      ) : (
        <>
          <Tabs
            tabs={(['people', 'told'] as const).map((id) => ({ id, label: says.tabs[id] }))}
            chosen={tab.value}
            choose={(id) => {
              tab.value = id;
              sheetOpen.value = true;
            }}
            label={says.town}
          />
          <div class="tab-body scrolls" role="tabpanel" aria-label={says.tabs[tab.value]}>
            {tab.value === 'people' ? <People /> : <ToldList />}
          </div>
        </>
      )}
    </aside>
  );
}

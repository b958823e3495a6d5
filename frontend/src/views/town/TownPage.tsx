/** One town: the map, the panel beside it, and its time. */
import { useEffect, useState } from 'preact/hooks';
import { BranchesDialog } from '../branches/BranchesDialog.tsx';
import { WhyDialog } from '../mind/WhyDialog.tsx';
import { PastBar } from '../timeline/PastBar.tsx';
import { useSharedMoment } from '../timeline/shared.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { GazetteDialog } from '../recap/GazetteDialog.tsx';
import { RecapDialog } from '../recap/RecapDialog.tsx';
import { SpreadDialog } from '../spread/SpreadDialog.tsx';
import { words } from '../../words/language.ts';
import { FirstMinute } from '../first/FirstMinute.tsx';
import { follow } from '../routes.ts';
import { VisitDock } from '../visit/VisitDock.tsx';
import { Banners } from './Banners.tsx';
import { Curtain } from './Curtain.tsx';
import { Desk, DeskContext } from './desk.ts';
import { LiveRegion } from './LiveRegion.tsx';
import { MapView } from './MapView.tsx';
import { EyeBar } from './EyeBar.tsx';
import { useFollowed } from './followed.ts';
import { SidePanel } from './SidePanel.tsx';
import { TimeBar } from './TimeBar.tsx';
import { TopBar } from './TopBar.tsx';

export function TownPage({ id }: { id: string }) {
  const [desk] = useState(() => new Desk(id));
  useEffect(() => {
    desk.store.open();
    return () => desk.store.close();
  }, [desk]);
  useEffect(() => desk.recap.open(), [desk]);
  // Whether or not there is a map to walk on: whoever is in town hears what is said to them.
  useEffect(() => desk.visitor.open(), [desk]);
  useFollowed(desk);
  useSharedMoment(desk);
  const { town, failure, past } = desk.store;
  const name = town.value?.name;
  useEffect(() => {
    document.title = name === undefined ? 'Townlet' : `${name} · Townlet`;
  }, [name]);
  if (failure.value !== null) return <Failure reason={failure.value} />;
  return (
    <DeskContext.Provider value={desk}>
      <div class={`town ${desk.sheetOpen.value ? 'sheet-open' : ''} ${past.value === null ? '' : 'is-past'}`}>
        <TopBar />
        <MapView />
        <Banners />
        {past.value === null && <FirstMinute />}
        <EyeBar />
        {past.value === null && <VisitDock />}
        <SidePanel />
        <Timeline />
        {past.value === null ? <TimeBar /> : <PastBar past={past.value} />}
        <LiveRegion />
        <SpreadDialog />
        <BranchesDialog />
        <WhyDialog />
        <RecapDialog />
        <GazetteDialog />
        <Curtain />
      </div>
    </DeskContext.Provider>
  );
}

function Failure({ reason }: { reason: string }) {
  return (
    <main class="failure">
      <h1 class="brand">Townlet</h1>
      <p role="alert">{reason}</p>
      <a class="cta" href="/" onClick={follow}>
        {words().access.seeAllTowns}
      </a>
    </main>
  );
}

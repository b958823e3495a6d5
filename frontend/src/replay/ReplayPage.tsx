/** A replay: the map, who is there and what was said, and the time to move in. */
import { useEffect } from 'preact/hooks';
import { LanguageSwitch } from '../views/LanguageSwitch.tsx';
import { words } from '../words/language.ts';
import { Controls } from './Controls.tsx';
import { ReplayMap } from './ReplayMap.tsx';
import { ReplayPanel } from './ReplayPanel.tsx';
import { ShowingContext, useShowing, type Showing } from './showing.ts';

export function ReplayPage({ showing }: { showing: Showing }) {
  return (
    <ShowingContext.Provider value={showing}>
      <div class={`town replay ${showing.sheetOpen.value ? 'sheet-open' : ''}`}>
        <Top />
        <ReplayMap />
        <ReplayPanel />
        <Controls />
      </div>
    </ShowingContext.Provider>
  );
}

function Top() {
  const { data, calendar } = useShowing();
  const says = words().replay;
  useEffect(() => {
    document.title = says.title(data.name);
  }, [says, data]);
  return (
    <header class="top">
      <span class="brand">Townlet</span>
      <h1>{data.name}</h1>
      <Clock />
      <span class="pill wide">
        <span aria-hidden="true">🎞️</span> {says.badge}:{' '}
        {says.span(
          `${calendar.weekday(data.from_tick)} ${calendar.clock(data.from_tick)}`,
          calendar.moment(data.upto_tick, data.from_tick),
        )}
      </span>
      <LanguageSwitch />
    </header>
  );
}

/** A part of its own: it changes every minute of the town. */
function Clock() {
  const { projector, calendar } = useShowing();
  const now = projector.tick.value;
  const hour = calendar.hour(now);
  return (
    <span class="pill clock" data-testid="clock">
      <span aria-hidden="true">{hour >= 6 && hour < 20 ? '☀️' : '🌙'}</span>{' '}
      <span class="wide">{words().topBar.day(calendar.weekday(now), calendar.dayNumber(now))} </span>
      <b>{calendar.clock(now)}</b>
    </span>
  );
}

/** Which town this is, what time it is there, and whether it is being followed. */
import { BranchesButton } from '../branches/BranchesButton.tsx';
import { Badge } from '../access/Badge.tsx';
import type { Weather } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { follow } from '../routes.ts';
import { useDesk, type Desk } from './desk.ts';
import { WEATHER_SIGNS } from './weatherSigns.ts';

export function TopBar() {
  const desk = useDesk();
  const { town, connection, state, past } = desk.store;
  const asleep = Object.values(state.value?.residents ?? {}).filter(
    (one) => one.action?.asleep === true && one.action.begun !== null,
  );
  const count = Object.keys(state.value?.residents ?? {}).length;
  return (
    <header class="top">
      <a class="brand" href="/" onClick={follow} aria-label={words().topBar.allTowns}>
        Townlet
      </a>
      <h1>{town.value?.name ?? ''}</h1>
      <BranchesButton />
      <TownClock desk={desk} />
      {count > 0 && (
        <span class="pill wide">
          <span aria-hidden="true">👥</span> {words().topBar.residents(count, asleep.length)}
        </span>
      )}
      <span class={`pill connection c-${past.value === null ? connection.value : 'past'}`}>
        <i aria-hidden="true" />{' '}
        <span class="word">
          {past.value === null ? words().topBar.connection[connection.value] : words().timeline.lookingBack}
        </span>
      </span>
      <Badge />
    </header>
  );
}

const skySign = (weather: Weather, hour: number): string =>
  weather === 'clear' && (hour < 6 || hour >= 20) ? '🌙' : WEATHER_SIGNS[weather];

/** A part of its own: it changes every minute of the town, the rest hardly ever. */
function TownClock({ desk }: { desk: Desk }) {
  const { calendar, tick, state } = desk.store;
  if (state.value === null) return null;
  const now = tick.value;
  const hour = calendar.value.hour(now);
  return (
    <span class="pill clock" data-testid="clock">
      <span aria-hidden="true">{skySign(state.value.weather, hour)}</span>{' '}
      <span class="wide">{words().topBar.day(calendar.value.weekday(now), calendar.value.dayNumber(now))} </span>
      <b>{calendar.value.clock(now)}</b>
    </span>
  );
}

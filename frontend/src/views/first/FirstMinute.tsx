/** Three hints for whoever is here for the first time. Each goes away by itself when it was done. */
import { useEffect } from 'preact/hooks';
import { may, visitorId } from '../../town/session.ts';
import { words } from '../../words/language.ts';
import { useDesk, type Desk } from '../town/desk.ts';
import { done, finish, HINTS, type Hint } from './hints.ts';

/** Inputs that leave a trace which says whose they were. */
const RAINY = new Set(['rain', 'storm', 'snow']);

export function FirstMinute() {
  const desk = useDesk();
  const { store } = desk;
  const says = words().first;
  useWaiting(desk);
  useWatching(desk);
  const left = HINTS.filter((hint) => !done.value.has(hint) && (hint === 'watch' || mayDo(hint)));
  const [next] = left;
  const town = store.state.value;
  if (next === undefined || town === null) return null;
  const start = store.calendar.value.clock(0);
  const talker = Object.values(town.talks)[0]?.participants[0] ?? null;
  return (
    <section class="first" aria-label={says.title} data-testid="hints">
      <ol>
        {HINTS.filter((hint) => hint === 'watch' || mayDo(hint)).map((hint) => (
          <li key={hint} class={done.value.has(hint) ? 'is-done' : hint === next ? 'is-next' : ''}>
            {hint === next ? says[hint] : says[`${hint}Short`]}
            {done.value.has(hint) && <span class="unseen"> ({says.done})</span>}
          </li>
        ))}
      </ol>
      <p class="first-deeds">
        {next === 'watch' && talker !== null && (
          <button class="plain" type="button" onClick={() => desk.visit(talker)}>
            {says.show}
          </button>
        )}
        {next === 'change' && may('director') && (
          <button
            class="plain"
            type="button"
            onClick={() => void desk.actions.setWeather(RAINY.has(town.weather) ? 'clear' : 'rain')}
          >
            {RAINY.has(town.weather) ? says.clear : says.rain}
          </button>
        )}
        <button class="plain quiet" type="button" onClick={() => finish(...HINTS)}>
          {says.away}
        </button>
      </p>
      <small class="quiet">{says.lived(start)}</small>
    </section>
  );
}

function mayDo(hint: Hint): boolean {
  return may(hint === 'change' ? 'director' : 'visitor');
}

/** The town that was lived ahead goes on when its first viewer is there. */
function useWaiting(desk: Desk) {
  const { store } = desk;
  const waits = store.clock.value?.paused_because === 'unseen' && desk.map.value !== null;
  useEffect(() => {
    if (waits && may('director')) void desk.actions.resume();
  }, [waits, desk]);
}

/** Takes note of what was done, whatever way it was done. */
function useWatching(desk: Desk) {
  const { store } = desk;
  const selected = desk.selected.value;
  const town = store.state.value;
  const talking = selected !== null && town?.residents[selected]?.talk != null;
  useEffect(() => {
    if (talking) finish('watch');
  }, [talking]);
  useEffect(
    () =>
      store.watch(({ event }) => {
        if (event.kind === 'said' && event.speaker === visitorId()) finish('talk');
        if (event.kind === 'weather_changed' || event.kind === 'announced') finish('change');
        if (event.kind === 'resident_added') finish('change');
        if (event.kind === 'object_changed' && (event.by === null || event.by === visitorId())) finish('change');
      }),
    [store],
  );
}

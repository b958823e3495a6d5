/** What must not be overlooked: the server is away, the town has trouble, somebody announced something. */
import { useEffect, useState } from 'preact/hooks';
import { shorten } from '../../scene/speech.ts';
import { placeName } from '../../town/addresses.ts';
import { words } from '../../words/language.ts';
import { useDesk } from './desk.ts';

const CRIED_MS = 7000;
/** Of the server's trouble; the rest is in its log. */
const LETTERS = 220;

export function Banners() {
  const { store } = useDesk();
  const says = words().town.banners;
  const away = store.connection.value === 'away';
  const busy = store.connection.value === 'busy';
  const trouble = store.trouble.value;
  return (
    <div class="banners">
      {away && (
        <p class="notice bad" role="alert" data-testid="away">
          <b>{says.away}</b> {says.awayMore}
        </p>
      )}
      {busy && (
        <p class="notice bad" role="alert">
          <b>{says.busy}</b> {says.busyMore}
        </p>
      )}
      {!away && trouble !== null && (
        <p class="notice bad" role="alert">
          {shorten(trouble.split('\n')[0] ?? '', LETTERS)}
        </p>
      )}
      <Degraded />
      <Crier />
    </div>
  );
}

/** The built-in mind stands in for the model, or nobody was there to think for. */
function Degraded() {
  const { store } = useDesk();
  const says = words().town.banners;
  const clock = store.clock.value;
  if (clock === null) return null;
  if (clock.paused && clock.paused_because === 'unwatched')
    return (
      <p class="notice">
        <b>{says.unwatched}</b> {says.unwatchedMore}
      </p>
    );
  const degraded = store.degraded.value;
  if (degraded === null) return null;
  const { what, todo } = says.degraded[degraded.reason];
  return (
    <p class="notice" role="status" data-testid="degraded">
      <b>{what}</b> {says.standsIn} {todo}
    </p>
  );
}

/** The newest announcement, for a while. */
function Crier() {
  const { store } = useDesk();
  const [cried, setCried] = useState<{ seq: number; text: string; place: string | null } | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unwatch = store.watch(({ seq, event }) => {
      if (event.kind !== 'announced') return;
      setCried({ seq, text: event.text, place: event.arena });
      clearTimeout(timer);
      timer = setTimeout(() => setCried(null), CRIED_MS);
    });
    return () => {
      unwatch();
      clearTimeout(timer);
    };
  }, [store]);
  if (cried === null) return null;
  return (
    <p class="notice cried" key={cried.seq}>
      <span aria-hidden="true">📣</span> “{cried.text}”{' '}
      <small>{cried.place === null ? words().town.banners.allOver : placeName(cried.place)}</small>
    </p>
  );
}

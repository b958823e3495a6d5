/** What must not be overlooked: the server is away, the town has trouble, somebody announced something. */
import { useEffect, useState } from 'preact/hooks';
import { shorten } from '../../scene/speech.ts';
import { may } from '../../town/session.ts';
import { placeName } from '../../town/addresses.ts';
import { words } from '../../words/language.ts';
import { Missed } from '../recap/ReadUp.tsx';
import { PastNote } from '../timeline/PastNote.tsx';
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
      <PastNote />
      {away && (
        <p class="notice bad" role="alert" data-testid="away">
          <b>{says.away}</b> {says.awayMore} <Since />
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
      <Missed />
      <Crier />
    </div>
  );
}

/** The built-in mind stands in for the model, or nobody was there to think for. */
function Degraded() {
  const { store, actions } = useDesk();
  const says = words().town.banners;
  const clock = store.clock.value;
  if (clock === null) return null;
  if (clock.paused && clock.paused_because === 'unseen' && !may('director')) return <p class="notice">{says.unseen}</p>;
  if (clock.paused && clock.paused_because === 'unwatched')
    return (
      <p class="notice">
        <b>{says.unwatched}</b> {may('director') ? says.unwatchedMore : says.unwatchedAsk}
      </p>
    );
  if (clock.status === 'ended')
    return (
      <p class="notice" role="status">
        <b>{says.ended}</b> {says.endedMore}
      </p>
    );
  const degraded = store.degraded.value;
  if (degraded === null) return null;
  const { what, todo } = says.degraded[degraded.reason];
  return (
    <p class="notice" role="status" data-testid="degraded">
      <b>{what}</b> {says.standsIn} {todo}{' '}
      {may('director') && (
        <button class="link" type="button" onClick={() => void actions.setMind(null, 'rules')}>
          {says.useBuiltIn}
        </button>
      )}
    </p>
  );
}

/** For how long already; seen, not read out anew each second. */
function Since() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const start = Date.now();
    const timer = setInterval(() => setSeconds(Math.round((Date.now() - start) / 1000)), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span class="since" aria-hidden="true">
      {seconds > 2 ? words().town.banners.since(seconds) : ''}
    </span>
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

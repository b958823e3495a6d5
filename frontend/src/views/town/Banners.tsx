/** What must not be overlooked: the server is away, the town has trouble, somebody announced something. */
import { useEffect, useState } from 'preact/hooks';
import { shorten } from '../../scene/speech.ts';
import { placeName } from '../../town/addresses.ts';
import { useDesk } from './desk.ts';

const CRIED_MS = 7000;
/** Of the server's trouble; the rest is in its log. */
const LETTERS = 220;

export function Banners() {
  const { store } = useDesk();
  const away = store.connection.value === 'away';
  const busy = store.connection.value === 'busy';
  const trouble = store.trouble.value;
  return (
    <div class="banners">
      {away && (
        <p class="notice bad" role="alert" data-testid="away">
          <b>The server is away.</b> What you see stands still. This page tries again by itself and goes on where it
          was.
        </p>
      )}
      {busy && (
        <p class="notice bad" role="alert">
          <b>The server is asked too much at once.</b> Close other pages of it if you have many open. This page tries
          again by itself within half a minute.
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

const DEGRADED = {
  off: ['No model is set up.', 'Set one up under Minds, or choose the built-in mind for everybody.'],
  budget: ['The budget for the model is used up.', 'It goes on tomorrow, or when a director raises it under Minds.'],
  away: ['The model server does not answer.', 'It is tried again by itself.'],
} as const;

/** The built-in mind stands in for the model, or nobody was there to think for. */
function Degraded() {
  const { store } = useDesk();
  const clock = store.clock.value;
  if (clock === null) return null;
  if (clock.paused && clock.paused_because === 'unwatched')
    return (
      <p class="notice">
        <b>Paused while nobody watched,</b> so that the model costs nothing. Press play to go on.
      </p>
    );
  const degraded = store.degraded.value;
  if (degraded === null) return null;
  const [what, todo] = DEGRADED[degraded.reason];
  return (
    <p class="notice" role="status" data-testid="degraded">
      <b>{what}</b> The built-in mind stands in. {todo}
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
      <small>{cried.place === null ? 'all over town' : placeName(cried.place)}</small>
    </p>
  );
}

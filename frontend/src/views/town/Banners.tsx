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
      <Crier />
    </div>
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

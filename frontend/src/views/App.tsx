import { useEffect, useRef } from 'preact/hooks';
import { arrive, openAddress } from '../town/door.ts';
import { role, session, turnedAway } from '../town/session.ts';
import { words } from '../words/language.ts';
import { Door } from './access/Door.tsx';
import { Invite } from './access/Invite.tsx';
import { inviting } from './access/inviting.ts';
import { ComparePage } from './compare/ComparePage.tsx';
import { TownList } from './list/TownList.tsx';
import { NotFound } from './NotFound.tsx';
import { comparedTowns, shownTown, unknownAddress } from './routes.ts';
import { TownPage } from './town/TownPage.tsx';

export function App() {
  useEffect(() => {
    const look = () => void openAddress();
    void arrive();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  useLandmark();
  if (session.value === null) return <Threshold />;
  if (role.value === null) return <Door />;
  return (
    <>
      <Inside />
      <Refused />
      {inviting.value && <Invite close={() => (inviting.value = false)} />}
    </>
  );
}

/** Whoever came in through the door goes on at what the page is about, not at a form that is gone. */
function useLandmark() {
  const waited = useRef(false);
  const before = role.value === null && session.value !== null;
  useEffect(() => {
    if (waited.current && !before) document.querySelector('main')?.focus({ preventScroll: true });
    waited.current = before;
  }, [before]);
}

/** For the moment in which the server is asked who this browser is. */
function Threshold() {
  return (
    <main class="failure">
      {turnedAway.value === '' ? (
        <p class="quiet" role="status">
          {words().access.knocking}
        </p>
      ) : (
        <p role="alert">{turnedAway.value}</p>
      )}
    </main>
  );
}

function Inside() {
  const town = shownTown.value;
  if (unknownAddress.value) return <NotFound />;
  const compared = comparedTowns.value;
  if (compared !== null) return <ComparePage key={`${compared.one} ${compared.other}`} {...compared} />;
  // Another visitor has talks of their own.
  return town === null ? <TownList /> : <TownPage key={`${town} ${session.value?.visitor}`} id={town} />;
}

/** Somebody who is in opened another link, and that one was refused. */
function Refused() {
  if (turnedAway.value === '') return null;
  return (
    <div class="refused notice bad" role="alert">
      <p>
        {turnedAway.value} {words().access.stillIn}
      </p>
      <button class="plain" type="button" onClick={() => (turnedAway.value = '')}>
        {words().access.close}
      </button>
    </div>
  );
}

import { useEffect } from 'preact/hooks';
import { arrive } from '../town/door.ts';
import { role, session, turnedAway } from '../town/session.ts';
import { Door } from './access/Door.tsx';
import { TownList } from './list/TownList.tsx';
import { shownTown } from './routes.ts';
import { TownPage } from './town/TownPage.tsx';

export function App() {
  useEffect(() => {
    const look = () => void arrive();
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  if (session.value === null) return <Threshold />;
  if (role.value === null) return <Door />;
  return <Inside />;
}

/** For the moment in which the server is asked who this browser is. */
function Threshold() {
  return <main class="failure">{turnedAway.value !== '' && <p role="alert">{turnedAway.value}</p>}</main>;
}

function Inside() {
  const town = shownTown.value;
  return town === null ? <TownList /> : <TownPage key={town} id={town} />;
}

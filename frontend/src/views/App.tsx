import { TownList } from './list/TownList.tsx';
import { shownTown } from './routes.ts';
import { TownPage } from './town/TownPage.tsx';

export function App() {
  const town = shownTown.value;
  return town === null ? <TownList /> : <TownPage key={town} id={town} />;
}

/** The first screen: the towns there are, and a way to found one. */
import { useEffect, useState } from 'preact/hooks';
import { familiesOf } from '../../town/branches/families.ts';
import { Catalogue } from '../../town/catalogue.ts';
import { may } from '../../town/session.ts';
import { words } from '../../words/language.ts';
import { Badge } from '../access/Badge.tsx';
import { NewTown } from './NewTown.tsx';
import { TownCard } from './TownCard.tsx';

export function TownList() {
  const [catalogue] = useState(() => new Catalogue());
  useEffect(() => {
    document.title = 'Townlet';
    catalogue.open();
    document.body.dataset.ready = 'list';
    return () => catalogue.close();
  }, [catalogue]);
  const { access, lobby } = words();
  const towns = catalogue.towns.value;
  const problem = catalogue.problem.value;
  return (
    <div class="lobby">
      <header class="lobby-head">
        <Badge />
        <h1 class="brand">Townlet</h1>
        <p>{access.motto}</p>
      </header>
      <main class={`lobby-body ${may('director') ? 'founding-too' : ''}`}>
        {problem !== null && (
          <p class="notice bad" role="alert">
            {problem} {lobby.looksAgain}
          </p>
        )}
        <section aria-labelledby="towns-title">
          <h2 id="towns-title">{lobby.towns}</h2>
          {towns === null && problem === null && <p class="quiet">{lobby.looking}</p>}
          {towns?.length === 0 && (
            <p class="quiet">
              {lobby.none} {may('director') ? lobby.noneFound : lobby.noneAsk}
            </p>
          )}
          <ul class="town-cards">
            {familiesOf(towns ?? []).map((family) => (
              <TownCard key={family.main.root} family={family} catalogue={catalogue} />
            ))}
          </ul>
        </section>
        {may('director') && <NewTown catalogue={catalogue} />}
      </main>
    </div>
  );
}

/** The first screen: the towns there are, and a way to found one. */
import { useEffect, useState } from 'preact/hooks';
import { Catalogue } from '../../town/catalogue.ts';
import { may } from '../../town/session.ts';
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
  const towns = catalogue.towns.value;
  const problem = catalogue.problem.value;
  return (
    <div class="lobby">
      <header class="lobby-head">
        <Badge />
        <h1 class="brand">Townlet</h1>
        <p>Small towns of residents with minds of their own. Watch them live, talk to them, change their world.</p>
      </header>
      <main class={`lobby-body ${may('director') ? 'founding-too' : ''}`}>
        {problem !== null && (
          <p class="notice bad" role="alert">
            {problem} This page looks again by itself.
          </p>
        )}
        <section aria-labelledby="towns-title">
          <h2 id="towns-title">Towns</h2>
          {towns === null && problem === null && <p class="quiet">Looking for towns …</p>}
          {towns?.length === 0 && (
            <p class="quiet">
              There is no town yet.{' '}
              {may('director') ? 'Found the first one; it takes a second.' : 'A director can found one.'}
            </p>
          )}
          <ul class="town-cards">
            {towns?.map((town) => (
              <TownCard key={town.id} town={town} catalogue={catalogue} />
            ))}
          </ul>
        </section>
        {may('director') && <NewTown catalogue={catalogue} />}
      </main>
    </div>
  );
}

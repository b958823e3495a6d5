/** For addresses at which nothing is. */
import { useEffect } from 'preact/hooks';
import { words } from '../words/language.ts';
import { follow } from './routes.ts';

export function NotFound() {
  const { nowhere, seeAllTowns } = words().access;
  useEffect(() => {
    document.title = nowhere.documentTitle;
    document.body.dataset.ready = 'nothing';
  }, [nowhere]);
  return (
    <main class="failure">
      <p class="brand" aria-hidden="true">
        Townlet
      </p>
      <h1>{nowhere.title}</h1>
      <p>{nowhere.words}</p>
      <a class="cta" href="/" onClick={follow}>
        {seeAllTowns}
      </a>
    </main>
  );
}

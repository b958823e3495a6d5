/** For addresses at which nothing is. */
import { useEffect } from 'preact/hooks';
import { follow } from './routes.ts';

export function NotFound() {
  useEffect(() => {
    document.title = 'Nothing here · Townlet';
    document.body.dataset.ready = 'nothing';
  }, []);
  return (
    <main class="failure">
      <p class="brand" aria-hidden="true">
        Townlet
      </p>
      <h1>No road leads here</h1>
      <p>There is nothing at this address; it may be mistyped.</p>
      <a class="cta" href="/" onClick={follow}>
        See all towns
      </a>
    </main>
  );
}
